import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { columnsOf, type MinutesRow, type ReconciledSlot, type ReconciliationInput, reconcile, reconcileColumns } from "@kairos/core";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { caseOf, faultOf, notConserved } from "./reconciliation-cases.js";

const slot: ReconciledSlot = { session: "SE-1", trainee: "T-1", day: "2026-12-07", half: "morning" };
const said = (minutes: number, other: Partial<ReconciledSlot> = {}): MinutesRow => ({ ...slot, ...other, minutes });
const input = (some: Partial<ReconciliationInput> = {}): ReconciliationInput => ({
  planned: [said(210)],
  recorded: [said(210)],
  declared: [said(210)],
  billed: [said(210)],
  signed: [slot],
  withdrawals: [],
  today: "2026-12-09",
  ...some,
});
/** `billed-differs: billed 210, recorded 0`. */
const told = (some: Partial<ReconciliationInput>) =>
  reconcile(input(some)).differences.map(({ kind, source, figure, against, expected }) => {
    return `${kind}: ${source} ${figure ?? "nothing"}, ${against} ${expected ?? "nothing"}`;
  });

describe("a half-day of which everybody says the same", () => {
  it("is matched, and nothing is told", () => {
    const { differences, totals } = reconcile(input());
    expect(differences).toEqual([]);
    expect(totals).toMatchObject({
      planned: { attended: 210, missed: 0 },
      recorded: { matched: 210 },
      declared: { matched: 210 },
      billed: { matched: 210 },
      signed: { matched: 1 },
      proof: { signed: 210 },
    });
  });

  it("may be an absence, signed by nobody and billed to nobody", () => {
    expect(told({ recorded: [said(0)], declared: [said(0)], billed: [], signed: [] })).toEqual([]);
    const nothing = [said(0)];
    expect(told({ planned: nothing, recorded: nothing, declared: nothing, billed: nothing })).toEqual([
      "signed-absent: signed 1, recorded 0",
    ]);
  });

  it("is nothing at all in an empty desk", () => {
    const empty = { planned: [], recorded: [], declared: [], billed: [], signed: [] };
    expect(reconcile(input(empty)).differences).toEqual([]);
  });
});

describe("a contradiction", () => {
  it.each<[string, Partial<ReconciliationInput>, readonly string[]]>([
    [
      "declared more than recorded",
      { declared: [said(211)], billed: [] },
      ["beyond: declared 211, planned 210", "declared-differs: declared 211, recorded 210"],
    ],
    [
      "billed one minute more",
      { recorded: [said(209)], declared: [said(209)] },
      ["billed-differs: billed 210, recorded 209", "billed-not-as-declared: billed 210, declared 209"],
    ],
    [
      "billed, never declared, not due yet",
      { declared: [], declaredBefore: "2026-12-07" },
      ["billed-not-as-declared: billed 210, declared nothing"],
    ],
    [
      "declared and billed, nothing recorded",
      { recorded: [], signed: [] },
      [
        "not-recorded: recorded nothing, planned 210",
        "declared-differs: declared 210, recorded nothing",
        "billed-differs: billed 210, recorded nothing",
      ],
    ],
    ["signed and recorded absent", { recorded: [said(0)], declared: [], billed: [] }, ["signed-absent: signed 1, recorded 0"]],
    [
      "recorded longer than planned",
      { recorded: [said(240)], declared: [said(240)], billed: [said(240)] },
      ["beyond: recorded 240, planned 210", "beyond: declared 240, planned 210", "beyond: billed 240, planned 210"],
    ],
  ])("is told with both figures: %s", (_, some, expected) => {
    expect(told(some)).toEqual(expected);
  });
});

describe("a gap", () => {
  const silent = { recorded: [], declared: [], billed: [], signed: [] };
  it("is told once the day is over, and not before", () => {
    expect(told(silent)).toEqual(["not-recorded: recorded nothing, planned 210"]);
    expect(told({ ...silent, today: "2026-12-07" })).toEqual([]);
    expect(reconcile(input({ ...silent, today: "2026-12-07" })).totals.planned).toMatchObject({ toCome: 210, unrecorded: 0 });
  });

  it("is a signature without a record, or a record without a signature", () => {
    expect(told({ ...silent, signed: [slot] })).toEqual(["signed-not-recorded: signed 1, recorded nothing"]);
    expect(told({ billed: [], signed: [] })).toEqual(["not-signed: signed nothing, recorded 210"]);
    expect(told({ signed: [] })).toEqual(["billed-not-signed: billed 210, signed nothing"]);
  });

  it("asks for no signature where something else proves it, in every row", () => {
    expect(told({ signed: [], recorded: [{ ...said(210), proved: true }] })).toEqual([]);
    expect(told({ signed: [], recorded: [{ ...said(210), proved: true }, said(210)] })).toContain(
      "billed-not-signed: billed 210, signed nothing",
    );
  });

  it("is not declared what had to be, from the day it had to", () => {
    const undeclared = { declared: [], billed: [] };
    expect(told({ ...undeclared, declaredBefore: "2026-12-08" })).toEqual(["not-declared: declared nothing, recorded 210"]);
    expect(told({ ...undeclared, declaredBefore: "2026-12-07" })).toEqual([]);
  });
});

describe("what is where nobody was expected", () => {
  it("is outside the schedule, an absence too", () => {
    const evening = { half: "evening" as const };
    expect(
      told({ recorded: [said(210), said(0, evening)], billed: [said(210), said(60, evening)], signed: [slot, { ...slot, ...evening }] }),
    ).toEqual(["outside: recorded 0, planned nothing", "outside: billed 60, planned nothing", "outside: signed 1, planned nothing"]);
  });

  it("is in the future from tomorrow on; an absence may be known before", () => {
    expect(told({ today: "2026-12-07" })).toEqual([]);
    expect(told({ today: "2026-12-06" })).toEqual([
      "future: recorded 210, planned 210",
      "future: declared 210, planned 210",
      "future: billed 210, planned 210",
      "future: signed 1, planned 210",
    ]);
    expect(told({ today: "2026-12-06", recorded: [said(0)], declared: [], billed: [], signed: [] })).toEqual([]);
  });

  it("comes after the withdrawal from its own half-day on", () => {
    expect(told({ withdrawals: [{ ...slot, half: "afternoon" }] })).toEqual([]);
    expect(told({ withdrawals: [slot], planned: [] })).toEqual([
      "withdrawn: recorded 210, planned nothing",
      "withdrawn: declared 210, planned nothing",
      "withdrawn: billed 210, planned nothing",
      "withdrawn: signed 1, planned nothing",
    ]);
    expect(told({ withdrawals: [{ ...slot, trainee: "T-2" }] })).toEqual([]);
  });
});

describe("what is said twice", () => {
  it("is told with all its rows; the least figure stands, the rest is counted apart", () => {
    const { totals } = reconcile(input({ billed: [said(210), said(180), said(30)] }));
    expect(totals.billed).toMatchObject({ matched: 30, twice: 390 });
    expect(told({ billed: [said(210), said(210)], signed: [slot, slot, slot] })).toEqual([
      "twice: billed 420, billed 210",
      "twice: signed 3, signed 1",
    ]);
  });
});

describe("one signature for a day", () => {
  const afternoon = { half: "afternoon" as const };
  const both = (minutes: number) => [said(minutes), said(minutes, afternoon)];
  const whole = { planned: both(210), recorded: both(210), declared: both(210), billed: both(210), signedBy: "day" as const };
  it("is enough for its half-days where the funder wants no more", () => {
    expect(told(whole)).toEqual([]);
    expect(told({ ...whole, signedBy: "half-day" })).toEqual(["billed-not-signed: billed 210, signed nothing"]);
    expect(told({ ...whole, signed: [{ ...slot, half: "evening" }] })).toEqual([]);
    expect(told({ ...whole, signed: [] })).toHaveLength(2);
  });

  it("does not say that a morning's absence was signed when the afternoon was followed", () => {
    const away = [said(0), said(210, afternoon)];
    expect(told({ ...whole, recorded: away, declared: away, billed: [said(210, afternoon)] })).toEqual([]);
  });
});

describe("whatever the input", () => {
  it("every minute is counted once, the order does not show, and a slow way agrees: 2,000 cases", () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const fault = faultOf(seed);
      if (fault !== undefined) throw new Error(`seed ${seed}: ${fault}`);
    }
  }, 60_000);

  it("a minute lost or counted twice is noticed", () => {
    const some = input({ billed: [said(210), said(180)] });
    const { differences, totals } = reconcile(some);
    const lost = { differences, totals: { ...totals, billed: { ...totals.billed, twice: 0 } } };
    expect(notConserved(some, lost)).toBe("billed: 180 in the totals, 390 in the input");
  });

  it("columns say what rows say, their dictionaries in any order", () => {
    const some = caseOf(7);
    const columns = columnsOf(some);
    expect(reconcileColumns(columns)).toEqual(reconcile(some));
    const turned = (places: Int32Array, size: number) => places.map((place) => size - 1 - place);
    const { length } = columns.trainees;
    const backwards = Object.fromEntries(
      (["planned", "recorded", "declared", "billed", "signed", "withdrawals"] as const).map((source) => {
        return [source, { ...columns[source], trainee: turned(columns[source].trainee, length) }];
      }),
    );
    expect(reconcileColumns({ ...columns, ...backwards, trainees: [...columns.trainees].reverse() })).toEqual(reconcile(some));
    expect(() => reconcileColumns({ ...columns, days: columns.days.map(() => "2026-12-07") })).toThrow("twice in a dictionary");
  });

  it("a training scattered over two centuries costs no more than its rows", () => {
    const days = Array.from({ length: 200 }, (_, year) => `${1950 + year}-06-15`);
    const rows = days.map((day) => said(210, { day }));
    const far = [said(210, { trainee: "T-2", day: days[199] as string }), said(210, { trainee: "T-2", day: days[0] as string })];
    const { differences } = reconcile(
      input({ planned: [...rows, ...far], recorded: [], declared: [], billed: [], signed: [], today: "2200-01-01" }),
    );
    expect(differences).toHaveLength(202);
    expect(differences.slice(-2).map(({ day }) => day)).toEqual([days[0], days[199]]);
  });

  it("no time zone shows", async () => {
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    const { outputFiles } = await build({
      stdin: {
        contents: `import { reconcile } from "./packages/core/src/attendance/index.ts";
          import { caseOf } from "./tests/core/attendance/reconciliation-cases.ts";
          process.stdout.write(JSON.stringify(Array.from({ length: 50 }, (_, seed) => reconcile(caseOf(seed)))));`,
        resolveDir: root,
        loader: "ts",
      },
      alias: { "@kairos/core": `${root}packages/core/src/index.ts` },
      bundle: true,
      platform: "node",
      format: "cjs",
      write: false,
    });
    const outputs = ["Pacific/Kiritimati", "America/Los_Angeles"].map((TZ) =>
      execFileSync(process.execPath, ["-"], {
        input: outputFiles[0]?.text ?? "",
        env: { ...process.env, TZ },
        maxBuffer: 50_000_000,
      }).toString(),
    );
    expect(outputs[0]?.length).toBeGreaterThan(10_000);
    expect(outputs[1]).toBe(outputs[0]);
  });
});
