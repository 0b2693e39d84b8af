import { halves } from "../../sessions/index.js";
import { type ReconciliationColumns, type RecordedColumns, reconcileColumns } from "./reconcile-columns.js";
import type { ReconciledSlot, Reconciliation, ReconciliationInput, RecordedRow } from "./reconciliation.js";

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
    planned: readIn(planned, words),
    recorded: readIn(recorded, words),
    declared: readIn(declared, words),
    billed: readIn(billed, words),
    signed: readIn(signed, words),
    withdrawals: readIn(withdrawals, words),
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

/**
 * Each row is looked at once: a million of them do not fit near the processor, and fetching one costs more than reading it. Rows
 * that follow each other are often of one session, one trainee or one day: the last one is asked first.
 */
function readIn(rows: readonly (ReconciledSlot & Partial<RecordedRow>)[], { sessions, trainees, days }: Words): RecordedColumns {
  const columns = {
    session: new Int32Array(rows.length),
    trainee: new Int32Array(rows.length),
    day: new Int32Array(rows.length),
    half: new Uint8Array(rows.length),
    minutes: new Int32Array(rows.length),
    proved: new Uint8Array(rows.length),
  };
  let lastSession: string | undefined;
  let lastTrainee: string | undefined;
  let lastDay: string | undefined;
  let sessionPlace = 0;
  let traineePlace = 0;
  let dayPlace = 0;
  for (let row = 0; row < rows.length; row++) {
    const { session, trainee, day, half, minutes = 0, proved } = rows[row] as (typeof rows)[number];
    if (session !== lastSession) sessionPlace = placeOf(sessions, session);
    if (trainee !== lastTrainee) traineePlace = placeOf(trainees, trainee);
    if (day !== lastDay) dayPlace = placeOf(days, day);
    lastSession = session;
    lastTrainee = trainee;
    lastDay = day;
    columns.session[row] = sessionPlace;
    columns.trainee[row] = traineePlace;
    columns.day[row] = dayPlace;
    columns.half[row] = halves.indexOf(half);
    columns.minutes[row] = minutes;
    if (proved === true) columns.proved[row] = 1;
  }
  return columns;
}
