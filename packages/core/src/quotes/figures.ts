import type { Minutes } from "../shared/calendar.js";
import type { DatedValue } from "../shared/dated.js";
import type { Cents } from "../shared/money.js";

/** Longest POEI, in minutes, by who trains. Earlier caps are left out: their exact end was not found. */
export const poeiCaps: readonly DatedValue<{ readonly tutoring: Minutes; readonly provider: Minutes; readonly priority: Minutes }>[] = [
  { from: "2024-06-21", value: { tutoring: 300 * 60, provider: 450 * 60, priority: 600 * 60 }, source: "poei-durations" },
];

/** Most that France Travail pays for an hour of tutoring. */
export const poeiTutorHourlyCents: readonly DatedValue<Cents>[] = [{ from: "2024-06-21", value: 500, source: "poei-durations" }];

/** POEI trainees one tutor may follow at once; fewer when the tutor is the employer. */
export const poeiTutorLoad: readonly DatedValue<{ readonly employee: number; readonly employer: number }>[] = [
  { from: "2024-06-21", value: { employee: 3, employer: 2 }, source: "poei-2024" },
];

/** Experience a tutor must have in the trade, in months. */
export const poeiTutorExperienceMonths: readonly DatedValue<number>[] = [{ from: "2024-06-21", value: 24, source: "poei-2024" }];

/** Shortest contract a POEI may lead to, in months; agency missions add up within a window. */
export const poeiContractMonths: readonly DatedValue<{
  readonly fixedTerm: number;
  readonly seasonal: number;
  readonly agency: number;
  readonly agencyWindow: number;
}>[] = [{ from: "2024-06-21", value: { fixedTerm: 6, seasonal: 4, agency: 6, agencyWindow: 9 }, source: "poei-2024" }];

/** The day the AFPR was abolished. */
export const afprEndedOn: readonly DatedValue<true>[] = [{ from: "2024-06-21", value: true, source: "poei-2024" }];
