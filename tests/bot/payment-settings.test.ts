import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

describe("the rate of the European Central Bank", () => {
  const rates = async () => (await desk.database.read("test", "all", (store) => store.providers.list()))[0]?.settings.invoices.bankRates;
  const set = async (value: string) => {
    const { reply } = await desk.type("rgc", `/organisme regler parametre:taux-bce valeur:${value}`);
    return reply.outcome === "done"
      ? reply.lines?.map(({ text }) => text.fr.replace(/\u00a0/g, " "))
      : reply.problems?.map(({ code }) => code);
  };

  it("is entered with its first day, one after the other", async () => {
    expect(await set("2,15 % depuis 01/07/2026")).toEqual(["Taux de la Banque centrale européenne : 2,15 % depuis le 01/07/2026"]);
    await set("2.4 à partir du 1er janvier 2026");
    await set("2,25 % depuis le 01/07/2026");
    expect(await rates()).toEqual([
      { from: "2026-01-01", rate: 240 },
      { from: "2026-07-01", rate: 225 },
    ]);
    expect(await set("aucun")).toEqual(["Taux de la Banque centrale européenne : aucun"]);
    expect(await rates()).toEqual([]);
  });

  it.each([
    ["2,15 %", "input.unknown-value"],
    ["depuis 01/07/2026", "input.unknown-value"],
    ["2,155 % depuis 01/07/2026", "input.unknown-value"],
    ["-1 % depuis 01/07/2026", "input.unknown-value"],
    ["2,15 % depuis 31/02/2026", "input.unknown-value"],
    ["51 % depuis 01/07/2026", "input.out-of-range"],
  ])("is refused when written « %s », and nothing changes", async (value, code) => {
    expect(await set(value)).toEqual([code]);
    expect(await rates()).toEqual([]);
  });
});
