import { halves } from "../../sessions/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import { differencesOf } from "./reconcile-differences.js";
import { gathered } from "./reconcile-gathering.js";
import { orderedBy, ranksOf } from "./reconcile-order.js";
import { type Pairs, pairs } from "./reconcile-pairs.js";
import { type Calendar, type Said, sheetOf, silent } from "./reconcile-sheet.js";
import { tallyOf } from "./reconcile-tally.js";
import {
  type Difference,
  type DifferenceKind,
  type Reconciliation,
  type ReconciliationSource,
  type ReconciliationTerms,
  reconciliationSources,
} from "./reconciliation.js";

/** Half-days, one a place: where the session, the trainee and the day stand in their dictionaries, and the rank of the half. */
export interface SlotColumns {
  readonly session: Int32Array;
  readonly trainee: Int32Array;
  readonly day: Int32Array;
  readonly half: Uint8Array;
}

export interface MinutesColumns extends SlotColumns {
  readonly minutes: Int32Array;
}

export interface RecordedColumns extends MinutesColumns {
  /** 1 where something else than a signature proves it. */
  readonly proved?: Uint8Array | undefined;
}

/** What `reconcile` takes, in columns. The dictionaries hold each text once, in any order. */
export interface ReconciliationColumns extends ReconciliationTerms {
  readonly sessions: readonly string[];
  readonly trainees: readonly string[];
  readonly days: readonly IsoDate[];
  readonly planned: MinutesColumns;
  readonly recorded: RecordedColumns;
  readonly declared: MinutesColumns;
  readonly billed: MinutesColumns;
  readonly signed: SlotColumns;
  readonly withdrawals: SlotColumns;
}

/** As `reconcile`: the rows are gathered by trainee and session, then laid on one sheet, one after the other. */
export function reconcileColumns(columns: ReconciliationColumns): Reconciliation {
  const { ranks, ordered: days } = ranksOf(columns.days);
  const met = pairs();
  const withdrawnFrom = withdrawnSlots(columns, ranks, met);
  const { starts, rows } = gathered(columns, ranks, met);
  const sheet = sheetOf(calendarOf(days, columns));
  const tally = tallyOf();
  const differences: Difference[] = [];
  let session = "";
  let trainee = "";
  let slot = 0;

  function judge(said: Said): void {
    tally.add(said);
    slot = said.slot;
    differencesOf(said, tell);
  }

  function tell(kind: DifferenceKind, source: number, figure: number, against: number, expected: number): void {
    differences.push({
      session,
      trainee,
      day: days[Math.floor(slot / halves.length)] as IsoDate,
      half: halves[slot % halves.length] as Difference["half"],
      kind,
      source: reconciliationSources[source] as ReconciliationSource,
      figure: figure === silent ? undefined : figure,
      against: reconciliationSources[against] as ReconciliationSource,
      expected: expected === silent ? undefined : expected,
    });
  }

  for (const pair of inOrder(met, columns)) {
    session = columns.sessions[met.sessions[pair] as number] as string;
    trainee = columns.trainees[met.trainees[pair] as number] as string;
    sheet.lay(rows.subarray(2 * (starts[pair] as number), 2 * (starts[pair + 1] as number)));
    sheet.read(withdrawnFrom.get(pair), judge, tally.agree);
  }
  return { differences, totals: tally.totals() };
}

/** The first half-day that is not followed any more, by the number of the pair; of several, the first. */
function withdrawnSlots({ withdrawals }: ReconciliationColumns, dayRanks: Int32Array, met: Pairs): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (let row = 0; row < withdrawals.day.length; row++) {
    const pair = met.numberOf(withdrawals.session[row] as number, withdrawals.trainee[row] as number);
    const slot = (dayRanks[withdrawals.day[row] as number] as number) * halves.length + (withdrawals.half[row] as number);
    first.set(pair, Math.min(slot, first.get(pair) ?? slot));
  }
  return first;
}

/** Days before which something holds are the first ones: they are told by how many they are. */
function calendarOf(days: readonly IsoDate[], { today, declaredBefore = today, signedBy = "half-day" }: ReconciliationTerms): Calendar {
  const slotsWhere = (holds: (day: IsoDate) => boolean) => halves.length * days.filter(holds).length;
  return {
    slots: halves.length * days.length,
    over: slotsWhere((day) => day < today),
    future: slotsWhere((day) => day <= today),
    undeclared: slotsWhere((day) => day < declaredBefore),
    signedBy,
  };
}

/** Numbers of the pairs, by session, then by trainee. */
function inOrder({ count, sessions, trainees }: Pairs, columns: ReconciliationColumns): Int32Array {
  const [sessionRanks, traineeRanks] = [ranksOf(columns.sessions).ranks, ranksOf(columns.trainees).ranks];
  const numbers = Int32Array.from({ length: count }, (_, pair) => pair);
  const byTrainee = orderedBy(numbers, (pair) => traineeRanks[trainees[pair] as number] as number, traineeRanks.length);
  return orderedBy(byTrainee, (pair) => sessionRanks[sessions[pair] as number] as number, sessionRanks.length);
}
