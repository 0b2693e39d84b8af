import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endErasures } from "../../packages/bot/src/erasure-due.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { aFile } from "./store/files.js";

// Names that stand nowhere else, with an accent and a hyphen.
const [first, last] = ["Zéphyrine", "Quercy-Valdor"];
const traces = [/z[eé]phyrine/iu, /quercy[^\p{L}]{1,3}valdor/iu, /90807060504/];


async function lines(desk: TestDesk, ...typed: readonly (readonly [string, string])[]): Promise<void> {
  for (const [person, line] of typed) {
    const { outcome, reply } = await desk.type(person, line);
    if (outcome !== "done") throw new Error(`${line}: ${JSON.stringify(reply.problems)}`);
  }
}

/** Names found in the bytes of the file and of its log. */
async function found(file: string): Promise<readonly string[]> {
  const bytes = await Promise.all([file, `${file}-wal`].map((one) => readFile(one).catch(() => Buffer.alloc(0))));
  const text = Buffer.concat(bytes).toString("utf8").normalize("NFC");
  return traces.filter((trace) => trace.test(text)).map(String);
}

/** A trainee named wherever a person may be. */
async function nameEverywhere(desk: TestDesk): Promise<void> {
  await lines(
    desk,
    ["gestionnaire", `/stagiaire ajouter prenom:${first} nom:${last} identifiant:90807060504`],
    ["gestionnaire", `/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0002 notes:"Rappeler ${first} lundi"`],
    ["coordinateur", `/rdv proposer nature:entretien le:20/11/2026 heure:10h candidat:T-0002 lieu:"Chez Mme ${last}"`],
  );
  await desk.type("gestionnaire", "/stagiaire liste");
  await desk.type("gestionnaire", "/devis voir reference:DEV-2026-0001");
}

describe("erasing a trainee whom nothing holds", () => {
  let file = "";
  let desk: TestDesk;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ file, remove } = await aFile());
    desk = await openFoundedDesk({ file });
    await nameEverywhere(desk);
  });
  afterAll(async () => {
    await desk.close();
    await remove();
  });

  it("leaves nothing of the name in the bytes of the file, and the trail still holds", async () => {
    expect(await found(file)).toEqual(traces.map(String));
    const entries = await desk.database.read("test", "all", ({ audit }) => audit.search({ limit: 1000 }));
    expect(traces.filter((trace) => trace.test(JSON.stringify(entries)))).toEqual([]);
    const erased = await desk.type("rgc", "/donnees effacer stagiaire:T-0002");
    expect(erased).toMatchObject({ outcome: "done", reply: { data: { trainee: "T-0002" } } });
    expect(await found(file)).toEqual([]);
    expect(await desk.database.trails.verify("test")).toMatchObject({ problems: [], entries: entries.length + 1 });
  });

  it("keeps the dossiers, readable, under the reference alone", async () => {
    const quote = await desk.type("gestionnaire", "/devis voir reference:DEV-2026-0001");
    expect(quote.outcome).toBe("done");
    const listed = await desk.type("gestionnaire", "/stagiaire liste");
    expect(JSON.stringify(listed.reply)).toContain("Personne EFFACÉE");
    expect(JSON.stringify(listed.reply)).toContain("Camille DURAND");
    expect((await desk.type("rgc", "/donnees effacer stagiaire:T-0002")).reply.problems?.map(({ code }) => code)).toEqual([
      "privacy.already-erased",
    ]);
    expect(desk.failures).toEqual([]);
  });

  it("is for the RGC alone, and not for somebody still in training", async () => {
    expect((await desk.type("gestionnaire", "/donnees effacer stagiaire:T-0001")).outcome).toBe("denied");
    expect((await desk.type("gestionnaire", "/donnees exporter stagiaire:T-0001")).outcome).toBe("denied");
    await lines(desk, ["coordinateur", "/assiduite inscrire session:SE-2026-014 stagiaire:T-0001"]);
    const refused = await desk.type("rgc", "/donnees effacer stagiaire:T-0001");
    expect(refused.reply.problems).toMatchObject([{ code: "privacy.in-training", params: { session: "SE-2026-014", until: "2026-12-18" } }]);
    expect((await desk.type("rgc", "/donnees effacer stagiaire:T-0099")).outcome).toBe("invalid");
    expect((await desk.type("rgc", "/donnees effacer")).outcome).toBe("invalid");
  });
});
