import type { IsoDate } from "./calendar.js";

/** Where a rule or a figure comes from, and how far to trust it. */
export interface Source {
  readonly kind: "law" | "agency" | "practice";
  readonly title: string;
  readonly url?: string;
  readonly checkedOn: IsoDate;
  /** `official`: the text itself; `secondary`: somebody's account of it; `unsure`: never enough to block by default. */
  readonly confidence: "official" | "secondary" | "unsure";
}

/** Keeps the names of a table of sources. */
export const sourcesOf = <Id extends string>(sources: Readonly<Record<Id, Source>>): Readonly<Record<Id, Source>> => sources;
