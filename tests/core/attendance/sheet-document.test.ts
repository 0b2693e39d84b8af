import { prepareAttendanceSheet, type SheetCell, type SheetFacts, type SheetView } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, anEnrolment, aSignIn } from "../../examples/attendance.js";
import { aProvider, aSchedule, aSession, aTrainee } from "../../examples/index.js";

const session = aSession({ trainers: ["omar"], room: "salle 2" });
const schedule = aSchedule(session);
const monday: SheetView = { by: "day", day: "2026-12-07" };
const december: SheetView = { by: "month", month: "2026-12" };
const people = [
  aTrainee(),
  aTrainee({ id: "T-0003", firstName: "Zoé", lastName: "Élie" }),
  aTrainee({ id: "T-0005", firstName: "Anne", lastName: "Durand" }),
];

function sheet(view: SheetView, changes: Partial<SheetFacts> = {}) {
  return prepareAttendanceSheet({
    provider: aProvider(),
    session,
    schedule,
    roster: people.map(({ id }) => anEnrolment({ traineeId: id })),
    trainees: new Map(people.map((one) => [one.id, one])),
    nameOf: (person) => ({ omar: "Omar Diallo", lea: "Léa Roy" })[person] ?? person,
    view,
    issuedOn: "2026-12-04",
    ...changes,
  });
}

describe("an attendance sheet to be signed", () => {
  it("of a day has every trainee, by name, and each half-day with its hours and place", () => {
    const { rows, halfDays, trainers } = sheet(monday);
    expect(rows.map(({ name }) => name)).toEqual(["Anne DURAND", "Camille DURAND", "Zoé ÉLIE"]);
    expect(halfDays).toEqual([
      { day: "2026-12-07", half: "morning", from: "09:00", until: "12:30", minutes: 210, at: "centre", room: "salle 2" },
      { day: "2026-12-07", half: "afternoon", from: "13:30", until: "17:00", minutes: 210, at: "centre", room: "salle 2" },
    ]);
    expect(rows.flatMap(({ cells }) => kinds(cells))).toEqual(Array(6).fill("blank"));
    expect(trainers.map(({ name, cells }) => [name, kinds(cells)])).toEqual([["Omar Diallo", ["blank", "blank"]]]);
  });

  it("leaves out who does not come that day, and closes the half-days that are not theirs", () => {
    const roster = [
      anEnrolment({ joinsOn: "2026-12-08" }),
      anEnrolment({ traineeId: "T-0003", withdrawal: { day: "2026-12-07", half: "afternoon" } }),
    ];
    expect(sheet(monday, { roster }).rows.map(({ traineeId, cells }) => [traineeId, kinds(cells)])).toEqual([
      ["T-0003", ["blank", "outside"]],
    ]);
    expect(sheet(december, { roster }).rows.map(({ cells }) => kinds(cells).filter((kind) => kind === "blank").length)).toEqual([18, 1]);
  });

  it("of a trainee has their half-days of the month only", () => {
    const roster = [anEnrolment({ joinsOn: "2026-12-14", leavesOn: "2026-12-15" }), anEnrolment({ traineeId: "T-0003" })];
    const { rows, halfDays } = sheet({ by: "trainee", month: "2026-12", traineeId: "T-0007" }, { roster });
    expect(rows.map(({ traineeId }) => traineeId)).toEqual(["T-0007"]);
    expect(halfDays.map(({ day }) => day)).toEqual(["2026-12-14", "2026-12-14", "2026-12-15", "2026-12-15"]);
  });

  it("gives each trainer the half-days they teach, and a row without a name to those nobody does", () => {
    const [first, second, ...others] = schedule.halfDays;
    const halfDays = [{ ...first, trainers: ["lea"] }, { ...second, trainers: [] }, ...others] as typeof schedule.halfDays;
    expect(sheet(monday, { schedule: { ...schedule, halfDays } }).trainers.map(({ name, cells }) => [name, kinds(cells)])).toEqual([
      ["Léa Roy", ["blank", "outside"]],
      [undefined, ["outside", "blank"]],
    ]);
  });
});

describe("a filled sheet", () => {
  const [morning, afternoon] = schedule.halfDays;
  if (morning === undefined || afternoon === undefined) throw new Error("no half-day");
  const filled = (told: Partial<NonNullable<SheetFacts["told"]>>) =>
    sheet(monday, { roster: [anEnrolment()], told: { records: [], signIns: [], sheets: [], ...told } });
  const telling = (told: Parameters<typeof filled>[0]) => filled(told).rows[0]?.cells[0];

  it.each<[Parameters<typeof aFact>[2], string, string]>([
    [{}, "✓", "présent"],
    [{ status: "late", lateMinutes: 12 }, "R 12", "12 min de retard"],
    [{ status: "late", lateMinutes: 5, earlyMinutes: 20 }, "R 5 −20", "5 min de retard, parti 20 min avant la fin"],
    [{ status: "left-early", earlyMinutes: 90 }, "P −90", "parti 1 h 30 avant la fin"],
    [{ status: "remote", lateMinutes: 10 }, "D 10", "présent à distance, 10 min de retard"],
    [{ status: "excused", reason: "health" }, "J", "absence justifiée"],
    [{ status: "unexcused" }, "×", "absence injustifiée"],
    [{ status: "withdrawn" }, "→", "abandon"],
  ])("says %j as %s: %s, and never why", (fact, sign, words) => {
    const cell = telling({ records: [aFact("T-0007", morning, fact)] });
    expect(cell?.kind === "told" && [cell.sign, cell.words.replaceAll("\u00a0", " ")]).toEqual([sign, words]);
    expect(JSON.stringify(cell)).not.toMatch(/sant|health/);
  });

  it("says how each half-day was signed, twice if it was, on the clocks of the place", () => {
    const signIns = [
      aSignIn("T-0007", morning, { at: "2026-12-07T08:02:00.000Z" }),
      aSignIn("T-0007", morning, { method: "sheet", proof: "FE-0001" }),
      aSignIn("T-0007", afternoon, { method: "tool", proof: "IMP-0003" }),
      aSignIn("T-0003", afternoon),
    ];
    const records = [aFact("T-0007", morning), aFact("T-0007", afternoon)];
    const said = filled({ records, signIns }).rows[0]?.cells.map((cell) =>
      cell.kind === "told" ? cell.signatures.map(({ short, full }) => [short, full.replaceAll("\u00a0", " ")]) : cell.kind,
    );
    expect(said).toEqual([
      [
        ["code 09:02", "signé par code le 07/12/2026 à 09:02"],
        ["FE-0001", "feuille FE-0001"],
      ],
      [["IMP-0003", "outil d'émargement IMP-0003"]],
    ]);
  });

  it("tells what lacks: a fact, a signature of whoever came, and none of whoever did not", () => {
    const nothing = telling({ signIns: [aSignIn("T-0007", morning)] });
    expect(nothing).toMatchObject({ kind: "told", sign: "?", words: "non renseigné", signatures: [{ short: "code 09:02" }] });
    expect(telling({ records: [aFact("T-0007", morning)] })).toMatchObject({ signatures: [{ full: "non signé" }] });
    expect(telling({ records: [aFact("T-0007", morning, { status: "unexcused" })] })).toMatchObject({ signatures: [] });
  });

  it("names the sheet that the trainer signed, for the half-days it covers", () => {
    const back = {
      reference: "FE-0001",
      sessionReference: session.reference,
      siret: session.siret,
      halfDays: ["2026-12-07/morning"],
      trainers: ["omar"],
      recordedBy: "lea",
      recordedAt: "2026-12-08T08:00:00.000Z",
    };
    expect(filled({ sheets: [back] }).trainers[0]?.cells).toMatchObject([{ signatures: [{ full: "feuille FE-0001" }] }, { kind: "blank" }]);
    expect(filled({ sheets: [{ ...back, trainers: ["lea"] }] }).trainers[0]?.cells).toMatchObject([{ kind: "blank" }, { kind: "blank" }]);
  });
});

function kinds(cells: readonly SheetCell[]): readonly string[] {
  return cells.map(({ kind }) => kind);
}
