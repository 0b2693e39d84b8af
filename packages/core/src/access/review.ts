import * as z from "zod/mini";
import { addMonths, type IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import type { Problem } from "../shared/problem.js";
import type { ReportDocument } from "../shared/report.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";

export const reviewDecisions = ["keep", "reduce", "revoke"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export const reviewDecisionLabels: Readonly<Record<ReviewDecision, Label>> = {
  keep: { fr: "garder", en: "keep" },
  reduce: { fr: "réduire", en: "reduce" },
  revoke: { fr: "retirer", en: "revoke" },
};

/** A review of the grants of one establishment: opened, decided row by row, closed with a report and a next date. */
export const accessReviewSchema = record({
  /** `R-0001`. */
  id: reference(),
  siret: siretSchema,
  openedOn: isoDateSchema,
  openedBy: line(80),
  decisions: z.array(
    record({
      grant: reference(),
      decision: z.enum(reviewDecisions),
      /** The grant that replaces a reduced one. */
      replacedBy: z.optional(reference()),
      reason: z.optional(line(200)),
      /** What was remarked when it was decided. */
      remarks: z.array(z.custom<Problem>((value) => typeof value === "object" && value !== null && "code" in value)),
      by: line(80),
      on: isoDateSchema,
    }),
  ),
  closed: z.optional(
    record({
      on: isoDateSchema,
      by: line(80),
      /** Day by which the next review is due. */
      nextOn: isoDateSchema,
      /** The report, as it was signed off. */
      report: z.custom<ReportDocument>((value) => typeof value === "object" && value !== null),
    }),
  ),
});
export type AccessReview = z.output<typeof accessReviewSchema>;

/** What was decided of one grant. */
export type Decided = AccessReview["decisions"][number];

/** The review under way; none is when the last one is closed. */
export function openReview(reviews: readonly AccessReview[]): AccessReview | undefined {
  return reviews.find(({ closed }) => closed === undefined);
}

/** A review that was closed, with its report. */
export type ClosedReview = AccessReview & { readonly closed: NonNullable<AccessReview["closed"]> };

/** The last one that was closed. */
export function lastClosed(reviews: readonly AccessReview[]): ClosedReview | undefined {
  const closed = reviews.filter((review): review is ClosedReview => review.closed !== undefined);
  return closed.sort((a, b) => (a.closed.on + a.id < b.closed.on + b.id ? 1 : -1))[0];
}

/** Day by which the next review is due: as the last one says, else counted from the first grant of the establishment. */
export function reviewDueOn(reviews: readonly AccessReview[], firstGrantOn: IsoDate | undefined, everyMonths: number): IsoDate | undefined {
  const last = lastClosed(reviews);
  if (last !== undefined) return last.closed.nextOn;
  return firstGrantOn === undefined ? undefined : addMonths(firstGrantOn, everyMonths);
}
