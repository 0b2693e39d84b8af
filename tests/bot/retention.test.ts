import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeOldEntries } from "../../packages/bot/src/retention.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(() => desk.close());

const close = () => closeOldEntries(desk.database, desk.now());
const workOn = async (...days: readonly string[]) => {
  for (const day of days) {
    desk.setClock(`${day}T09:00:00.000Z`);
    await desk.type("gestionnaire", "/devis liste");
  }
};
const entries = () => desk.database.read("test", "all", ({ audit }) => audit.search({ limit: 100 }));
const judged = () => desk.database.trails.verify("test");

describe("the beginning of the trail", () => {
  it("leaves twelve months later, once a day, and what is left still verifies", async () => {
    await workOn("2027-11-15", "2027-11-16", "2027-11-17");
    expect(await close()).toBe(0);
    await workOn("2027-11-18", "2027-11-19");
    expect(await close()).toBe(8);
    expect(await judged()).toMatchObject({ problems: [], checkpoint: { removed: 8, before: "2026-11-17" } });
    desk.setClock("2027-11-19T20:00:00.000Z");
    expect(await close()).toBe(0);
    expect((await entries()).filter(({ actor }) => actor === "kairos")).toHaveLength(1);
  });

  it("leaves when the provider has set, and its setting is told to be unusual", async () => {
    await desk.type("rgc", "/organisme regler parametre:journal-conservation valeur:24 mois");
    const shown = await desk.type("rgc", "/organisme voir");
    expect(shown.reply.problems?.map(({ code }) => code)).toContain("privacy.log-retention");
    const set = await desk.type("rgc", "/organisme regler parametre:journal-conservation valeur:6 mois");
    expect(set.reply.lines?.[0]?.text.fr).toBe("Conservation du journal : 6 mois");
    await workOn("2027-05-18", "2027-05-19", "2027-05-20");
    expect(await close()).toBe(11);
    for (const value of ["0", "5", "37", "douze"]) {
      expect((await desk.type("rgc", `/organisme regler parametre:journal-conservation valeur:${value}`)).outcome).toBe("invalid");
    }
  });

  it("stays when the clock jumps ahead by years, whatever is done on that day", async () => {
    const before = (await entries()).length;
    await workOn("2026-11-17", "2026-11-18", "2036-01-01");
    desk.setClock("2036-01-01T20:00:00.000Z");
    expect(await close()).toBe(0);
    await workOn("2036-01-01", "2026-11-19");
    expect(await close()).toBe(0);
    expect(await entries()).toHaveLength(before + 5);
    expect((await judged()).problems).toEqual([]);
  });

  it("stays when the clock goes back", async () => {
    await workOn("1980-01-01", "1980-01-02", "1980-01-03", "1980-01-04");
    expect(await close()).toBe(0);
  });

  it("leaves part by part, each vouched for, and nothing is asked to wait", async () => {
    await desk.database.deliver({ workspace: "test", id: "many", at: desk.now(), actor: "a", path: "p" }, async (unit) => {
      const { audit } = unit.store("all");
      for (let index = 0; index < 4100; index++) {
        await audit.append({ at: "2026-11-16T09:00:00.000Z", actor: "a", act: "devis.voir", object: "", outcome: "done", details: {} });
      }
      return { outcome: "done" };
    });
    await workOn("2027-12-01", "2027-12-02", "2027-12-03");
    expect(await close()).toBe(4108);
    expect(await judged()).toMatchObject({ problems: [], entries: 6, checkpoint: { removed: 108 } });
  }, 60_000);
});
