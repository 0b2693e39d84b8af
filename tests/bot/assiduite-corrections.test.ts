import { monthOf, type Problem, say } from "@kairos/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aFact } from "../core/attendance/facts.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done("/session planning reference:SE-2026-014 semaine:lun-jeu 9h-12h30 13h30-17h ; ven 9h-12h distance");
  await done("/stagiaire ajouter prenom:Élodie nom:Dupont");
  for (const id of ["T-0001", "T-0002"]) await done(`/assiduite inscrire session:SE-2026-014 stagiaire:${id}`);
  desk.setClock("2026-12-18T16:00:00.000Z");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const type = (line: string, person = "coordinateur") => desk.type(person, line);

async function done(line: string, person?: string): Promise<Answer["reply"]> {
  const answer = await type(line, person);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer.reply;
}

async function refused(line: string, person?: string): Promise<readonly string[]> {
  const { outcome, reply } = await type(line, person);
  expect(outcome, line).not.toBe("done");
  return codesOf(reply);
}

function codesOf({ problems = [] }: { problems?: readonly Problem[] | undefined }): readonly string[] {
  return problems.map(({ code }) => code);
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function said({ lines = [] }: Answer["reply"]): string {
  return plain(lines.map(({ text }) => text.fr).join("\n"));
}

function table({ table: shown }: Answer["reply"]): readonly string[] {
  return (shown?.rows ?? []).map((row) => plain(row.map(({ fr }) => fr).join(" | ")));
}

const read = <T>(work: (store: Store) => Promise<T>) => desk.database.read("test", "all", work);

let writes = 0;
async function write(work: (store: Store) => Promise<unknown>): Promise<void> {
  writes += 1;
  await desk.database.deliver({ workspace: "test", id: `w-${writes}`, at: desk.now(), actor: "karim", path: "essai" }, async (unit) => {
    await work(unit.store("all"));
    return { outcome: "done" };
  });
}

const monday = "session:SE-2026-014 jour:07/12/2026 matin";
const enter = (when = monday, rest = "") => done(`/assiduite saisir ${when} ${rest}`);
const correct = (rest: string, who = "T-0002", when = monday) =>
  `/assiduite corriger ${when} stagiaire:${who} ${rest} raison:Justificatif reçu`;

describe("a correction", () => {
  beforeEach(() => enter(monday, "sauf:T-0002 absent"));

  it("says what it changes, keeps who, when and why, and gives the history", async () => {
    desk.setClock("2026-12-18T17:00:00.000Z");
    const reply = await done(correct("statut:absence justifiée motif-absence:santé justificatif:AT-12"));
    expect(said(reply)).toBe("Corrigé. Avant : absence injustifiée → après : absence justifiée (santé, AT-12).");
    desk.setClock("2026-12-18T18:00:00.000Z");
    await done(correct("statut:présent"));
    expect(table(await done("/assiduite historique session:SE-2026-014"))).toEqual([
      "07/12/2026 matin | T-0002 · Élodie DUPONT | absence justifiée (santé, AT-12) | présent | coordinateur | 18/12/2026 à 19:00 | Justificatif reçu",
      "07/12/2026 matin | T-0002 · Élodie DUPONT | absence injustifiée | absence justifiée (santé, AT-12) | coordinateur | 18/12/2026 à 18:00 | Justificatif reçu",
    ]);
    expect(table(await done("/assiduite historique session:SE-2026-014 stagiaire:T-0001"))).toEqual([]);
    expect(await refused("/assiduite historique session:SE-2026-014 stagiaire:T-0099")).toEqual(["input.unknown-reference"]);
  });

  it("keeps the details that are not said again while the status stays", async () => {
    await done(correct("statut:absence justifiée motif-absence:santé"));
    expect(said(await done(correct("statut:absence justifiée justificatif:AT-12")))).toContain(
      "→ après : absence justifiée (santé, AT-12).",
    );
    expect(said(await done(correct("statut:absence injustifiée")))).toContain("→ après : absence injustifiée.");
  });

  it("that says what is there already changes nothing", async () => {
    expect(said(await done(correct("statut:absence injustifiée")))).toContain("Rien n'a changé");
    expect(table(await done("/assiduite historique session:SE-2026-014"))).toEqual([]);
  });

  it("erases a fact, and what is recorded later is not taken for what it became", async () => {
    desk.setClock("2026-12-18T17:00:00.000Z");
    expect(said(await done(correct("statut:aucun : effacer le fait")))).toBe("Corrigé. Avant : absence injustifiée → après : rien.");
    desk.setClock("2026-12-18T18:00:00.000Z");
    await enter();
    expect(table(await done("/assiduite historique session:SE-2026-014"))[0]).toContain("| absence injustifiée | rien |");
  });

  it("fills in a half-day that nobody recorded", async () => {
    const reply = await done(
      correct("statut:en retard minutes:20 parti-avant:0h15", "Dupont", "session:SE-2026-014 jour:08/12/2026 matin"),
    );
    expect(said(reply)).toBe("Corrigé. Avant : rien → après : en retard (20 min, parti avant la fin 15 min).");
  });

  it.each<[string, string, readonly string[]]>([
    ["a length that is no lateness", "statut:présent minutes:20", ["attendance.detail-misplaced"]],
    ["an early end beside an absence", "statut:absence justifiée parti-avant:20", ["attendance.detail-misplaced"]],
    [
      "a reason to be present",
      "statut:présent motif-absence:santé justificatif:AT-1",
      ["attendance.detail-misplaced", "attendance.detail-misplaced"],
    ],
    ["evidence in the centre", "statut:présent preuves:évaluation", ["attendance.detail-misplaced"]],
    ["more minutes than there are", "statut:en retard minutes:3h31", ["attendance.over-planned"]],
    ["no minute", "statut:en retard minutes:0", ["input.unknown-value"]],
    ["negative minutes", "statut:en retard minutes:-5", ["input.unknown-value"]],
    ["an unknown status", "statut:bof", ["input.unknown-value"]],
    ["an illness as a document", "statut:absence justifiée justificatif:certificat grippe", ["attendance.health-detail"]],
  ])("with %s is refused", async (_name, rest, codes) => {
    expect(await refused(correct(rest))).toEqual(codes);
  });

  it.each<[string, string, string, string]>([
    ["somebody unknown", "T-0099", monday, "input.unknown-reference"],
    ["a day off", "T-0002", "session:SE-2026-014 jour:12/12/2026 matin", "attendance.half-day-unplanned"],
    ["which half it is", "T-0002", "session:SE-2026-014 jour:07/12/2026", "attendance.half-day-to-choose"],
  ])("about %s is refused", async (_name, who, when, code) => {
    expect(await refused(correct("statut:présent", who, when))).toEqual([code]);
  });

  it("must not tell an illness as its reason either", async () => {
    expect(await refused(`/assiduite corriger ${monday} stagiaire:T-0002 statut:présent raison:il avait la grippe`)).toEqual([
      "attendance.health-detail",
    ]);
  });

  it("opens a closed month again, and says so", async () => {
    const month = {
      sessionReference: "SE-2026-014",
      siret: aFact().siret,
      month: monthOf("2026-12-07"),
      status: "closed" as const,
      closings: [],
    };
    await write((store) => store.months.save(month));
    expect(said(await done(correct("statut:présent")))).toContain("Décembre 2026 était clôturé : le mois est rouvert.");
    expect((await read((store) => store.months.get("SE-2026-014", "2026-12")))?.status).toBe("reopened");
  });

  it("tells of a withdrawal that is to be suspected", async () => {
    for (const [day, half] of [
      ["07", "après-midi"],
      ["08", "matin"],
      ["08", "après-midi"],
      ["09", "matin"],
    ]) {
      await enter(`session:SE-2026-014 jour:${day}/12/2026 ${half}`, "sauf:T-0002 absent");
    }
    const reply = await done(correct("statut:absence injustifiée", "T-0002", "session:SE-2026-014 jour:09/12/2026 après-midi"));
    expect(codesOf(reply)).toEqual(["attendance.unjustified-without-notice", "attendance.abandon-suspected"]);
    const suspected = reply.problems?.at(-1);
    expect(suspected && say(suspected).what).toBe(
      "T-0002 · Élodie DUPONT : 3 jours de formation manqués de suite sans justification, du 07/12/2026 au 09/12/2026. Abandon possible.",
    );
    const entered = await enter("session:SE-2026-014 jour:10/12/2026 matin", "sauf:T-0002 absent");
    expect(codesOf(entered)).toContain("attendance.abandon-suspected");
  });
});

describe("an enrolment", () => {
  const enrol = (rest: string, who = "T-0002") => `/assiduite inscrire session:SE-2026-014 stagiaire:${who} ${rest}`;

  it("says what is expected from now on", async () => {
    expect(said(await done(enrol("du:09/12/2026 au:16/12/2026 employeur:Logistique du Lez")))).toBe(
      ["Inscrit du 09/12/2026 au 16/12/2026 : 11 demi-journées attendues, 38 h.", "Employeur : Logistique du Lez."].join("\n"),
    );
    expect(said(await done(enrol("du:07/12/2026 employeur:aucun")))).toBe(
      "Inscrit du 07/12/2026 au 16/12/2026 : 15 demi-journées attendues, 52 h.",
    );
  });

  it("ends with a withdrawal, which is taken back", async () => {
    const left = await done(enrol("abandon:09/12/2026 demi-journee:après-midi motif:reprise d'emploi"));
    expect(said(left)).toContain(
      "Abandon à partir du 09/12/2026 après-midi (reprise d'emploi). La sortie est à déclarer à France Travail.",
    );
    expect(said(left)).toContain("5 demi-journées attendues");
    expect(said(await done(enrol("motif:transport")))).toContain("09/12/2026 après-midi (transport)");
    expect(said(await done(enrol("abandon:aucun")))).not.toContain("Abandon");
  });

  it("points at the facts it leaves behind, and at those that contradict it", async () => {
    await enter("session:SE-2026-014 jour:10/12/2026 matin");
    expect(said(await done(enrol("abandon:09/12/2026")))).toContain("1 demi-journée déjà notée n'est plus attendue : 10/12/2026 matin.");
    expect(await refused(correct("statut:en retard", "T-0002", "session:SE-2026-014 jour:10/12/2026 matin"))).toEqual([
      "attendance.after-abandon",
    ]);
    await done(correct("statut:aucun : effacer le fait", "T-0002", "session:SE-2026-014 jour:10/12/2026 matin"));
    expect(said(await done(enrol("motif:transport")))).not.toContain("plus attendue");
  });

  it.each<[string, string, readonly string[]]>([
    ["before the session", "du:04/12/2026", ["attendance.enrolment-dates"]],
    ["after the session", "au:19/12/2026", ["attendance.enrolment-dates"]],
    ["turned round", "du:16/12/2026 au:09/12/2026", ["attendance.enrolment-dates"]],
    ["withdrawn before joining", "du:09/12/2026 abandon:08/12/2026", ["attendance.enrolment-dates"]],
    ["withdrawn after leaving", "au:09/12/2026 abandon:10/12/2026", ["attendance.enrolment-dates"]],
    ["with a reason for nothing", "motif:transport", ["attendance.enrolment-dates"]],
    ["on a day that does not exist", "du:31/02/2026", ["input.not-a-date"]],
  ])("%s is refused", async (_name, rest, codes) => {
    expect(await refused(enrol(rest))).toEqual(codes);
  });

  it("of somebody unknown, or of another establishment, is refused", async () => {
    expect(await refused(enrol("", "T-0099"))).toEqual(["input.unknown-reference"]);
    await done("/organisme etablissement siret:99900014400025 nom:Atelier des Rives Pau", "rgc");
    await done("/acces accorder personne:coordinateur profil:coordinateur pédagogique motif:Pau etablissement:99900014400025", "rgc");
    await done("/stagiaire ajouter prenom:Luc nom:Pau etablissement:99900014400025");
    expect(await refused(enrol("", "T-0003"))).toEqual(["attendance.other-establishment"]);
  });

  it("in two sessions at a time is told", async () => {
    await done("/session creer reference:SE-2026-015 intitule:Préparateur debut:14/12/2026 fin:23/12/2026 heures-centre:35 h");
    const twice = "/assiduite inscrire session:SE-2026-015 stagiaire:T-0002";
    expect(codesOf(await done(twice))).toEqual(["attendance.enrolled-elsewhere"]);
    await done(enrol("au:11/12/2026"));
    expect(codesOf(await done(twice))).toEqual([]);
  });

  it("made by mistake is taken out, unless facts rest on it", async () => {
    expect(said(await done(enrol("retirer:oui")))).toContain("Inscription retirée.");
    expect(said(await done(enrol("retirer:oui")))).toContain("Aucune inscription n'est à retirer.");
    await done(enrol(""));
    await enter();
    expect(await refused(enrol("retirer:oui"))).toEqual(["attendance.enrolment-has-facts"]);
  });

  it("opens a closed month again when other half-days are expected", async () => {
    const month = { sessionReference: "SE-2026-014", siret: aFact().siret, month: "2026-12", status: "closed" as const, closings: [] };
    await write((store) => store.months.save(month));
    expect(said(await done(enrol("employeur:Logistique du Lez")))).not.toContain("rouvert");
    expect(said(await done(enrol("du:08/12/2026")))).toContain("le mois est rouvert");
  });
});

describe("the account of a trainee", () => {
  const link = (rest: string, who = "T-0002") => `/stagiaire corriger reference:${who} ${rest}`;

  it("is the one they sign in with, theirs alone", async () => {
    expect(said(await done(link("compte:<@123456789012345678> Élodie")))).toContain(
      "Compte : Élodie. C'est avec ce compte que la personne émarge.",
    );
    expect((await read((store) => store.trainees.ofPerson("123456789012345678"))).map(({ id }) => id)).toEqual(["T-0002"]);
    expect(table(await done("/stagiaire liste"))).toContain("T-0002 | Élodie DUPONT | — | Élodie");
    expect(await refused(link("compte:Élodie", "T-0001"))).toEqual(["attendance.account-taken"]);
    await done(link("prenom:Elodie"));
    expect((await read((store) => store.trainees.get("T-0002")))?.person).toBe("123456789012345678");
    expect(said(await done(link("sans-compte:oui")))).toContain("Aucun compte");
    expect((await read((store) => store.trainees.get("T-0002")))?.person).toBeUndefined();
    await done(link("compte:Élodie", "T-0001"));
  });
});

describe("« tous présents »", () => {
  it("never changes a fact that is recorded, whatever it is", async () => {
    const statuses = ["present", "late", "left-early", "remote", "excused", "unexcused", "announced", "interrupted", "withdrawn"] as const;
    const someFacts = fc.array(
      fc.record({
        traineeId: fc.constantFrom("T-0001", "T-0002"),
        day: fc.constantFrom("2026-12-07", "2026-12-08"),
        half: fc.constantFrom("morning" as const, "afternoon" as const),
        status: fc.constantFrom(...statuses),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(someFacts, fc.constantFrom("", "sauf:T-0002 absent", "sauf:Durand retard 5 min"), async (made, except) => {
        const change = { by: "karim", at: "2026-12-18T10:00:00.000Z" };
        const all = { session: "SE-2026-014" };
        await write(async (store) => store.attendance.removeMany(await store.attendance.of(all), change));
        await write((store) =>
          store.attendance.saveMany(
            made.map((one) => aFact(one)),
            change,
          ),
        );
        const before = await read((store) => store.attendance.of(all));
        await type(`/assiduite saisir ${monday} ${except}`);
        const after = await read((store) => store.attendance.of(all));
        const kept = after.filter(({ recordedBy }) => recordedBy === "karim");
        expect(kept).toEqual(before);
        expect(after.every(({ recordedBy, day, half }) => recordedBy === "karim" || (day === "2026-12-07" && half === "morning"))).toBe(
          true,
        );
      }),
      { numRuns: 40 },
    );
  });
});

it("an absence is announced before its day, kept by « tous présents », and differs from nothing meanwhile", async () => {
  desk.setClock("2026-12-07T16:00:00.000Z");
  const about = "session:SE-2026-014 stagiaire:T-0002 jour:10/12/2026 matin";
  expect(await refused(`/assiduite corriger ${about} statut:présent raison:Promis`)).toEqual(["attendance.future"]);
  await done(`/assiduite corriger ${about} statut:absence annoncée motif-absence:rendez-vous ou convocation raison:A prévenu`);
  const { data } = await done("/assiduite rapprocher session:SE-2026-014");
  expect((data as { differences: readonly { day: string }[] }).differences.filter(({ day }) => day === "2026-12-10")).toEqual([]);
  desk.setClock("2026-12-10T12:00:00.000Z");
  expect(said(await done("/assiduite saisir session:SE-2026-014 jour:10/12/2026 matin"))).toContain("Déjà noté, laissé tel quel : 1");
});
