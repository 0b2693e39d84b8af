import {
  type AttendanceRecord,
  absenceReasons,
  attendanceColumns,
  attendanceReader,
  attendanceStatuses,
  attendingStatuses,
  derivedColumns,
  type ExportedFact,
  evidenceKinds,
  exportedColumns,
  exportedText,
  factFrom,
  judgeAttendanceRows,
  traineeNames,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../../packages/bot/src/files/csv.js";
import { readTable } from "../../../packages/bot/src/files/read-table.js";
import { aTrainee } from "../../examples/index.js";
import { anImportedSession, judgedRows } from "./import-examples.js";

const saidBy = (cells: Readonly<Record<string, string>>) => judgedRows([cells])[0]?.entry?.said;

describe("a row of attendance", () => {
  it.each([
    [{ status: "Présente" }, { status: "present" }],
    [
      { status: "P", late: "5" },
      { status: "late", lateMinutes: 5 },
    ],
    [{ status: "", from: "09:00" }, { status: "present" }],
    [
      { status: "", from: "09:01" },
      { status: "late", lateMinutes: 1 },
    ],
    [
      { status: "", from: "8h50", until: "12:29" },
      { status: "left-early", earlyMinutes: 1 },
    ],
    [
      { status: "", from: "09:10", until: "12h" },
      { status: "late", lateMinutes: 10, earlyMinutes: 30 },
    ],
    [{ status: "Absent" }, { status: "unexcused" }],
    [
      { status: "ABS", reason: "maladie", document: "JUST-1" },
      { status: "excused", reason: "health", document: "JUST-1" },
    ],
    [
      { status: "distanciel", evidence: "logs, quiz" },
      { status: "remote", evidence: ["connection", "quiz"] },
    ],
    [
      { status: "late", late: "209" },
      { status: "late", lateMinutes: 209 },
    ],
  ])("%j says %j", (cells, said) => {
    expect(saidBy(cells)).toEqual(said);
  });

  it("is of the half-day that its hours fall in", () => {
    const hours = [
      ["09:10", ""],
      ["13:40", ""],
      ["", "16:00"],
      ["12:40", "17:00"],
    ] as const;
    const found = hours.map(([from, until]) => judgedRows([{ half: "", status: "", from, until }])[0]?.entry?.half);
    expect(found).toEqual(["morning", "afternoon", undefined, "afternoon"]);
  });

  it("that nobody can believe is told, and so is the one it contradicts", () => {
    const [first, second, other] = judgedRows([{}, { status: "absent" }, { trainee: "T-0002" }]);
    expect([first?.fate, second?.fate, other?.fate]).toEqual(["faulty", "faulty", "new"]);
    expect(first?.problems).toMatchObject([{ code: "import.row-twice", params: { line: 2, otherLine: 3, same: false } }]);
  });

  it("of today is no day to come", () => {
    expect(judgedRows([{ day: "11/12/2026" }])[0]?.fate).toBe("new");
    expect(judgedRows([{ day: "14/12/2026" }])[0]?.problems).toMatchObject([{ code: "import.future-day" }]);
  });
});

describe("a name", () => {
  const named = traineeNames([
    aTrainee({ id: "T-1", firstName: "Noé", lastName: "Lefèvre-Dubois" }),
    aTrainee({ id: "T-2", firstName: "Noé", lastName: "Petit" }),
  ]);
  it.each([
    ["LEFEVRE DUBOIS Noe", { kind: "known", traineeId: "T-1" }],
    ["noé  lefèvre-dubois", { kind: "known", traineeId: "T-1" }],
    ["Noé Lefebvre-Dubois", { kind: "unknown", nearest: "T-1" }],
    ["Somebody Else", { kind: "unknown" }],
  ])("%s is looked for in either order, and its nearest spelling proposed", (typed, found) => {
    expect(named(typed)).toEqual(found);
  });
});

describe("what is exported", () => {
  const imported = anImportedSession();
  const minutes = fc.integer({ min: 1, max: 100 });
  const fact = fc
    .record({
      traineeId: fc.constantFrom("T-0001", "T-0002", "T-0003", "T-0004"),
      halfDay: fc.constantFrom(...[...imported.days.values()].flat()),
      status: fc.constantFrom(...attendanceStatuses),
      late: minutes,
      early: minutes,
      both: fc.boolean(),
      reason: fc.option(fc.constantFrom(...absenceReasons), { nil: undefined }),
      document: fc.option(
        fc.stringMatching(/^[-=+@'A-Z0-9;" ]{1,20}$/).map((text) => text.trim()),
        { nil: undefined },
      ),
      evidence: fc.option(fc.subarray([...evidenceKinds], { minLength: 1 }), { nil: undefined }),
    })
    .map(({ traineeId, halfDay, status, late, early, both, reason, document, evidence }): AttendanceRecord => {
      const inPart = attendingStatuses.has(status) && status !== "present";
      return {
        sessionReference: imported.session.reference,
        siret: imported.session.siret,
        traineeId,
        day: halfDay.day,
        half: halfDay.half,
        status,
        ...((status === "late" || (inPart && both)) && { lateMinutes: late }),
        ...((status === "left-early" || (inPart && both)) && { earlyMinutes: early }),
        ...(reason !== undefined && { reason }),
        ...(document !== undefined && document !== "" && { document }),
        ...(evidence !== undefined && { evidence }),
        source: "import",
        recordedBy: "nadia",
        recordedAt: "2026-12-18T17:00:00Z",
      };
    });
  const facts = fc.uniqueArray(fact, {
    selector: ({ traineeId, day, half }) => `${traineeId}|${day}|${half}`,
    minLength: 1,
    maxLength: 30,
  });

  it("comes back the same", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const lines = given.map((one): ExportedFact => {
          return { fact: one, trainee: imported.trainees.get(one.traineeId), planned: 210, signedAt: undefined };
        });
        const text = csvOf(
          exportedColumns.map(({ title }) => title),
          lines.map((one) => exportedColumns.map((column) => exportedText(column, one))),
        );
        const read = attendanceReader("2026-12-18");
        const rows: ReturnType<typeof read>[] = [];
        const remarks = await readTable(Buffer.from(text), [...attendanceColumns, ...derivedColumns], {
          row: (row) => void rows.push(read(row)),
        });
        expect(remarks).toEqual({ ok: true, value: [] });
        const sessions = new Map([[imported.session.reference, imported]]);
        const judged = judgeAttendanceRows(rows, { nature: "facts", today: "2026-12-18", sessions });
        expect(judged.flatMap(({ problems }) => problems)).toEqual([]);
        const brought = { reference: "IMP-0001", by: "nadia", at: "2026-12-18T17:00:00Z" };
        expect(judged.flatMap(({ entry }) => (entry === undefined ? [] : [factFrom(entry, brought)]))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });
});
