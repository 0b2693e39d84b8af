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
  /** How many rows, the least of their figures (`silent` when there is none) and the sum of all others. */
  readonly rows: Int32Array;
  readonly least: Int32Array;
  readonly others: Float64Array;
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
  /** What a row says: its half-day and source in one number, and its minutes. */
  lay(tagged: number, minutes: number): void;
  /** Hands over each half-day; one of which all five sources say the same, by its minutes alone. */
  read(withdrawnFrom: number | undefined, judge: (said: Said) => void, agree: (minutes: number) => void): void;
}

export function sheetOf(calendar: Calendar): Sheet {
  const { slots, over, future, undeclared, signedBy } = calendar;
  // A half-day is one block: for each source how many rows and the least figure, then how many are proved otherwise.
  const cells = new Int32Array(slots * width);
  const others = new Float64Array(slots * sources);
  const seen = new Uint8Array(slots);
  const touched = new Int32Array(slots);
  const said = blank();
  let count = 0;
  let lowest = slots;
  let highest = -1;
  let withdrawn = slots;

  return { lay, read };

  function lay(tagged: number, minutes: number): void {
    const slot = tagged >> tagBits;
    const tag = tagged & tagMask;
    const source = tag === provedTag ? recorded : tag;
    if (seen[slot] === 0) begin(slot);
    const cell = slot * width + 2 * source;
    const least = cells[cell + 1] as number;
    if (cells[cell] === 0) cells[cell + 1] = minutes;
    else {
      cells[cell + 1] = Math.min(minutes, least);
      others[slot * sources + source] = (others[slot * sources + source] as number) + Math.max(minutes, least);
    }
    cells[cell] = (cells[cell] as number) + 1;
    if (tag === provedTag) cells[slot * width + provedLane] = (cells[slot * width + provedLane] as number) + 1;
  }

  function begin(slot: number): void {
    seen[slot] = 1;
    touched[count++] = slot;
    if (slot < lowest) lowest = slot;
    if (slot > highest) highest = slot;
  }

  function read(withdrawnFrom: number | undefined, judge: (said: Said) => void, agree: (minutes: number) => void): void {
    withdrawn = withdrawnFrom ?? slots;
    const agreed = Math.min(withdrawn, future);
    // Most trainings are dense; of one that is scattered over years, only the half-days it has are looked at.
    if (highest - lowest < 8 * count) {
      for (let slot = lowest; slot <= highest; slot++) if (seen[slot] === 1) look(slot);
      wipe(lowest, highest + 1);
    } else {
      const few = touched.subarray(0, count).sort();
      for (const slot of few) look(slot);
      for (const slot of few) wipe(slot, slot + 1);
    }
    count = 0;
    lowest = slots;
    highest = -1;

    function look(slot: number): void {
      if (slot < agreed && isAgreed(slot * width)) agree(cells[slot * width + 1] as number);
      else judge(saidOf(slot));
    }
  }

  /** One row each, all of the same minutes, and one signature; that nobody should sign for no minute is judged. */
  function isAgreed(cell: number): boolean {
    const minutes = cells[cell + 1];
    return (
      minutes !== 0 &&
      cells[cell] === 1 &&
      cells[cell + 2] === 1 &&
      cells[cell + 3] === minutes &&
      cells[cell + 4] === 1 &&
      cells[cell + 5] === minutes &&
      cells[cell + 6] === 1 &&
      cells[cell + 7] === minutes &&
      cells[cell + 8] === 1
    );
  }

  function wipe(from: number, until: number): void {
    cells.fill(0, from * width, until * width);
    others.fill(0, from * sources, until * sources);
    seen.fill(0, from, until);
  }

  function saidOf(slot: number): Said {
    const cell = slot * width;
    for (let source = 0; source < sources; source++) {
      const rows = cells[cell + 2 * source] as number;
      said.rows[source] = rows;
      said.least[source] = rows === 0 ? silent : (cells[cell + 2 * source + 1] as number);
      said.others[source] = others[slot * sources + source] as number;
    }
    said.slot = slot;
    said.place = placeOf(slot);
    said.isOver = slot < over;
    said.hadToBeDeclared = slot < undeclared;
    said.isProved = said.rows[recorded] !== 0 && said.rows[recorded] === cells[cell + provedLane];
    if (signedBy === "half-day") {
      said.signedPlace = said.place;
      said.isSigned = said.rows[signed] !== 0;
      said.tookPart = (said.least[recorded] as number) > 0;
    } else {
      const day = slot - (slot % halves.length);
      said.signedPlace = isAnyHalf(day, (half) => placeOf(half) === "planned") ? "planned" : said.place;
      said.isSigned = isAnyHalf(day, (half) => cells[half * width + 2 * signed] !== 0);
      said.tookPart = isAnyHalf(day, (half) => (cells[half * width + 2 * recorded + 1] as number) > 0);
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
const tagMask = (1 << tagBits) - 1;
const provedLane = 2 * sources;
const width = provedLane + 1;

function blank(): Said {
  return {
    slot: 0,
    place: "planned",
    signedPlace: "planned",
    isOver: false,
    hadToBeDeclared: false,
    rows: new Int32Array(sources),
    least: new Int32Array(sources),
    others: new Float64Array(sources),
    isProved: false,
    isSigned: false,
    tookPart: false,
  };
}
