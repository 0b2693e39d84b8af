import { halves } from "../sessions/index.js";
import type { MinutesColumns, ReconciliationColumns, RecordedColumns, SlotColumns } from "./reconcile-columns.js";
import type { Pairs } from "./reconcile-pairs.js";
import { reconciliationSources } from "./reconciliation.js";

/** Every row of every source, those of one trainee in one session together. */
export interface Gathered {
  /** Where the rows of each pair start, and where the last ones end. */
  readonly starts: Int32Array;
  /** Two numbers a row: the half-day with who says what of it (`tagged`), then the minutes. */
  readonly rows: Int32Array;
}

/** The rank of a half-day, and in the three last bits who speaks: a source, or `provedTag`. */
export const tagBits = 3;
export const provedTag = reconciliationSources.length;

export function gathered(columns: ReconciliationColumns, dayRanks: Int32Array, met: Pairs): Gathered {
  const sources = reconciliationSources.map((source) => columns[source]);
  const last = new Int32Array(columns.trainees.length);
  const numbers = sources.map((rows) => pairNumbers(rows, met, last));
  const starts = new Int32Array(met.count + 1);
  for (const ofRows of numbers) countInto(starts, ofRows);
  for (let pair = 0; pair < met.count; pair++) starts[pair + 1] = (starts[pair + 1] as number) + (starts[pair] as number);
  const rows = new Int32Array(2 * (starts[met.count] as number));
  const next = starts.slice();
  sources.forEach((source, tag) => {
    scatter(source, tag, numbers[tag] as Int32Array, dayRanks, next, rows);
  });
  return { starts, rows };
}

function countInto(starts: Int32Array, numbers: Int32Array): void {
  for (let row = 0; row < numbers.length; row++) {
    const after = (numbers[row] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
}

/** Of each row, the number of its trainee in its session. The last session of the trainee is asked first: most have one. */
function pairNumbers({ session, trainee }: SlotColumns, met: Pairs, last: Int32Array): Int32Array {
  const numbers = new Int32Array(session.length);
  for (let row = 0; row < numbers.length; row++) {
    const ofSession = session[row] as number;
    const ofTrainee = trainee[row] as number;
    let number = (last[ofTrainee] as number) - 1;
    if (number < 0 || met.sessions[number] !== ofSession) {
      number = met.numberOf(ofSession, ofTrainee);
      last[ofTrainee] = number + 1;
    }
    numbers[row] = number;
  }
  return numbers;
}

/** Writes each row where its pair's next one goes. */
function scatter(
  source: SlotColumns & Partial<MinutesColumns & RecordedColumns>,
  tag: number,
  numbers: Int32Array,
  dayRanks: Int32Array,
  next: Int32Array,
  rows: Int32Array,
): void {
  const { day, half, minutes, proved } = source;
  for (let row = 0; row < numbers.length; row++) {
    const pair = numbers[row] as number;
    const at = next[pair] as number;
    next[pair] = at + 1;
    const slot = (dayRanks[day[row] as number] as number) * halves.length + (half[row] as number);
    rows[2 * at] = (slot << tagBits) | (proved?.[row] === 1 ? provedTag : tag);
    rows[2 * at + 1] = minutes?.[row] ?? 0;
  }
}
