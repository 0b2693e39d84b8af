import { halves } from "../../sessions/index.js";
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
  /** Two numbers a row: its half-day with who speaks (see `Gathered`), and its minutes. */
  lay(rows: Int32Array): void;
  /** Hands over each half-day, but for those that agree: they come last, as what was planned and what was attended of it. */
  read(
    withdrawnFrom: number | undefined,
    judge: (said: Said) => void,
    agree: (planned: number, attended: number, halfDays: number) => void,
  ): void;
}

export function sheetOf(calendar: Calendar): Sheet {
  const { slots, over, future, undeclared, signedBy } = calendar;
  // A half-day is one block: the least figure of each source, then its state: who speaks, and whether anybody does so again.
  const cells = new Int32Array(slots * width);
  // By half-day and source, what is said again: how many more rows, and the sum of all figures but the least.
  const again = new Int32Array(slots * sources);
  const others = new Float64Array(slots * sources);
  const said = blank();
  let laid: Int32Array = new Int32Array(0);
  let lowest = slots;
  let highest = -1;
  let isAnyAgain = false;
  let withdrawn = slots;

  return { lay, read };

  function lay(rows: Int32Array): void {
    laid = rows;
    let first = slots;
    let last = -1;
    for (let at = 0; at < rows.length; at += 2) {
      const tagged = rows[at] as number;
      const minutes = rows[at + 1] as number;
      const slot = tagged >> tagBits;
      const tag = tagged & tagMask;
      const source = tag === provedTag ? recorded : tag;
      const cell = slot * width;
      const state = cells[cell + stateLane] as number;
      if ((state & (1 << source)) === 0) {
        cells[cell + source] = minutes;
        cells[cell + stateLane] = state | (marks[tag] as number);
      } else {
        repeat(slot, source, minutes);
        cells[cell + stateLane] = state | (marks[tag] as number) | isAgain;
      }
      if (slot < first) first = slot;
      if (slot > last) last = slot;
    }
    lowest = first;
    highest = last;
  }

  function repeat(slot: number, source: number, minutes: number): void {
    const lane = slot * sources + source;
    const least = cells[slot * width + source] as number;
    cells[slot * width + source] = Math.min(minutes, least);
    again[lane] = (again[lane] as number) + 1;
    others[lane] = (others[lane] as number) + Math.max(minutes, least);
    isAnyAgain = true;
  }

  function read(
    withdrawnFrom: number | undefined,
    judge: (said: Said) => void,
    agree: (planned: number, attended: number, halfDays: number) => void,
  ): void {
    withdrawn = withdrawnFrom ?? slots;
    const comparable = Math.min(withdrawn, future);
    // Most trainings are dense; of one that is scattered over years, only the half-days it has are looked at.
    const few = highest - lowest < 2 * laid.length ? undefined : slotsOf(laid);
    const count = few?.length ?? highest + 1 - lowest;
    let agreedPlanned = 0;
    let agreedAttended = 0;
    let agreed = 0;
    for (let place = 0; place < count; place++) {
      const slot = few === undefined ? lowest + place : (few[place] as number);
      const state = cells[slot * width + stateLane] as number;
      if (state === 0) continue;
      if (slot < comparable && isAgreed(slot * width, state)) {
        agreedPlanned += cells[slot * width + planned] as number;
        agreedAttended += cells[slot * width + recorded] as number;
        agreed += 1;
      } else judge(saidOf(slot, state));
    }
    agree(agreedPlanned, agreedAttended, agreed);
    if (few === undefined) wipe(lowest, highest + 1);
    else for (const slot of few) wipe(slot, slot + 1);
    isAnyAgain = false;
  }

  /** Once planned, recorded, declared, billed and signed, the same minutes of those planned; that nobody signs for no minute is judged. */
  function isAgreed(cell: number, state: number): boolean {
    const attended = cells[cell + recorded] as number;
    return (
      (state & ~isUnproved) === everybody &&
      attended !== 0 &&
      attended <= (cells[cell + planned] as number) &&
      attended === cells[cell + declared] &&
      attended === cells[cell + billed]
    );
  }

  function wipe(from: number, until: number): void {
    cells.fill(0, from * width, until * width);
    if (!isAnyAgain) return;
    again.fill(0, from * sources, until * sources);
    others.fill(0, from * sources, until * sources);
  }

  function saidOf(slot: number, state: number): Said {
    for (let source = 0; source < sources; source++) {
      const isSaid = (state & (1 << source)) !== 0;
      const lane = slot * sources + source;
      said.rows[source] = isSaid ? 1 + (again[lane] as number) : 0;
      said.least[source] = isSaid ? (cells[slot * width + source] as number) : silent;
      said.others[source] = others[lane] as number;
    }
    said.slot = slot;
    said.place = placeOf(slot);
    said.isOver = slot < over;
    said.hadToBeDeclared = slot < undeclared;
    said.isProved = said.rows[recorded] !== 0 && (state & isUnproved) === 0;
    if (signedBy === "half-day") {
      said.signedPlace = said.place;
      said.isSigned = speaks(slot, signed);
      said.tookPart = (said.least[recorded] as number) > 0;
    } else {
      const day = slot - (slot % halves.length);
      said.signedPlace = isAnyHalf(day, (half) => placeOf(half) === "planned") ? "planned" : said.place;
      said.isSigned = isAnyHalf(day, (half) => speaks(half, signed));
      said.tookPart = isAnyHalf(day, (half) => (cells[half * width + recorded] as number) > 0);
    }
    return said;
  }

  function isAnyHalf(day: number, holds: (slot: number) => boolean): boolean {
    return holds(day) || holds(day + 1) || holds(day + 2);
  }

  function speaks(slot: number, source: number): boolean {
    return ((cells[slot * width + stateLane] as number) & (1 << source)) !== 0;
  }

  function placeOf(slot: number): Place {
    if (slot >= withdrawn) return "withdrawn";
    if (slot >= future) return "future";
    return speaks(slot, planned) ? "planned" : "outside";
  }
}

const sources = reconciliationSources.length;
const tagMask = (1 << tagBits) - 1;
const stateLane = sources;
/** A power of two, so that a block never lies astride two lines of the processor's memory. */
const width = 8;

/** The state of a half-day: a bit for each source that speaks, then what is not as plain as that. */
const everybody = (1 << sources) - 1;
const isUnproved = 1 << sources;
const isAgain = 2 << sources;
/** What a row adds to the state, by its tag. */
const marks = Int32Array.from(
  [...reconciliationSources.keys(), recorded],
  (source, tag) => (1 << source) | (tag === recorded ? isUnproved : 0),
);

/** The half-days of some rows, each once, in order. */
function slotsOf(rows: Int32Array): Int32Array {
  const slots = new Int32Array(rows.length / 2);
  for (let row = 0; row < slots.length; row++) slots[row] = (rows[2 * row] as number) >> tagBits;
  return slots.sort().filter((slot, place) => place === 0 || slot !== slots[place - 1]);
}

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
