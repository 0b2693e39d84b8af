import { halves } from "../../sessions/index.js";
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

/** Two looks at each row: how many there are of each pair, then each one where its pair's next one goes. */
export function gathered(columns: ReconciliationColumns, dayRanks: Int32Array, met: Pairs): Gathered {
  const sources = reconciliationSources.map((source) => columns[source]);
  const numbers = numbersOf(sources, columns.trainees.length, met);
  const starts = new Int32Array(met.count + 1);
  for (let row = 0; row < numbers.length; row++) {
    const after = (numbers[row] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let pair = 0; pair < met.count; pair++) starts[pair + 1] = (starts[pair + 1] as number) + (starts[pair] as number);
  const rows = new Int32Array(2 * numbers.length);
  const next = starts.slice();
  let from = 0;
  for (const [tag, source] of sources.entries()) {
    const until = from + source.day.length;
    scatter(source, tag, numbers.subarray(from, until), dayRanks, next, rows);
    from = until;
  }
  return { starts, rows };
}

/** Of each row, source after source, the number of its trainee in its session. */
function numbersOf(sources: readonly SlotColumns[], trainees: number, met: Pairs): Int32Array {
  const numbers = new Int32Array(sources.reduce((sum, { day }) => sum + day.length, 0));
  // Most trainees have one session: the last pair of each is asked first.
  const lastSession = new Int32Array(trainees).fill(-1);
  const lastNumber = new Int32Array(trainees);
  let at = 0;
  for (const { session, trainee } of sources) {
    for (let row = 0; row < session.length; row++) {
      const ofSession = session[row] as number;
      const ofTrainee = trainee[row] as number;
      if (lastSession[ofTrainee] !== ofSession) {
        lastSession[ofTrainee] = ofSession;
        lastNumber[ofTrainee] = met.numberOf(ofSession, ofTrainee);
      }
      numbers[at++] = lastNumber[ofTrainee] as number;
    }
  }
  return numbers;
}

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
    if (minutes !== undefined) rows[2 * at + 1] = minutes[row] as number;
  }
}
