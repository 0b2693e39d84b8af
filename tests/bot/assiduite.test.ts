import { type Problem, say } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done("/session planning reference:SE-2026-014 semaine:lun-jeu 9h-12h30 13h30-17h ; ven 9h-12h distance");
  for (const [first, last] of [
    ["Élodie", "Dupont"],
    ["Paul", "Martin"],
    ["Inès", "Morel"],
  ]) {
    await done(`/stagiaire ajouter prenom:${first} nom:${last}`);
  }
  for (const id of ["T-0001", "T-0002", "T-0003"]) await done(`/assiduite inscrire session:SE-2026-014 stagiaire:${id}`);
  desk.setClock("2026-12-07T11:35:00.000Z");
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
  for (const problem of reply.problems ?? []) expect(say(problem).mend, line).toMatch(/\.$/);
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

const on = "session:SE-2026-014 jour:07/12/2026 matin";
const enter = (rest = "", when = on) => `/assiduite saisir ${when} ${rest}`;
const correct = (rest: string) => `/assiduite corriger ${rest} raison:Erreur de saisie`;

async function facts(): Promise<readonly string[]> {
  const records = await desk.database.read("test", "all", (store) => store.attendance.of({ session: "SE-2026-014" }));
  return records.map(({ traineeId, day, half, status }) => `${day} ${half} ${traineeId} ${status}`);
}

describe("a half-day", () => {
  it("is recorded for everybody but those who are named", async () => {
    const reply = await done(enter("sauf:Dupont absente, T-0003 retard 20 min"));
    expect(plain(reply.title?.fr ?? "")).toBe("SE-2026-014 · 07/12/2026 matin, 09:00-12:30 en centre");
    expect(said(reply)).toBe("Noté pour 3 stagiaires — présent : 1, en retard : 1, absence injustifiée : 1.");
    expect(table(reply)).toEqual([
      "T-0001 · Camille DURAND | présent | 3 h 30",
      "T-0002 · Élodie DUPONT | absence injustifiée | 0 h sur 3 h 30",
      "T-0003 · Paul MARTIN | en retard (20 min) | 3 h 10 sur 3 h 30",
    ]);
    expect(codesOf(reply)).toEqual(["attendance.unjustified-without-notice", "attendance.late-minutes"]);
    expect(reply.next?.map(({ command }) => command)).toEqual([
      "/assiduite annuler-saisie session:SE-2026-014 jour:07/12/2026 demi-journee:matin",
    ]);
    expect(reply.trace).toEqual({ object: "SE-2026-014", details: { halfDay: "2026-12-07/morning", recorded: 3 } });
  });

  it("is found without its year, its half apart, and the only one of its day without its half", async () => {
    await done(enter("", "session:SE-2026-014 jour:7/12 demi-journee:matin"));
    desk.setClock("2027-01-04T08:00:00.000Z");
    await done(enter("", "session:SE-2026-014 jour:11 décembre"));
    expect(await facts()).toHaveLength(6);
    expect((await facts()).at(-1)).toBe("2026-12-11 morning T-0003 remote");
  });

  it("of several on the day is asked for, one button each", async () => {
    desk.setClock("2026-12-07T13:00:00.000Z");
    const { reply } = await type(enter("sauf:T-0002 absent", "session:SE-2026-014 jour:07/12/2026"));
    expect(codesOf(reply)).toEqual(["attendance.half-day-to-choose"]);
    expect(reply.next?.map(({ command }) => command)).toEqual([
      "/assiduite saisir session:SE-2026-014 jour:07/12/2026 sauf:T-0002 absent demi-journee:matin",
      "/assiduite saisir session:SE-2026-014 jour:07/12/2026 sauf:T-0002 absent demi-journee:après-midi",
    ]);
  });

  it("is previewed, and a confirmation does what was read", async () => {
    const options = { session: "SE-2026-014", jour: "07/12/2026 matin", sauf: "T-0002 absent" };
    const ask = { workspace: "test", actor: { id: "coordinateur", name: "coordinateur" }, mayFound: false, options };
    const preview = await desk.dispatch({ ...ask, deliveryId: "p1", path: "assiduite saisir", stage: { kind: "preview" } });
    expect(preview.reply.preview).toBeDefined();
    expect(await facts()).toEqual([]);
    const confirmed = await desk.dispatch({ ...ask, options: {}, deliveryId: "p2", stage: { kind: "confirm", of: "p1" } });
    expect(confirmed.outcome).toBe("done");
    expect(await facts()).toHaveLength(3);
  });

  it.each<[string, string, string]>([
    ["in the future", "session:SE-2026-014 jour:08/12/2026 matin", "attendance.future"],
    ["that has not begun", "session:SE-2026-014 jour:07/12/2026 après-midi", "attendance.future"],
    ["of a day off", "session:SE-2026-014 jour:06/12/2026 matin", "attendance.half-day-unplanned"],
    ["of an evening", "session:SE-2026-014 jour:07/12/2026 soir", "attendance.half-day-unplanned"],
    ["of a session nobody knows", "session:SE-2026-099 jour:07/12/2026 matin", "input.unknown-reference"],
    ["of a day that does not exist", "session:SE-2026-014 jour:31/02/2026 matin", "input.unknown-value"],
  ])("%s is refused", async (_name, when, code) => {
    expect(await refused(enter("", when))).toEqual([code]);
    expect(await facts()).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["T-0099 absent", ["attendance.exception-unreadable"]],
    ["Dupont retard 25:99, T-0003 bof", ["attendance.exception-unreadable", "attendance.exception-unreadable"]],
    ["T-0002 retard 3h31", ["attendance.over-planned"]],
    ["T-0002 retard 2h parti 1h31", ["attendance.over-planned"]],
    ["T-0002 excusé grippe", ["attendance.health-detail"]],
    ["T-0004 absent", ["attendance.exception-unreadable"]],
  ])("with « %s » is refused, and nothing is written", async (except, codes) => {
    expect(await refused(enter(`sauf:${except}`))).toEqual(codes);
    expect(await facts()).toEqual([]);
  });

  it("keeps nothing of a health detail, and does not repeat it", async () => {
    const answer = await type(enter("sauf:T-0002 excusé arrêt maladie grippe"));
    expect(JSON.stringify(answer)).not.toMatch(/grippe/);
  });

  it("leaves out whoever is not there yet, or no more, and says why", async () => {
    await done("/assiduite inscrire session:SE-2026-014 stagiaire:T-0002 du:08/12/2026");
    await done("/assiduite inscrire session:SE-2026-014 stagiaire:T-0003 abandon:07/12/2026 demi-journee:matin motif:reprise d'emploi");
    const reply = await done(enter());
    expect(said(reply)).toBe(
      [
        "Noté pour 1 stagiaire — présent : 1.",
        "Pas noté : T-0002 · Élodie DUPONT n'entre en formation que le 08/12/2026.",
        "Pas noté : T-0003 · Paul MARTIN a abandonné la formation le 07/12/2026.",
      ].join("\n"),
    );
    expect(await refused(enter("sauf:T-0002 absent"))).toEqual(["attendance.not-expected"]);
  });

  it("does not take for present whoever was said to have stopped", async () => {
    await done(enter("sauf:T-0002 abandon transport"));
    desk.setClock("2026-12-07T16:00:00.000Z");
    const reply = await done(enter("", "session:SE-2026-014 jour:07/12/2026 après-midi"));
    expect(said(reply)).toContain("Pas noté : T-0002 · Élodie DUPONT est noté en interruption ou en abandon depuis le 07/12/2026.");
    expect((await facts()).filter((one) => one.includes("T-0002"))).toEqual(["2026-12-07 morning T-0002 withdrawn"]);
  });

  it("of nobody is refused", async () => {
    await done("/session creer reference:SE-2026-020 intitule:Vide debut:07/12/2026 fin:07/12/2026 heures-centre:7 h");
    await done("/session planning reference:SE-2026-020 semaine:lun 9h-12h30 13h30-17h");
    expect(await refused(enter("", "session:SE-2026-020 jour:07/12/2026 matin"))).toEqual(["attendance.roster-empty"]);
  });
});

describe("what is recorded already", () => {
  beforeEach(() => done(enter("sauf:T-0002 absent")));

  it("stays, and only those who lack a fact are added", async () => {
    await done("/assiduite inscrire session:SE-2026-014 stagiaire:T-0004");
    const reply = await done(enter());
    expect(said(reply)).toContain("Noté pour 1 stagiaire — présent : 1.");
    expect(said(reply)).toContain("Déjà notés, laissés tels quels : 3.");
    expect(table(reply)[1]).toBe("T-0002 · Élodie DUPONT | absence injustifiée · déjà noté | 0 h sur 3 h 30");
    expect(said(await done(enter()))).toBe("Tout était déjà noté : rien n'est ajouté.");
  });

  it("is not contradicted by an exception: that is a correction", async () => {
    const { reply } = await type(enter("sauf:T-0001 absent, T-0002 absent"));
    expect(codesOf(reply)).toEqual(["attendance.recorded-already"]);
    expect(reply.next?.[0]?.command).toBe(
      "/assiduite corriger session:SE-2026-014 stagiaire:T-0001 jour:07/12/2026 demi-journee:matin statut:… raison:…",
    );
  });

  it("is taken out again by whoever entered it, while nothing was corrected", async () => {
    const undo = `/assiduite annuler-saisie ${on}`;
    await done("/acces accorder personne:autre profil:coordinateur pédagogique motif:Renfort", "rgc");
    expect(await refused(undo, "autre")).toEqual(["attendance.nothing-to-undo"]);
    desk.setClock("2026-12-07T11:40:00.000Z");
    expect(said(await done(undo))).toContain("Saisie retirée pour 3");
    expect(await facts()).toEqual([]);
    expect(await refused(undo)).toEqual(["attendance.nothing-to-undo"]);
    desk.setClock("2026-12-07T11:45:00.000Z");
    await done(enter());
    await done(correct(`${on} stagiaire:T-0002 statut:absence injustifiée`));
    expect(await refused(undo)).toEqual(["attendance.entry-corrected"]);
  });

  it("is taken out one entry at a time", async () => {
    desk.setClock("2026-12-07T11:50:00.000Z");
    await done("/assiduite inscrire session:SE-2026-014 stagiaire:T-0004");
    await done(enter());
    expect(said(await done(`/assiduite annuler-saisie ${on}`))).toContain("Saisie retirée pour 1");
    expect(await facts()).toHaveLength(3);
    expect(said(await done(`/assiduite annuler-saisie ${on}`))).toContain("Saisie retirée pour 3");
  });
});

describe("a trainer", () => {
  beforeEach(async () => {
    await done("/acces accorder personne:omar profil:formateur motif:Anime", "rgc");
    await done("/acces accorder personne:lea profil:formateur motif:Anime", "rgc");
    await done("/session corriger reference:SE-2026-014 formateurs:omar");
  });

  it("records, corrects and looks at their own sessions only", async () => {
    await done(enter("sauf:T-0002 absent"), "omar");
    await done(correct(`${on} stagiaire:T-0002 statut:présent`), "omar");
    expect(table(await done("/assiduite historique session:SE-2026-014", "omar"))).toHaveLength(1);
    expect(await refused(`/assiduite annuler-saisie ${on}`, "omar")).toEqual(["attendance.entry-corrected"]);
    for (const line of [
      enter(),
      correct(`${on} stagiaire:T-0002 statut:présent`),
      `/assiduite annuler-saisie ${on}`,
      "/assiduite historique session:SE-2026-014",
    ]) {
      expect(await refused(line, "lea"), line).toEqual(["access.not-own-session"]);
    }
  });

  it("does not enrol, and whoever only reads does not record", async () => {
    expect(await refused("/assiduite inscrire session:SE-2026-014 stagiaire:T-0004", "omar")).toEqual(["access.missing-permission"]);
    expect(await refused(enter(), "assistant")).toEqual(["access.missing-permission"]);
    await done("/assiduite historique session:SE-2026-014", "assistant");
  });
});
