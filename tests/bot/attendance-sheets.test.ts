import { attendanceSigns, attendanceStatuses, monthStatement, plannedHalfDays } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attendedSession } from "../../packages/bot/src/dossiers/attendance.js";
import { statementDocument } from "../../packages/bot/src/dossiers/attendance-documents.js";
import { cellLooks } from "../../packages/bot/src/pictures/heatmap-looks.js";
import { aClosedMonth } from "../core/attendance/certificate-examples.js";
import { aFact, aSignIn } from "../examples/attendance.js";
import { type AttendedDesk, codes, namesOf, openAttendedDesk, said, shown } from "./attended-desk.js";

let on: AttendedDesk;
beforeEach(async () => {
  on = await openAttendedDesk();
});
afterEach(async () => {
  expect(on.desk.failures).toEqual([]);
  await on.desk.close();
});

const feuille = "/assiduite feuille session:SE-2026-014";

describe("/assiduite feuille", () => {
  it("prints the next day of the session, blank, for everybody enrolled", async () => {
    await on.enrol("T-0001");
    const answer = await on.type(feuille);
    expect(said(answer)).toContain("Feuille vierge, 07/12/2026 : 1 stagiaire, 2 demi-journées.");
    expect(answer.files.map(({ name, confidential }) => [name, confidential])).toEqual([["feuille-SE-2026-014-2026-12-07.pdf", undefined]]);
    const text = shown(answer);
    for (const part of ["lundi 07/12/2026", "09:00–12:30", "Bordeaux", "Omar Diallo", "Camille DURAND", "SIRET 999 000 144 00017"])
      expect(text).toContain(part);
    expect(text).not.toMatch(/présent|non signé/);
  });

  it("prints today's during the session, and the last one after it", async () => {
    await on.enrol("T-0001");
    on.desk.setClock("2026-12-12T08:00:00.000Z");
    expect(namesOf(await on.type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-14.pdf"]);
    on.desk.setClock("2026-12-15T08:00:00.000Z");
    expect(namesOf(await on.type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-15.pdf"]);
    on.desk.setClock("2027-02-01T08:00:00.000Z");
    expect(namesOf(await on.type(feuille))).toEqual(["feuille-SE-2026-014-2026-12-18.pdf"]);
  });

  it("prints a month of everybody, and a month of one", async () => {
    await on.enrol("T-0001");
    expect(namesOf(await on.type(`${feuille} mois:12/2026`))).toEqual(["feuille-SE-2026-014-2026-12.pdf"]);
    const one = await on.type(`${feuille} stagiaire:t-0001`);
    expect(namesOf(one)).toEqual(["feuille-SE-2026-014-2026-12-T-0001.pdf"]);
    expect(said(one)).toContain("Feuille vierge, décembre 2026, T-0001 · Camille DURAND : 1 stagiaire, 20 demi-journées.");
  });

  it("filled in, says what is recorded and signed, and that only", async () => {
    await on.enrol("T-0001");
    await on.seed(async (store, { schedule }) => {
      const [first, second] = schedule.halfDays;
      if (first === undefined || second === undefined) throw new Error("no half-day");
      await store.attendance.saveMany([aFact("T-0001", first, { status: "late", lateMinutes: 12 })], { by: "lea", at: on.desk.now() });
      await store.signIns.addMany([aSignIn("T-0001", first, { at: "2026-12-07T08:12:00.000Z" })]);
    });
    const answer = await on.type(`${feuille} jour:07/12/2026 remplie:oui`);
    expect(namesOf(answer)).toEqual(["feuille-SE-2026-014-2026-12-07-remplie.pdf"]);
    expect(shown(answer)).toContain("Camille DURAND 12 min de retard signé par code le 07/12/2026 à 09:12 non renseigné");
  });

  it("has the signs of the picture of the session", () => {
    for (const status of attendanceStatuses) expect(attendanceSigns[status], status).toBe(cellLooks[status].sign);
  });

  it("says what makes a sheet worthless, and how to mend it", async () => {
    await on.done("/session corriger reference:SE-2026-014 formateurs:aucun");
    const answer = await on.type(feuille);
    expect(said(answer)).toContain("Il manque le formateur : sans cela la feuille ne prouve rien.");
    expect(said(answer)).toContain("Aucun stagiaire n'est attendu");
    expect(answer.reply.next?.[0]?.command).toBe("/session corriger reference:SE-2026-014 formateurs:…");
    expect(shown(answer)).toContain("Formateur : …");
  });

  it("has nothing to print without a schedule, and says how to make one", async () => {
    await on.done("/session creer reference:SE-2 intitule:Cariste debut:07/12/2026 fin:18/12/2026 heures-centre:70 h");
    const answer = await on.type("/assiduite feuille session:SE-2");
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
    await on.enrol("T-0001");
    const answer = await on.type(`${feuille} ${options}`);
    expect(answer.outcome).not.toBe("done");
    expect(answer.reply.problems?.map((problem) => [problem.code, problem.path[0]])).toEqual([[code, path]]);
    expect(answer.files).toEqual([]);
  });

  it("is for who may read attendance, and for whoever teaches the session", async () => {
    await on.enrol("T-0001");
    expect((await on.type(feuille, "omar-diallo")).outcome).toBe("done");
    expect((await on.type(feuille, "assistant")).outcome).toBe("done");
    expect((await on.type(feuille, "valideur")).outcome).toBe("denied");
    await on.done("/session corriger reference:SE-2026-014 formateurs:Léa Roy");
    const elsewhere = await on.type(feuille, "omar-diallo");
    expect(codes(elsewhere)).toEqual(["access.not-own-session"]);
  });
});

describe("the monthly statement of a session", () => {
  it("is a document that names trainees, and whoever closed the month while it stands", async () => {
    const ids = await on.addTrainees(2);
    await on.attendAll(ids, { lateAtFirst: 30 });
    await on.seed(async (store, { session, schedule }) => {
      const attended = await attendedSession(store, session, schedule);
      const records = await store.attendance.of({ session: session.reference });
      const statement = monthStatement("2026-12", plannedHalfDays(schedule, attended.roster), records);
      const closing = {
        at: "2027-01-04T09:12:00.000Z",
        by: "lea",
        plannedMinutes: 1,
        attendedMinutes: 1,
        trainees: 2,
        digest: "ab".repeat(32),
      };
      const print = (status: "closed" | "reopened") =>
        statementDocument(attended, statement, aClosedMonth({ status, closings: [closing] }), {
          nameOf: () => "Léa Roy",
          today: "2027-01-04",
        });
      const { fileName, document } = print("closed");
      expect(fileName).toBe("etat-mensuel-SE-2026-014-2026-12.pdf");
      expect(document).toMatchObject({
        kind: "month-statement",
        status: "clôturé",
        rows: [
          { name: "Camille DURAND", planned: 4200, minutes: { attended: 4170, missed: 30 } },
          { name: "Anne MARTIN", planned: 4200 },
        ],
        totals: { planned: 8400 },
        closing: { by: "Léa Roy", at: "04/01/2027 à 10:12", digest: closing.digest },
      });
      expect(print("reopened").document).toMatchObject({ status: "rouvert", closing: undefined });
    });
  });
});
