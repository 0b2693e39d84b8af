import { halves } from "../sessions/index.js";
import { provedTag, tagBits } from "./reconcile-gathering.js";
import { type ReconciliationTerms, reconciliationSources } from "./reconciliation.js";

/** The days of the input as ranks of half-days: those below a bound are before it. */
export interface Calendar {
  readonly slots: number;
  /** Below: the day is over. */
  readonly over: number;
  /** From there on: the day has not come. */
  readonly future: number;
  /** Below: it had to be declared. */
  readonly undeclared: number;
  readonly signedBy: NonNullable<ReconciliationTerms["signedBy"]>;
}

export type Place = "planned" | "withdrawn" | "future" | "outside";

/** What everybody says of one half-day of one trainee. By rank of the source; the object is used again for the next half-day. */
export interface Said {
  slot: number;
  place: Place;
  /** Where its signatures count: one for the whole day stands wherever the trainee trains that day. */
  signedPlace: Place;
  isOver: boolean;
  hadToBeDeclared: boolean;
  /** How many rows, the least of their figures (`silent` when there is none) and their sum. */
  readonly rows: Float64Array;
  readonly least: Float64Array;
  readonly sums: Float64Array;
  /** Is it shown by something else than a signature, in every row. */
  isProved: boolean;
  isSigned: boolean;
  /** Did the trainee take part in what the signature covers. */
  tookPart: boolean;
}

export const silent = -1;

/** Ranks of the sources. */
export const planned = 0;
export const recorded = 1;
export const declared = 2;
export const billed = 3;
export const signed = 4;

/** The half-days of one trainee in one session, laid side by side, read in order, then wiped for the next one. */
export interface Sheet {
  lay(tagged: number, minutes: number): void;
  read(withdrawnFrom: number | undefined, judge: (said: Said) => void): void;
}

export function sheetOf(calendar: Calendar): Sheet {
  const { slots, over, future, undeclared, signedBy } = calendar;
  // In columns of one block: for each source its rows, the least figure and the sum; then the rows proved otherwise.
  const cells = new Float64Array(slots * width);
  const touched = new Int32Array(slots);
  const said = blank();
  let count = 0;
  let [lowest, highest] = [slots, -1];
  let withdrawn = slots;

  return { lay, read };

  function lay(tagged: number, minutes: number): void {
    const slot = tagged >> tagBits;
    const tag = tagged & ((1 << tagBits) - 1);
    const cell = slot * width;
    if (isBlank(cell)) {
      touched[count++] = slot;
      if (slot < lowest) lowest = slot;
      if (slot > highest) highest = slot;
    }
    if (tag === provedTag) cells[cell + provedLane] = (cells[cell + provedLane] as number) + 1;
    const lane = cell + lanes * (tag === provedTag ? recorded : tag);
    const rows = cells[lane] as number;
    cells[lane] = rows + 1;
    if (rows === 0 || minutes < (cells[lane + 1] as number)) cells[lane + 1] = minutes;
    cells[lane + 2] = (cells[lane + 2] as number) + minutes;
  }

  function read(withdrawnFrom: number | undefined, judge: (said: Said) => void): void {
    withdrawn = withdrawnFrom ?? slots;
    if (highest - lowest < 8 * count) {
      for (let slot = lowest; slot <= highest; slot++) if (!isBlank(slot * width)) judge(saidOf(slot));
      cells.fill(0, lowest * width, (highest + 1) * width);
    } else {
      const few = touched.subarray(0, count).sort();
      for (const slot of few) judge(saidOf(slot));
      for (const slot of few) cells.fill(0, slot * width, (slot + 1) * width);
    }
    count = 0;
    lowest = slots;
    highest = -1;
  }

  function isBlank(cell: number): boolean {
    for (let source = 0; source < sources; source++) if (cells[cell + lanes * source] !== 0) return false;
    return true;
  }

  function saidOf(slot: number): Said {
    const cell = slot * width;
    for (let source = 0; source < sources; source++) {
      const rows = cells[cell + lanes * source] as number;
      said.rows[source] = rows;
      said.least[source] = rows === 0 ? silent : (cells[cell + lanes * source + 1] as number);
      said.sums[source] = cells[cell + lanes * source + 2] as number;
    }
    said.slot = slot;
    said.place = placeOf(slot);
    said.isOver = slot < over;
    said.hadToBeDeclared = slot < undeclared;
    said.isProved = said.rows[recorded] === cells[cell + provedLane] && said.rows[recorded] !== 0;
    if (signedBy === "half-day") {
      said.signedPlace = said.place;
      said.isSigned = said.rows[signed] !== 0;
      said.tookPart = (said.least[recorded] as number) > 0;
    } else {
      const day = slot - (slot % halves.length);
      said.signedPlace = isAnyHalf(day, (half) => placeOf(half) === "planned") ? "planned" : said.place;
      said.isSigned = isAnyHalf(day, (half) => cells[half * width + lanes * signed] !== 0);
      said.tookPart = isAnyHalf(day, (half) => (cells[half * width + lanes * recorded + 1] as number) > 0);
    }
    return said;
  }

  function isAnyHalf(day: number, holds: (slot: number) => boolean): boolean {
    return holds(day) || holds(day + 1) || holds(day + 2);
  }

  function placeOf(slot: number): Place {
    if (slot >= withdrawn) return "withdrawn";
    if (slot >= future) return "future";
    return cells[slot * width] === 0 ? "outside" : "planned";
  }
}

const sources = reconciliationSources.length;
const lanes = 3;
const provedLane = lanes * sources;
const width = provedLane + 1;

function blank(): Said {
  return {
    slot: 0,
    place: "planned",
    signedPlace: "planned",
    isOver: false,
    hadToBeDeclared: false,
    rows: new Float64Array(sources),
    least: new Float64Array(sources),
    sums: new Float64Array(sources),
    isProved: false,
    isSigned: false,
    tookPart: false,
  };
}
