import type { MinutesRow, ReconciledSlot, ReconciliationInput } from "@kairos/core";
import { drawnFrom } from "./report.js";

const size = 1_000_000;
const trainees = 12;
const days = 18;
const halves = ["morning", "afternoon", "evening"] as const;
const random = drawnFrom(11);

type Sources = Readonly<Record<"planned" | "recorded" | "declared" | "billed" | "signed", readonly number[]>>;

/**
 * Two years of half-days of 6,000 trainees in 500 sessions, one in thirty with something that does not agree, each row with its
 * own texts, source after source, as a database hands them out. A million rows in all, and little made besides them.
 */
export function aMillionHalfDays(): ReconciliationInput {
  const withdrawals: number[] = [];
  const { planned, recorded, declared, billed, signed } = drawn(withdrawals);
  return {
    planned: planned.map(minutesRow),
    recorded: recorded.map(minutesRow),
    declared: declared.map(minutesRow),
    billed: billed.map(minutesRow),
    signed: signed.map(slotRow),
    withdrawals: withdrawals.map(slotRow),
    today: "2027-06-30",
  };
}

/** The same rows, those of each source in an order nothing can guess. */
export function inAnyOrder(input: ReconciliationInput): ReconciliationInput {
  const { planned, recorded, declared, billed, signed } = input;
  return {
    ...input,
    planned: mixed(planned),
    recorded: mixed(recorded),
    declared: mixed(declared),
    billed: mixed(billed),
    signed: mixed(signed),
  };
}

/** Each row as one number. */
function drawn(withdrawals: number[]): Sources {
  const sources = {
    planned: [] as number[],
    recorded: [] as number[],
    declared: [] as number[],
    billed: [] as number[],
    signed: [] as number[],
  };
  const count = () => Object.values(sources).reduce((sum, rows) => sum + rows.length, 0);
  for (let session = 0; count() < size; session++) {
    const start = (session * 29) % 480;
    const leaves = Array.from({ length: trainees }, () => (random() < 0.03 ? Math.floor(random() * 20) : Number.POSITIVE_INFINITY));
    const codeOf = (rank: number, day: number, half: number, minutes = 0) =>
      (((session * trainees + rank) * 1024 + start + day) * halves.length + half) * 512 + minutes;
    leaves.forEach((until, rank) => {
      if (until < days) withdrawals.push(codeOf(rank, until, 0));
    });
    for (let day = 0; day < days; day++) {
      for (const half of [0, 1]) {
        leaves.forEach((until, rank) => {
          if (day < until) sources.planned.push(codeOf(rank, day, half, 210));
          else if (random() > 0.02) return;
          const attended = random() < 0.06 ? 0 : random() < 0.05 ? 180 : 210;
          const say = (rows: number[], minutes: number) => rows.push(codeOf(rank, day, half, minutes));
          if (random() > 0.004) say(sources.recorded, attended);
          if (random() > 0.004) say(sources.declared, random() < 0.004 ? 210 : attended);
          if (attended > 0 && random() > 0.004) say(sources.billed, random() < 0.004 ? 240 : attended);
          if (attended > 0 && random() > 0.008) say(sources.signed, 0);
          if (random() < 0.002) say(sources.signed, 0);
          if (random() < 0.001) sources.billed.push(codeOf(rank, day, 2, 120));
        });
      }
    }
  }
  sources.signed.length -= count() - size;
  return sources;
}

function minutesRow(code: number): MinutesRow {
  const { session, trainee, day, half } = slotRow(code);
  return { session, trainee, day, half, minutes: code % 512 };
}

function slotRow(code: number): ReconciledSlot {
  const slot = Math.floor(code / 512);
  const day = Math.floor(slot / halves.length);
  const trainee = Math.floor(day / 1024);
  return {
    session: own(`SE-2026-${String(Math.floor(trainee / trainees)).padStart(4, "0")}`),
    trainee: own(`T-${String(trainee).padStart(6, "0")}`),
    day: own(new Date(Date.UTC(2026, 0, 5) + (day % 1024) * 86_400_000).toISOString().slice(0, 10)),
    half: halves[slot % halves.length] as ReconciledSlot["half"],
  };
}

function own(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

function mixed<Row>(rows: readonly Row[]): readonly Row[] {
  const left = [...rows];
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [left[last], left[other]] = [left[other] as Row, left[last] as Row];
  }
  return left;
}
