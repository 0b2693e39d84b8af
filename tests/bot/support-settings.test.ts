import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

const support = async () => (await desk.database.read("test", "all", (store) => store.providers.list()))[0]?.settings.support;
const set = async (setting: string, value: string) => {
  const { reply, outcome } = await desk.type("rgc", `/organisme regler parametre:${setting} valeur:${value}`);
  return outcome === "done" ? reply.lines?.[0]?.text.fr : reply.problems?.map(({ code, params }) => [code, params]);
};
const shown = async () => {
  const { reply } = await desk.type("rgc", "/organisme voir");
  return reply.fields?.find(({ name }) => name.fr === "Adresses du support")?.value.fr ?? "";
};

describe("the addresses of support", () => {
  it("are none until they are given: no address is built in", async () => {
    expect(await support()).toEqual({ reminderDays: 3, screenshotDays: 90 });
    expect(await shown()).toBe(
      "le RGC de l'établissement : à demander · l'adresse dédiée aux comptes : à demander · l'assistance technique : à demander · le Carif-Oref : à demander · le correspondant Kairos de France Travail : à demander",
    );
  });

  it.each([
    ["support-rgc", "accountManager", "Adresse du RGC"],
    ["support-comptes", "accountMailbox", "Adresse dédiée aux comptes"],
    ["support-technique", "technicalSupport", "Adresse de l'assistance technique"],
    ["support-carif", "regionalBase", "Adresse du Carif-Oref"],
    ["support-kairos", "agency", "Adresse du correspondant Kairos"],
  ] as const)("%s is said back, kept, and forgotten again", async (setting, field, label) => {
    expect(await set(setting, " aide@support.example ")).toBe(`${label} : aide@support.example`);
    expect((await support())?.[field]).toBe("aide@support.example");
    expect(await shown()).toContain(": réglée");
    expect(await shown()).not.toContain("@");
    expect(await set(setting, "Aucun")).toBe(`${label} : aucun`);
    expect((await support())?.[field]).toBeUndefined();
  });

  it.each(["support", "a@b", "a b@c.fr", "a@b.fr, c@d.fr", "Aide <a@b.fr>", "a@b..fr", `${"a".repeat(120)}@b.fr`])(
    "refuse « %s », and say what is expected",
    async (value) => {
      const expected = { fr: "une adresse : prenom.nom@exemple.fr, ou aucun", en: "an address: first.last@example.com, or none" };
      const refused = await set("support-technique", value);
      expect(refused).toEqual([["input.unknown-value", expect.objectContaining({ allowed: expected })]]);
      expect((await support())?.technicalSupport).toBeUndefined();
    },
  );

  it("take no second line, where a header of a mail would hide", async () => {
    expect(await set("support-technique", "a@b.fr\nBcc: c@d.fr")).toEqual([["input.unreadable-text", {}]]);
    expect((await support())?.technicalSupport).toBeUndefined();
  });

  it("the days of the reminder and of the screenshots are set within their limits", async () => {
    expect(await set("support-rappel", "1 jour")).toBe("Rappel d'un incident sans réponse : 1 jour");
    expect(await set("support-captures", "365")).toBe("Conservation des captures d'incident : 365 jours");
    expect(await support()).toMatchObject({ reminderDays: 1, screenshotDays: 365 });
    for (const [setting, value] of [
      ["support-rappel", "0"],
      ["support-rappel", "61"],
      ["support-captures", "366"],
    ] as const) {
      expect(await set(setting, value), `${setting} ${value}`).toEqual([["input.out-of-range", expect.anything()]]);
    }
  });
});
