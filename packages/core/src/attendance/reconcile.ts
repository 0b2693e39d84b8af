import { halves } from "../sessions/index.js";
import {
  type MinutesColumns,
  type ReconciliationColumns,
  type RecordedColumns,
  reconcileColumns,
  type SlotColumns,
} from "./reconcile-columns.js";
import type { MinutesRow, ReconciledSlot, Reconciliation, ReconciliationInput, RecordedRow } from "./reconciliation.js";

/**
 * Lays what was planned, recorded, declared, billed and signed side by side, half-day by half-day: what does not agree, and
 * totals that hold every minute of the input once. Half-days are compared as text: no clock and no time zone has a part in it.
 */
export function reconcile(input: ReconciliationInput): Reconciliation {
  return reconcileColumns(columnsOf(input));
}

/** The same input in columns, each reference written once. */
export function columnsOf({
  planned,
  recorded,
  declared,
  billed,
  signed,
  withdrawals,
  ...terms
}: ReconciliationInput): ReconciliationColumns {
  const words: Words = { sessions: dictionary(), trainees: dictionary(), days: dictionary() };
  return {
    planned: minutesColumns(planned, words),
    recorded: recordedColumns(recorded, words),
    declared: minutesColumns(declared, words),
    billed: minutesColumns(billed, words),
    signed: slotColumns(signed, words),
    withdrawals: slotColumns(withdrawals, words),
    sessions: words.sessions.texts,
    trainees: words.trainees.texts,
    days: words.days.texts,
    ...terms,
  };
}

interface Words {
  readonly sessions: Dictionary;
  readonly trainees: Dictionary;
  readonly days: Dictionary;
}

interface Dictionary {
  readonly texts: string[];
  readonly places: Map<string, number>;
}

function dictionary(): Dictionary {
  return { texts: [], places: new Map() };
}

function placeOf({ texts, places }: Dictionary, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, texts.length);
  return texts.push(text) - 1;
}

function minutesColumns(rows: readonly MinutesRow[], words: Words): MinutesColumns {
  const minutes = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) minutes[row] = (rows[row] as MinutesRow).minutes;
  return { ...slotColumns(rows, words), minutes };
}

function recordedColumns(rows: readonly RecordedRow[], words: Words): RecordedColumns {
  const proved = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) if ((rows[row] as RecordedRow).proved === true) proved[row] = 1;
  return { ...minutesColumns(rows, words), proved };
}

/** Rows that follow each other are often of one session, one trainee or one day: the last one is asked first. */
function slotColumns(rows: readonly ReconciledSlot[], { sessions, trainees, days }: Words): SlotColumns {
  const columns = {
    session: new Int32Array(rows.length),
    trainee: new Int32Array(rows.length),
    day: new Int32Array(rows.length),
    half: new Uint8Array(rows.length),
  };
  const last = { session: "", trainee: "", day: "" };
  const at = { session: -1, trainee: -1, day: -1 };
  for (let row = 0; row < rows.length; row++) {
    const { session, trainee, day, half } = rows[row] as ReconciledSlot;
    if (session !== last.session || at.session < 0) {
      last.session = session;
      at.session = placeOf(sessions, session);
    }
    if (trainee !== last.trainee || at.trainee < 0) {
      last.trainee = trainee;
      at.trainee = placeOf(trainees, trainee);
    }
    if (day !== last.day || at.day < 0) {
      last.day = day;
      at.day = placeOf(days, day);
    }
    columns.session[row] = at.session;
    columns.trainee[row] = at.trainee;
    columns.day[row] = at.day;
    columns.half[row] = halves.indexOf(half);
  }
  return columns;
}
