import type { DatedValue } from "../shared/dated.js";

/** Days, all counted, within which an entry, an interruption or an exit is declared to France Travail. */
export const movementDays: readonly DatedValue<number>[] = [{ from: "2017-05-11", value: 3, source: "decree-2017-1019" }];
