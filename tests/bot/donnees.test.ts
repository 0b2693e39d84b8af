import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseTrainee } from "../../packages/bot/src/dossiers/erasing.js";
import { endErasures } from "../../packages/bot/src/erasure-due.js";
import { openDesk, openFoundedDesk, type TestDesk } from "./desk.js";
import { account, first, found, last, lines, nameEverywhere, traces } from "./naming.js";
import { aFile, besides } from "./store/files.js";

let model: Buffer;
beforeAll(async () => {
  const { file, remove } = await aFile();
  const desk = await openFoundedDesk({ file });
  await nameEverywhere(desk);
  await desk.close();
  model = await readFile(file);
  await remove();
}, 60_000);

/** A desk where everything names them, on a file of its own. */
async function aNamingDesk(): Promise<{ readonly file: string; readonly desk: TestDesk; readonly remove: () => Promise<void> }> {
  const { file, remove } = await aFile();
  await writeFile(file, model);
  return { file, remove, desk: await openDesk({ file }) };
}

describe("erasing a trainee whom nothing holds", () => {
  let file = "";
  let desk: TestDesk;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ file, desk, remove } = await aNamingDesk());
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
    expect(refused.reply.problems).toMatchObject([
      { code: "privacy.in-training", params: { session: "SE-2026-014", until: "2026-12-18" } },
    ]);
    expect((await desk.type("rgc", "/donnees effacer stagiaire:T-0099")).outcome).toBe("invalid");
    expect((await desk.type("rgc", "/donnees effacer")).outcome).toBe("invalid");
  });
});

describe("erasing a trainee whom evidence holds", () => {
  let file = "";
  let desk: TestDesk;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ file, desk, remove } = await aNamingDesk());
    const half = { workspace: "test", siret: "99900014400017", session_reference: "SE-2025-001", trainee_id: "T-0002", day: "2025-11-03" };
    const said = {
      half: "morning",
      status: "present",
      source: "desk",
      recorded_by: "u",
      recorded_at: "2025-11-03T12:00:00.000Z",
      version: 1,
    };
    await besides(file, (base) => base("attendance").insert({ ...half, ...said }));
  });
  afterAll(async () => {
    await desk.close();
    await remove();
  });

  it("hands out all that is kept in one file, which no chat takes", async () => {
    const exported = await desk.type("rgc", "/donnees exporter stagiaire:T-0002");
    expect(exported).toMatchObject({ outcome: "done", files: [{ confidential: true, name: "donnees-T-0002-2026-11-16.zip" }] });
    const [pack] = exported.reply.packages ?? [];
    expect(pack?.parts.map(({ fileName }) => fileName)).toEqual(["donnees.json", "donnees.pdf", expect.stringMatching(/^P-0001-.*\.pdf$/)]);
    const json = JSON.parse((pack?.parts[0] as { readonly text: string } | undefined)?.text ?? "{}");
    expect(json).toMatchObject({ stagiaire: { id: "T-0002", lastName: last, franceTravailId: "90807060504", person: account } });
    expect(Object.keys(json).sort()).toEqual(["appointments", "attachments", "attendance", "quote_versions", "quotes", "stagiaire"]);
    const entries = await desk.database.read("test", "all", ({ audit }) => audit.search({ limit: 1 }));
    expect(entries).toMatchObject([{ act: "donnees.exporter", object: "T-0002", outcome: "done" }]);
  });

  it("is shown first, in words that confirm it and hold no name", async () => {
    const asked = { workspace: "test", actor: { id: "rgc", name: "rgc" }, mayFound: false };
    const options = { stagiaire: "T-0002" };
    const preview = await desk.dispatch({ ...asked, deliveryId: "see", path: "donnees effacer", options, stage: { kind: "preview" } });
    expect(preview.outcome).toBe("done");
    expect(preview.reply.title?.fr).toBe("Aperçu · Effacement · T-0002 (Z. Q.)");
    expect(preview.reply.lines?.[1]?.text.fr).toContain("Restent jusqu'au 03/11/2031 : nom, identifiant, et les preuves d'assiduité");
    expect(await found(file)).toEqual(traces.map(String));
    const confirmed = await desk.dispatch({ ...asked, deliveryId: "do", options: {}, stage: { kind: "confirm", of: "see" } });
    expect(confirmed).toMatchObject({ outcome: "done", reply: { data: { trainee: "T-0002", heldUntil: "2031-11-03" } } });
    expect(JSON.stringify(confirmed.reply)).not.toMatch(/quercy/i);
  });

  it("takes out at once what nothing holds, and says until when the rest stays", async () => {
    expect(await found(file)).toEqual(traces.slice(0, 3).map(String));
    const tables = await besides(file, async (base) => {
      const named: string[] = [];
      const all: readonly string[] = await base("sqlite_master").where({ type: "table" }).pluck("name");
      for (const table of all) {
        const rows = JSON.stringify(await base(table).select("*"));
        if (traces.some((trace) => trace.test(rows))) named.push(table);
      }
      return named.sort();
    });
    expect(tables).toEqual(["quote_versions", "trainee_names", "trainees"]);
    expect((await desk.type("rgc", "/donnees conservation")).reply.lines?.map(({ text }) => text.fr)).toContain(
      "T-0002 : effacement demandé, terminé de lui-même après le 03/11/2031.",
    );
  });

  it("ends by itself the day after, in the bytes too", async () => {
    desk.setClock("2031-11-03T22:00:00.000Z");
    expect(await endErasures(desk.database, desk.now())).toBe(0);
    desk.setClock("2031-11-04T08:00:00.000Z");
    expect(await endErasures(desk.database, desk.now())).toBe(1);
    expect(await found(file)).toEqual([]);
    expect((await desk.database.trails.verify("test")).problems).toEqual([]);
    expect(await endErasures(desk.database, desk.now())).toBe(0);
  });
});

it("cut off before the free space followed, leaves the rest to the next start", async () => {
  const { file, desk, remove } = await aNamingDesk();
  const request = { workspace: "test", id: "cut", at: desk.now(), actor: "rgc", path: "donnees effacer" };
  await desk.database.deliver(request, async (unit) => {
    const store = unit.store("all");
    const trainee = await store.trainees.get("T-0002");
    if (trainee === undefined) throw new Error("no trainee");
    await eraseTrainee(store, trainee, { id: "T-0002", siret: trainee.siret, askedOn: "2026-11-16", askedBy: "rgc", doneOn: "2026-11-16" });
    return { outcome: "done" };
  });
  expect(await found(file)).not.toEqual([]);
  await desk.close();
  const again = await openDesk({ file });
  expect(await again.database.purge()).toBe(true);
  expect(await found(file)).toEqual([]);
  await again.close();
  await remove();
});

it("hands out what is kept of a member of the team: rights, hours, acts counted by kind, messages", async () => {
  const desk = await openFoundedDesk();
  await lines(
    desk,
    ["rgc", "/acces compte personne:coordinateur double-authentification:aujourd'hui"],
    ["coordinateur", '/rdv horaires personne:coordinateur semaine:"lun-ven 9h-12h30"'],
  );
  const exported = await desk.type("rgc", "/donnees exporter personne:coordinateur");
  expect(exported).toMatchObject({ outcome: "done", files: [{ confidential: true }] });
  const [json, pdf] = exported.reply.packages?.[0]?.parts ?? [];
  const kept = JSON.parse((json as { readonly text: string }).text);
  expect(Object.keys(kept)).toEqual(["people", "accounts", "grants", "working_hours", "acts"]);
  expect(kept.acts).toContainEqual(expect.objectContaining({ act: "rdv.horaires", outcome: "done", count: 1 }));
  const read = JSON.stringify((pdf as { readonly document: unknown }).document);
  for (const words of ["coordinateur pédagogique", "rdv horaires", "Double authentification vue le", "16/11/2026", "lundi"])
    expect(read).toContain(words);
  expect(read).not.toMatch(/rdv\.|twoFactorOn|weekday|"rgc"/);
  expect((await desk.type("rgc", "/donnees exporter personne:personne-inconnue")).outcome).toBe("invalid");
  expect((await desk.type("rgc", "/donnees exporter")).outcome).toBe("invalid");
  await desk.close();
});

describe("erasing a member of the team", () => {
  it("waits for their departure, then leaves an identifier in the place of the name", async () => {
    const { file, remove } = await aFile();
    const desk = await openFoundedDesk({ file });
    const named = (line: string, name: string) =>
      desk.dispatch({ workspace: "test", deliveryId: line, actor: { id: "u-77", name }, mayFound: false, path: "aide", options: {} });
    await lines(desk, ["rgc", `/acces accorder personne:"<@77> ${first} ${last}" profil:formateur motif:"Remplace ${first} ${last}"`]);
    await named("hello", `${first} ${last}`);
    expect((await desk.type("rgc", "/donnees effacer personne:<@77>")).reply.problems).toMatchObject([{ code: "privacy.still-enabled" }]);
    await lines(desk, ["rgc", "/acces depart personne:<@77>"], ["rgc", "/donnees effacer personne:<@77>"]);
    expect(await found(file)).toEqual([]);
    expect((await desk.database.trails.verify("test")).problems).toEqual([]);
    expect((await desk.type("rgc", "/acces voir")).outcome).toBe("done");
    await desk.close();
    await remove();
  });
});
