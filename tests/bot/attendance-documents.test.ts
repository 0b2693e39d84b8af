import { type AttendanceRecord, plannedHalfDays, type Schedule, type Session } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aClosedMonth, aDeclaration } from "../core/attendance/certificate-examples.js";
import { aFact, allPresent, anEnrolment, aSignIn } from "../examples/attendance.js";
import { readPdf } from "../pdf/reader.js";
import { read } from "../pdf/shown.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
let seeds = 0;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done("/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 13h30-17h");
  await done("/session corriger reference:SE-2026-014 formateurs:Omar Diallo");
  await done("/acces accorder personne:omar-diallo profil:formateur motif:Cours", "rgc");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const feuille = "/assiduite feuille session:SE-2026-014";
const attestation = "/assiduite attestation session:SE-2026-014";

describe("/assiduite feuille", () => {
  it("prints the next day of the session, blank, for everybody enrolled", async () => {
    await enrol("T-0001");
    const answer = await type(feuille);
    expect(said(answer)).toContain("Feuille vierge, 07/12/2026 : 1 stagiaire, 2 demi-journées.");
    expect(answer.files.map(({ name, confidential }) => [name, confidential])).toEqual([["feuille-SE-2026-014-2026-12-07.pdf", undefined]]);
    const text = shown(answer);
    for (const part of ["lundi 07/12/2026", "09:00–12:30", "Bordeaux", "Omar Diallo", "Camille DURAND", "SIRET 999 000 144 00017"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/présent|non signé/);
  });

  it("prints today's during the session, and the last one after it", async () => {
    await enrol("T-0001");
    desk.setClock("2026-12-12T08:00:00.000Z");
    expect(namesOf(await type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-14.pdf"]);
    desk.setClock("2026-12-15T08:00:00.000Z");
    expect(namesOf(await type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-15.pdf"]);
    desk.setClock("2027-02-01T08:00:00.000Z");
    expect(namesOf(await type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-18.pdf"]);
  });

  it("prints a month of everybody, and a month of one", async () => {
    await enrol("T-0001");
    expect(namesOf(await type(`${feuille} mois:12/2026`))).toEqual(["feuille-SE-2026-014-2026-12.pdf"]);
    const one = await type(`${feuille} stagiaire:t-0001`);
    expect(namesOf(one)).toEqual(["feuille-SE-2026-014-2026-12-T-0001.pdf"]);
    expect(said(one)).toContain("Feuille vierge, décembre 2026, T-0001 · Camille DURAND : 1 stagiaire, 20 demi-journées.");
  });

  it("filled in, says what is recorded and signed, and that only", async () => {
    await enrol("T-0001");
    await seed(async (store, { schedule }) => {
      const [first, second] = schedule.halfDays;
      if (first === undefined || second === undefined) throw new Error("no half-day");
      await store.attendance.saveMany([aFact("T-0001", first, { status: "late", lateMinutes: 12 })], { by: "lea", at: desk.now() });
      await store.signIns.addMany([aSignIn("T-0001", first, { at: "2026-12-07T08:12:00.000Z" })]);
    });
    const answer = await type(`${feuille} jour:07/12/2026 remplie:oui`);
    expect(namesOf(answer)).toEqual(["feuille-SE-2026-014-2026-12-07-remplie.pdf"]);
    expect(shown(answer)).toContain("Camille DURAND 12 min de retard signé par code le 07/12/2026 à 09:12 non renseigné");
  });

  it("says what makes a sheet worthless, and how to mend it", async () => {
    await done("/session corriger reference:SE-2026-014 formateurs:aucun");
    const answer = await type(feuille);
    expect(said(answer)).toContain("Il manque le formateur : sans cela la feuille ne prouve rien.");
    expect(said(answer)).toContain("Aucun stagiaire n'est attendu");
    expect(answer.reply.next?.[0]?.command).toBe("/session corriger reference:SE-2026-014 formateurs:…");
    expect(shown(answer)).toContain("Formateur : …");
  });

  it("has nothing to print without a schedule, and says how to make one", async () => {
    await done("/session creer reference:SE-2 intitule:Cariste debut:07/12/2026 fin:18/12/2026 heures-centre:70 h");
    const answer = await type("/assiduite feuille session:SE-2");
    expect([answer.outcome, answer.files]).toEqual(["done", []]);
    expect(answer.reply.next?.[0]?.command).toContain("/session planning reference:SE-2");
  });

  it.each([
    ["jour:12/12/2026", "input.unknown-value", "jour"],
    ["mois:01/2027", "input.unknown-value", "mois"],
    ["mois:13/2026", "input.unknown-value", "mois"],
    ["jour:07/12/2026 mois:12/2026", "input.unknown-value", "jour"],
    ["jour:07/12/2026 stagiaire:T-0001", "input.unknown-value", "jour"],
    ["stagiaire:T-0099", "input.unknown-reference", "stagiaire"],
    ["stagiaire:T-0001 mois:11/2026", "input.unknown-value", "mois"],
  ])("refuses %s", async (options, code, path) => {
    await enrol("T-0001");
    const answer = await type(`${feuille} ${options}`);
    expect(answer.outcome).not.toBe("done");
    expect(answer.reply.problems?.map((problem) => [problem.code, problem.path[0]])).toEqual([[code, path]]);
    expect(answer.files).toEqual([]);
  });

  it("is for who may read attendance, and for whoever teaches the session", async () => {
    await enrol("T-0001");
    expect((await type(feuille, "omar-diallo")).outcome).toBe("done");
    expect((await type(feuille, "assistant")).outcome).toBe("done");
    expect((await type(feuille, "valideur")).outcome).toBe("denied");
    await done("/session corriger reference:SE-2026-014 formateurs:Léa Roy");
    const elsewhere = await type(feuille, "omar-diallo");
    expect(codes(elsewhere)).toEqual(["access.not-own-session"]);
  });
});

describe("/assiduite attestation: completion certificates", () => {
  const signed = `${attestation} signataire:Nadia Sellier`;

  it("prints the hours attended when all accounts agree", async () => {
    await enrol("T-0001");
    await attendAll(["T-0001"], { lateAtFirst: 30 });
    const answer = await type(`${signed} stagiaire:T-0001 heures:69h30 lieu:Pau`);
    expect([answer.outcome, codes(answer)]).toEqual(["done", []]);
    expect(namesOf(answer)).toEqual(["certificat-SE-2026-014-T-0001.pdf"]);
    for (const part of ["CERTIFICAT DE RÉALISATION Camille DURAND", "Durée suivie 69 h 30", "Fait à Pau, le 18/12/2026. Nadia Sellier"])
      expect(shown(answer)).toContain(part);
    expect(said(answer)).toContain("1 certificat prêt : 69 h 30.");
  });

  it("is blocked by other hours, with the difference, and prints nothing", async () => {
    await enrol("T-0001");
    await attendAll(["T-0001"], { lateAtFirst: 30 });
    const answer = await type(`${signed} stagiaire:T-0001 heures:70 h`);
    expect([answer.outcome, codes(answer), answer.files]).toEqual(["refused", ["certificate.hours-differ"], []]);
    expect(answer.reply.problems?.[0]?.params).toEqual({ by: "asked", minutes: 4200, attended: 4170 });
  });

  it.each([
    ["nobody signs", { closed: true, until: 20 }, attestation, ["certificate.unsigned"]],
    ["the month is open", { closed: false, until: 20 }, signed, ["certificate.hours-differ"]],
    ["a half-day has no fact", { closed: true, until: 19 }, signed, ["certificate.hours-differ"]],
    ["nothing was attended", { closed: false, until: 0 }, signed, ["certificate.field-missing", "certificate.hours-differ", "certificate.hours-differ"]],
  ])("is blocked when %s", async (_, { closed, until }, line, expected) => {
    await enrol("T-0001");
    await attendAll(["T-0001"], { closed, until });
    const answer = await type(line);
    expect([answer.outcome, codes(answer), answer.files]).toEqual(["refused", expected, []]);
  });

  it("of everybody: a file each for those that are sound, and why for the others", async () => {
    await addTrainees(3);
    await attendAll(["T-0001", "T-0002", "T-0003"], {});
    await seed(async (store, { schedule }) => {
      const [first] = schedule.halfDays;
      if (first !== undefined)
        await store.attendance.removeMany([{ ...first, sessionReference: "SE-2026-014", traineeId: "T-0002" }], {
          by: "lea",
          at: desk.now(),
        });
    });
    const answer = await type(signed);
    expect(answer.outcome).toBe("done");
    expect(namesOf(answer)).toEqual(["certificat-SE-2026-014-T-0001.pdf", "certificat-SE-2026-014-T-0003.pdf"]);
    expect(said(answer)).toContain("1 certificat bloqué : voir le tableau.");
    const rows = answer.reply.table?.rows.map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")));
    expect(rows?.map(([who, hours, verdict]) => [who, hours, verdict])).toEqual([
      ["T-0001 · Camille DURAND", "70 h / 70 h", "prêt"],
      ["T-0002 · Anne MARTIN", "66 h 30 / 70 h", "bloqué"],
      ["T-0003 · Anne MARTIN", "70 h / 70 h", "prêt"],
    ]);
    expect(rows?.[1]?.[3]).toContain("1 demi-journée passée n'a aucune saisie (3 h 30)");
  });

  it("of more than a message holds: one file, a page each", async () => {
    const ids = await addTrainees(11);
    await attendAll(ids, {});
    const answer = await type(signed);
    expect(namesOf(answer)).toEqual(["certificats-SE-2026-014.pdf"]);
    expect(readPdf(answer.files[0]?.bytes ?? new Uint8Array()).pages).toHaveLength(11);
  });

  it("says once what blocks them all", async () => {
    await attendAll(await addTrainees(3), {});
    const answer = await type(attestation);
    expect([answer.outcome, codes(answer)]).toEqual(["refused", ["certificate.unsigned"]]);
    expect(answer.reply.table?.rows.map((row) => row[3]?.fr)).toEqual(["", "", ""]);
  });

  it("warns before the end, of who is still there", async () => {
    await enrol("T-0001");
    await attendAll(["T-0001"], { until: 18 });
    desk.setClock("2026-12-17T18:00:00.000Z");
    const answer = await type(signed);
    expect([answer.outcome, codes(answer), namesOf(answer).length]).toEqual(["done", ["certificate.before-end"], 1]);
  });

  it("leaves no name in the trail", async () => {
    await enrol("T-0001");
    await attendAll(["T-0001"], {});
    await type(`${signed} stagiaire:T-0001`);
    const entries = await desk.database.read("test", "all", (store) => store.audit.search({ limit: 5 }));
    expect(JSON.stringify(entries)).toContain('"act":"assiduite.attestation","object":"SE-2026-014"');
    expect(entries[0]?.details).toEqual({ kind: "completion", sound: 1, blocked: 0, trainee: "T-0001" });
    expect(JSON.stringify(entries)).not.toMatch(/Camille|Durand|Sellier/i);
  });
});

describe("/assiduite attestation: what the portal is told", () => {
  it("before the training, field by field, and that nothing is sent", async () => {
    await enrol("T-0001");
    const answer = await type(`${attestation} stagiaire:T-0001 type:inscription`);
    const fields = (answer.reply.fields ?? []).map(({ name, value }) => `${name.fr} : ${value.fr.replaceAll("\u00a0", " ")}`);
    expect(fields).toContain("Identifiant France Travail : 10203040506");
    expect(fields).toContain("Numéro Carif-Oref : 75_SE00148712");
    expect(fields).toContain("Premier jour prévu : 07/12/2026");
    expect(fields).toContain("Durée prévue : 70 h");
    expect(said(answer)).toContain("Rien ne manque");
    expect(said(answer)).toContain("Kairos n'envoie rien");
    expect(answer.files).toEqual([]);
  });

  it("says what is missing and where it is given", async () => {
    await done("/stagiaire ajouter prenom:Anne nom:Martin", "gestionnaire");
    await enrol("T-0002");
    const answer = await type(`${attestation} stagiaire:T-0002 type:entree`);
    expect(said(answer)).toContain("T-0002 · Anne MARTIN, il manque : Identifiant France Travail, Entrée effective.");
    expect(answer.reply.next?.map(({ command }) => command)).toContain("/stagiaire corriger reference:T-0002 identifiant:…");
  });

  it("once people have come: each one's entry, and by when it is declared", async () => {
    await addTrainees(2);
    await attendAll(["T-0001", "T-0002"], { until: 2 });
    desk.setClock("2026-12-08T08:00:00.000Z");
    const answer = await type(`${attestation} type:entrée`);
    expect(said(answer)).toContain("au plus tard le 10/12/2026 (T-0001 · Camille DURAND).");
    expect(answer.reply.fields?.map(({ name }) => name.fr)).toContain("Entrée effective");
    expect(answer.reply.table?.rows.map(([id]) => id?.fr)).toEqual(["T-0001", "T-0002"]);
    desk.setClock("2026-12-11T08:00:00.000Z");
    expect(said(await type(`${attestation} type:entrée`))).toContain("c'est passé, faites-le aujourd'hui");
  });
});

describe("/assiduite attestation", () => {
  it("is not for whoever only teaches, nor of somebody who is not enrolled", async () => {
    expect((await type(attestation, "omar-diallo")).outcome).toBe("denied");
    expect(said(await type(attestation))).toContain("Personne n'est inscrit à cette session");
    expect(codes(await type(`${attestation} stagiaire:T-0001`))).toEqual(["input.unknown-reference"]);
    await enrol("T-0001");
    expect(codes(await type(`${attestation} stagiaire:T-0001 heures:soixante`))).toEqual(["input.not-a-duration"]);
    expect(codes(await type(`${attestation} type:bilan`))).toEqual(["input.unknown-value"]);
    expect(codes(await type("/assiduite attestation session:SE-9"))).toEqual(["input.unknown-reference"]);
  });
});

const type = (line: string, person = "coordinateur") => desk.type(person, line);

async function done(line: string, person?: string): Promise<void> {
  const answer = await type(line, person);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
}

interface Seeded {
  readonly session: Session;
  readonly schedule: Schedule;
}

/** Writes what other commands would have. */
async function seed(work: (store: Store, seeded: Seeded) => Promise<void>): Promise<void> {
  seeds += 1;
  await desk.database.deliver({ workspace: "test", id: `seed-${seeds}`, at: desk.now(), actor: "lea", path: "seed" }, async (unit) => {
    const store = unit.store("all");
    const [session, schedule] = [await store.sessions.get("SE-2026-014"), await store.schedules.get("SE-2026-014")];
    if (session === undefined || schedule === undefined) throw new Error("no session");
    await work(store, { session, schedule });
    return { outcome: "done" };
  });
}

const enrol = (...ids: readonly string[]) =>
  seed(async (store) => {
    for (const traineeId of ids) await store.enrolments.save(anEnrolment({ traineeId }));
  });

/** So many in all, enrolled; the first is there already. */
async function addTrainees(count: number): Promise<readonly string[]> {
  for (let made = 1; made < count; made += 1)
    await done("/stagiaire ajouter prenom:Anne nom:Martin identifiant:10203040507", "gestionnaire");
  const ids = Array.from({ length: count }, (_, index) => `T-${String(index + 1).padStart(4, "0")}`);
  await enrol(...ids);
  return ids;
}

/** Present at the first half-days, all of them unless told; December declared and closed, on its last evening. */
async function attendAll(
  ids: readonly string[],
  { lateAtFirst = 0, closed = true, until = 20 }: { readonly lateAtFirst?: number; readonly closed?: boolean; readonly until?: number },
): Promise<void> {
  desk.setClock("2026-12-18T18:00:00.000Z");
  await seed(async (store, { schedule }) => {
    const halfDays = schedule.halfDays.slice(0, until);
    const roster = ids.map((traineeId) => anEnrolment({ traineeId }));
    const late = (fact: AttendanceRecord) =>
      lateAtFirst > 0 && fact.day === "2026-12-07" && fact.half === "morning"
        ? { ...fact, status: "late" as const, lateMinutes: lateAtFirst }
        : fact;
    await store.attendance.saveMany(allPresent(roster, { halfDays }).map(late), { by: "lea", at: desk.now() });
    if (!closed) return;
    await store.months.save(aClosedMonth());
    const planned = plannedHalfDays({ ...schedule, halfDays }, roster);
    const declared = planned.map((one) => ({
      ...aDeclaration(one, one.traineeId),
      minutes: one.minutes - (one.day === "2026-12-07" && one.half === "morning" ? lateAtFirst : 0),
    }));
    await store.claims.addMany(declared);
  });
}

function codes({ reply }: Answer): readonly string[] {
  return (reply.problems ?? []).map(({ code }) => code);
}

function said({ reply }: Answer): string {
  return (reply.lines ?? [])
    .map(({ text }) => text.fr)
    .join("\n")
    .replaceAll("\u00a0", " ");
}

function namesOf({ files }: Answer): readonly string[] {
  return files.map(({ name }) => name);
}

function shown({ files: [file] }: Answer): string {
  return file === undefined ? "" : read(readPdf(file.bytes).pages);
}
