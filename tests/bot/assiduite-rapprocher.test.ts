import { type Siret, siretSchema } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { aClaim, anAttendance, anEnrolment, aSignIn, now, write } from "./store/fixtures.js";

const siret: Siret = siretSchema.parse("99900014400017");
const traineeId = "T-0001";
const own = { siret, traineeId };
const afternoon = { ...own, half: "afternoon" as const };

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done("/session planning reference:SE-2026-014 semaine:lun 9h-12h30 13h30-17h");
  await kept(({ enrolments }) => enrolments.save(anEnrolment(own)));
  desk.setClock("2026-12-09T08:00:00.000Z");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

function kept(work: (store: Store) => Promise<unknown>): Promise<void> {
  return write(desk.database, work, { workspace: "test" });
}

async function done(line: string, person = "coordinateur"): Promise<Answer["reply"]> {
  const answer = await desk.type(person, line);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer.reply;
}

const reconciled = (options = "") => done(`/assiduite rapprocher session:SE-2026-014 ${options}`);
const said = ({ lines = [] }: Answer["reply"]) => lines.map(({ text }) => text.fr.replaceAll("\u00a0", " "));
const table = ({ table: shown }: Answer["reply"]) =>
  (shown?.rows ?? []).map((row) => row.map(({ fr }) => fr.replaceAll("\u00a0", " ")).join(" | "));

/** Camille followed both half-days of the first Monday, and everybody knows. */
function soundDay(): Promise<void> {
  return kept(async ({ attendance, signIns, claims }) => {
    await attendance.saveMany([anAttendance(own), anAttendance(afternoon)], { by: "omar", at: now });
    await signIns.addMany([aSignIn(own), aSignIn(afternoon)]);
    await claims.addMany([aClaim(own), aClaim(afternoon), aClaim({ ...own, kind: "billed" }), aClaim({ ...afternoon, kind: "billed" })]);
  });
}

describe("a session of which everybody says the same", () => {
  it("is sound, and every minute is shown", async () => {
    await soundDay();
    const reply = await reconciled();
    expect(reply.verdict).toBe("sound");
    expect(said(reply)).toEqual([
      "Tout concorde : aucun écart entre les sources.",
      "Prévu : 14 h = 7 h suivies + 7 h à venir.",
      "Suivi : 7 h = 7 h signées.",
    ]);
    expect(table(reply)).toEqual([
      "Saisi | 7 h | 7 h | — | — | — | — | —",
      "Signé | 2 | 2 | — | — | — | — | —",
      "Déclaré | 7 h | 7 h | — | — | — | — | —",
      "Facturé | 7 h | 7 h | — | — | — | — | —",
    ]);
    expect(reply.texts).toBeUndefined();
  });
});

describe("what does not agree", () => {
  it("is told by who and when, with both figures, what blocks first", async () => {
    await soundDay();
    await kept(async ({ attendance }) => {
      const late = anAttendance({ ...own, status: "late", lateMinutes: 90 });
      await attendance.saveMany([late, anAttendance({ ...afternoon, status: "unexcused" })], { by: "omar", at: now });
    });
    const reply = await reconciled();
    expect(reply.verdict).toBe("unsound");
    expect(said(reply)).toEqual([
      "2 écarts bloquants, 3 à vérifier.",
      "Prévu : 14 h = 2 h suivies + 5 h manquées + 7 h à venir.",
      "Suivi : 2 h = 2 h signées.",
      "Facturé autre que saisi (2). Vérifiez le relevé ; s'il est juste, faites un avoir.",
      "T-0001 · Camille DURAND, 07/12/2026 matin : 3 h 30 facturées, 2 h saisies",
      "T-0001 · Camille DURAND, 07/12/2026 après-midi : 3 h 30 facturées, absence saisie",
      "Signé mais saisi absent (1). Demandez au formateur ce qu'il en est ; corrigez le relevé, ou notez l'erreur sur la feuille.",
      "T-0001 · Camille DURAND, 07/12/2026 après-midi : 1 signature, absence saisie",
      "Déclaré autre que saisi (2). Corrigez le relevé s'il est faux ; sinon, corrigez la déclaration dans Kairos et clôturez de nouveau le mois.",
      "T-0001 · Camille DURAND, 07/12/2026 matin : 3 h 30 déclarées, 2 h saisies",
      "T-0001 · Camille DURAND, 07/12/2026 après-midi : 3 h 30 déclarées, absence saisie",
    ]);
  });

  it("is missing once the day is over; what is to be declared, after the day of the month that the provider sets", async () => {
    await kept(({ attendance }) => attendance.saveMany([anAttendance(own)], { by: "omar", at: now }));
    expect(kinds(await reconciled())).toEqual(["not-signed", "not-recorded"]);
    desk.setClock("2027-01-05T08:00:00.000Z");
    expect(kinds(await reconciled("mois:12/2026"))).not.toContain("not-declared");
    desk.setClock("2027-01-06T08:00:00.000Z");
    expect(kinds(await reconciled("mois:12/2026"))).toContain("not-declared");
  });

  it("is a signature for each half-day, or for each day where the funder wants no more", async () => {
    await soundDay();
    await kept(async ({ signIns }) => {
      await signIns.addMany([aSignIn({ ...own, method: "sheet", proof: "FE-0001" })]);
    });
    expect(kinds(await reconciled())).toEqual(["twice"]);
    await kept(({ signIns }) => signIns.removeByProof("SE-2026-014", "FE-0001"));
    await kept(({ claims }) => claims.removeByReference("billed", "SE-2026-014", "2026-12"));
    await kept(({ attendance }) => attendance.saveMany([anAttendance({ ...own, half: "evening" })], { by: "omar", at: now }));
    expect(kinds(await reconciled())).toEqual(["outside"]);
  });

  it("asks remote training for two kinds of evidence where nobody signed", async () => {
    const remote = (...evidence: ("connection" | "quiz")[]) =>
      kept(({ attendance }) => attendance.saveMany([anAttendance({ ...own, status: "remote", evidence })], { by: "omar", at: now }));
    await remote("connection");
    expect(kinds(await reconciled())).toContain("not-signed");
    await remote("connection", "quiz");
    expect(kinds(await reconciled())).not.toContain("not-signed");
    expect(said(await reconciled())).toContain("Suivi : 3 h 30 = 3 h 30 prouvées autrement.");
  });

  it("comes after a withdrawal, and blocks", async () => {
    await soundDay();
    await kept(({ enrolments }) => enrolments.save(anEnrolment({ ...own, withdrawal: { day: "2026-12-07", half: "afternoon" } })));
    const reply = await reconciled();
    expect(kinds(reply)).toEqual(["withdrawn", "withdrawn", "withdrawn", "withdrawn"]);
    expect(said(reply)[0]).toBe("4 écarts bloquants, 0 à vérifier.");
    expect(table(reply)[0]).toBe("Saisi | 7 h | 3 h 30 | — | — | — | 3 h 30 | —");
  });

  it("goes into a file beyond twenty lines, by reference only", async () => {
    await kept(async ({ attendance }) => {
      const many = Array.from({ length: 25 }, (_, rank) => anAttendance({ siret, traineeId: `T-1${String(rank).padStart(3, "0")}` }));
      await attendance.saveMany(many, { by: "omar", at: now });
    });
    const reply = await reconciled();
    expect(said(reply).filter((one) => one.startsWith("T-1"))).toHaveLength(20);
    expect(said(reply).at(-1)).toBe("7 autres écarts : tous sont dans le fichier.");
    const [file] = reply.texts ?? [];
    expect(file?.fileName).toBe("rapprochement-SE-2026-014.csv");
    expect(file?.text.trim().split("\r\n")).toHaveLength(28);
    expect(file?.text).toContain("hors du planning;SE-2026-014;T-1000;07/12/2026;matin;saisi;210;prévu;;");
    expect(file?.text).not.toContain("DURAND");
  });
});

describe("a part of a session", () => {
  it("is one month, or one trainee", async () => {
    await soundDay();
    expect(table(await reconciled("mois:11/2026"))[0]).toBe("Saisi | — | — | — | — | — | — | —");
    expect(table(await reconciled("mois:12/2026 stagiaire:t-0001"))[0]).toBe("Saisi | 7 h | 7 h | — | — | — | — | —");
    const refused = await desk.type("coordinateur", "/assiduite rapprocher session:SE-2026-014 stagiaire:T-9999");
    expect(refused.reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-reference"]);
  });

  it("is unknown, or not for whoever may not look at attendance", async () => {
    const unknown = await desk.type("coordinateur", "/assiduite rapprocher session:SE-1");
    expect(unknown.reply.problems?.map(({ code }) => code)).toEqual(["input.unknown-reference"]);
    expect((await desk.type("inconnu", "/assiduite rapprocher session:SE-2026-014")).outcome).toBe("denied");
  });

  it("of which nothing is known yet is nothing", async () => {
    await done("/session creer reference:SE-2 intitule:Cariste debut:07/12/2026 fin:18/12/2026 heures-centre:70 h");
    expect(said(await done("/assiduite rapprocher session:SE-2"))).toEqual([
      "Rien à comparer : rien n'est prévu, saisi, signé, déclaré ni facturé ici. Vérifiez le mois, le stagiaire et le planning de la session.",
      "Prévu : 0 h.",
    ]);
  });
});

it("the provider says what one signature covers", async () => {
  await soundDay();
  await kept(({ signIns }) => signIns.addMany([aSignIn({ ...own, day: "2026-12-14" })]));
  await done("/organisme regler parametre:emargement-par valeur:jour", "rgc");
  expect(kinds(await reconciled())).toEqual(["future"]);
  const refused = await desk.type("rgc", "/organisme regler parametre:emargement-par valeur:semaine");
  expect(refused.outcome).not.toBe("done");
});

function kinds(reply: Answer["reply"]): readonly string[] {
  return (reply.data as { differences: readonly { kind: string }[] }).differences.map(({ kind }) => kind);
}
