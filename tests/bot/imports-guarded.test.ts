import { type Problem, type Session, sessionTable } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { csvOf } from "../../packages/bot/src/files/csv.js";
import { aSession } from "../examples/index.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

/** The session has half-days from 10 to 12 on 7 and 8 December, in no room, and room A 2 is promised to somebody on the 7th. */
async function plannedBesideAnAppointment(): Promise<Session> {
  await play("/session planning reference:SE-2026-014 semaine:lun-mar 10h-12h");
  await play("/rdv proposer nature:orientation le:07/12/2026 heure:10h30 duree:30 candidat:T-0001 avec:valideur salle:A 2");
  return there("SE-2026-014");
}

describe("a session replaced by an import", () => {
  it("is left out when half-days would stand outside its new dates", async () => {
    const before = await plannedBesideAnAppointment();
    await bringIn([{ ...before, startsOn: "2026-12-08" }], "import.faulty-entries");
    const partly = await type("/session valider-import reference:IMP-0001 remplacer:oui sains-seulement:oui");
    expect(partly.reply.data).toMatchObject({ replaced: 0, leftOut: 1 });
    expect(reportOf(partly)).toContain("demi-journées hors de la session");
    expect(await there("SE-2026-014")).toEqual(before);
  });

  it("is left out when its new room or its new trainer is met by an appointment", async () => {
    const before = await plannedBesideAnAppointment();
    const room = await bringIn([{ ...before, room: "a-2" }], "import.faulty-entries");
    expect(reportOf(room)).toContain("la salle a-2 est prise");
    const trainer = await bringIn([{ ...before, trainers: ["Valideur"] }], "import.faulty-entries");
    expect(reportOf(trainer)).toContain("est pris par le rendez-vous");
    await bringIn([{ ...before, room: "B" }]);
    expect((await there("SE-2026-014")).room).toBe("B");
  });

  it("is left out when it would come back from a cancellation over an appointment", async () => {
    const [before, cancelled] = await cancelledInARoom();
    await bringIn([before], "import.faulty-entries");
    expect(await there("SE-2026-014")).toEqual(cancelled);
  });
});

describe("a session that stands there already by its content", () => {
  it("is left out, inside the file as beside what is there", async () => {
    const before = await there("SE-2026-014");
    const { listingReference: _number, ...bare } = before;
    const twin = { ...bare, title: "Soudage" };
    const shown = await importSessions([
      { ...bare, reference: "SE-A" },
      { ...twin, reference: "SE-C" },
      { ...twin, reference: "SE-B" },
      { ...twin, reference: "SE-D", room: "B" },
    ]);
    expect(shown.reply.data).toMatchObject({ sessions: 2, leftOut: 2 });
    expect(reportOf(shown)).toMatch(/SE-A;laissée de côté;.*SE-2026-014 a le même intitulé/);
    expect(reportOf(shown)).toMatch(/SE-B;laissée de côté;.*SE-C a le même intitulé/);
    await play("/session valider-import reference:IMP-0001 sains-seulement:oui");
    expect((await type("/session doublons")).reply.data).toMatchObject({ found: 0 });
  });

  it("is told at once among ten thousand", { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => aSession({ reference: `SE-${index}`, title: `Cours ${index % 5000}` }));
    const bare = many.map(({ listingReference: _number, ...session }) => session);
    expect((await importSessions(bare)).reply.data).toMatchObject({ sessions: 5000, leftOut: 5000 });
  });
});

describe("an undone import", () => {
  it("keeps a replaced session that was planned, quoted or changed since, and not what used it before", async () => {
    await play("/session planning reference:SE-2026-014 semaine:lun-mar 10h-12h");
    const before = await there("SE-2026-014");
    await bringIn([{ ...before, place: "Pessac" }]);
    await play("/session annuler-import reference:IMP-0001");
    expect(await there("SE-2026-014")).toEqual(before);
    for (const [index, line] of [
      "/session planning reference:SE-2026-014 semaine:lun-mar 9h-12h remplacer:oui",
      "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001",
      "/session corriger reference:SE-2026-014 lieu:Talence",
    ].entries()) {
      await bringIn([{ ...before, place: `Pessac ${index}` }]);
      expect((await desk.type(line.startsWith("/devis") ? "gestionnaire" : "coordinateur", line)).outcome, line).toBe("done");
      const reference = `IMP-000${index + 2}`;
      expect(codes(await type(`/session annuler-import reference:${reference}`)), line).toEqual(["import.used-since"]);
      const kept = await type(`/session annuler-import reference:${reference} garder-utilisees:oui`);
      expect(kept.reply.data, line).toMatchObject({ restored: 0, kept: ["SE-2026-014"] });
    }
  });

  it("does not bring a cancelled session back over an appointment", async () => {
    const [, cancelled] = await cancelledInARoom();
    const refused = await type("/session annuler-import reference:IMP-0001");
    expect(codes(refused)).toEqual(["import.used-since", "session.schedule-over-appointment"]);
    const kept = await type("/session annuler-import reference:IMP-0001 garder-utilisees:oui");
    expect(kept.reply.data).toMatchObject({ restored: 0, kept: ["SE-2026-014"], gone: [] });
    expect(await there("SE-2026-014")).toEqual(cancelled);
  });

  it("does not bring back what another undo took away", async () => {
    const session = aSession({ reference: "SE-NEUVE", title: "Soudage", listingReference: "75_SE9" });
    await bringIn([session]);
    await bringIn([session]);
    await play("/session annuler-import reference:IMP-0001");
    expect(codes(await type("/session annuler-import reference:IMP-0002"))).toEqual(["import.used-since"]);
    const undone = await type("/session annuler-import reference:IMP-0002 garder-utilisees:oui");
    expect(undone.reply.data).toMatchObject({ restored: 0, removed: 0, kept: [], gone: ["SE-NEUVE"] });
    expect(undone.reply.lines?.map(({ text }) => text.fr).join()).toContain("Disparues depuis, donc pas rendues : SE-NEUVE.");
    expect(await sessions()).toHaveLength(1);
  });

  it("leaves alone a reference that another establishment took since", async () => {
    const session = aSession({ reference: "SE-NEUVE", title: "Soudage", listingReference: "75_SE9" });
    await bringIn([session]);
    await bringIn([{ ...session, place: "Pessac" }]);
    await play("/session annuler-import reference:IMP-0002");
    await bringIn([session]);
    await play("/session annuler-import reference:IMP-0001");
    expect((await desk.type("rgc", "/organisme etablissement siret:99900014400025 nom:Rives Pau rgc:paul")).outcome).toBe("done");
    expect((await desk.type("paul", "/acces accorder personne:paula profil:coordinateur pédagogique motif:Sessions")).outcome).toBe("done");
    const taken = await desk.type("paula", "/session creer reference:SE-NEUVE intitule:Autre debut:07/12/2026 fin:18/12/2026");
    expect(taken.outcome).toBe("done");
    const undone = await type("/session annuler-import reference:IMP-0003 garder-utilisees:oui");
    expect(undone.reply.data).toMatchObject({ restored: 0, gone: ["SE-NEUVE"] });
  });
});

describe("who teaches, in a file", () => {
  it("is the same person as when they are typed, and somebody new is told", async () => {
    const before = await there("SE-2026-014");
    const entered = await bringIn([{ ...before, trainers: ["VALIDEUR", "Jeanne Neuve", "jeanne neuve"] }]);
    expect((await there("SE-2026-014")).trainers).toEqual(["valideur", "jeanne-neuve"]);
    const told = entered.reply.lines?.map(({ text }) => text.fr).filter((text) => text.includes("pas encore connu"));
    expect(told).toEqual(["« Jeanne Neuve » n'était pas encore connu de Kairos : vérifiez que le nom est bien écrit."]);
    const written = await there("SE-2026-014");
    const exported = await type("/session exporter format:csv");
    const bytes = exported.files[0]?.bytes ?? new Uint8Array();
    expect(Buffer.from(bytes).toString()).toContain("valideur | Jeanne Neuve");
    await play("/session corriger reference:SE-2026-014 formateurs:aucun");
    await importBytes(bytes);
    await play("/session valider-import reference:IMP-0002 remplacer:oui");
    expect(await there("SE-2026-014")).toEqual(written);
  });
});

it("many sessions that share a number are told by their first ones", async () => {
  const shared = Array.from({ length: 13 }, (_, index) => {
    return aSession({ reference: `SE-${10 + index}`, title: `Cours ${index}`, listingReference: "75_SE9" });
  });
  await bringIn(shared);
  const [row] = (await type("/session doublons")).reply.table?.rows ?? [];
  expect(row?.[1]).toMatchObject({
    fr: expect.stringMatching(/^SE-11, .*SE-20… et 2 de plus$/),
    en: expect.stringMatching(/… and 2 more$/),
  });
});

/** Cancelled by an import, then its room promised to somebody at its hours. */
async function cancelledInARoom(): Promise<readonly [before: Session, cancelled: Session]> {
  await play("/session planning reference:SE-2026-014 semaine:lun-mar 10h-12h");
  await play("/session corriger reference:SE-2026-014 salle:A 2");
  const before = { ...(await there("SE-2026-014")), listing: { status: "open" as const, steps: [] } };
  await bringIn([{ ...before, listing: { status: "cancelled", steps: [] } }]);
  await play("/rdv proposer nature:orientation le:07/12/2026 heure:10h30 duree:30 candidat:T-0001 avec:valideur salle:A 2");
  return [before, await there("SE-2026-014")];
}

let imports = 0;
beforeEach(() => {
  imports = 0;
});

async function bringIn(several: readonly Session[], refused?: string): Promise<Answer> {
  await importSessions(several);
  const reference = `IMP-${imports.toString().padStart(4, "0")}`;
  const answer = await type(`/session valider-import reference:${reference} remplacer:oui`);
  expect(codes(answer).slice(0, 1)).toEqual(refused === undefined ? [] : [refused]);
  return answer;
}

function importSessions(several: readonly Session[]): Promise<Answer> {
  const [titles = [], ...rows] = sessionTable(several);
  return importBytes(Buffer.from(csvOf(titles, rows)));
}

function importBytes(bytes: Uint8Array): Promise<Answer> {
  imports += 1;
  return desk.type("coordinateur", "/session importer fichier:a.csv", { fichier: { name: "a.csv", bytes } });
}

async function play(line: string): Promise<void> {
  const answer = await type(line);
  expect([line, answer.outcome, codes(answer)]).toEqual([line, "done", expect.anything()]);
}

function type(line: string): Promise<Answer> {
  return desk.type("coordinateur", line);
}

function codes({ reply }: Answer): readonly string[] {
  return (reply.problems ?? []).map(({ code }: Problem) => code);
}

function reportOf({ files }: Answer): string {
  return Buffer.from(files.find(({ name }) => name.endsWith("-rapport.csv"))?.bytes ?? []).toString();
}

async function sessions(): Promise<readonly Session[]> {
  return desk.database.read("test", "all", (store) => store.sessions.list());
}

async function there(reference: string): Promise<Session> {
  const found = (await sessions()).find((session) => session.reference === reference);
  if (found === undefined) throw new Error(`no ${reference}`);
  return found;
}
