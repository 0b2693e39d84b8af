import type { CellKind, Half, IsoDate } from "@kairos/core";

/** Trainees by half-days as a picture shows them, small enough to be kept with the answer and drawn later. In French. */
export interface Heatmap {
  readonly title: string;
  /** Under the title. */
  readonly lines: readonly string[];
  /** The days in order, each with the letters of its half-days: `["2026-12-07", "MA"]`. */
  readonly days: readonly (readonly [IsoDate, string])[];
  /** Each with a letter for every half-day, a capital where it is signed. */
  readonly rows: readonly { readonly name: string; readonly cells: string; readonly percent: number | null }[];
  /** Of each half-day, then of all. */
  readonly percents: readonly (number | null)[];
  readonly percent: number | null;
}

export const halfLetters: Readonly<Record<Half, string>> = { morning: "M", afternoon: "A", evening: "S" };

/** Kept with answers: a letter never changes its meaning. */
export const cellLetters: Readonly<Record<CellKind, string>> = {
  present: "p",
  late: "l",
  "left-early": "e",
  remote: "r",
  excused: "x",
  unexcused: "u",
  announced: "a",
  interrupted: "i",
  withdrawn: "w",
  unrecorded: "n",
  future: "f",
  outside: "o",
};
