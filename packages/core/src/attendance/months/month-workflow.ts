import type { Instant } from "../../shared/calendar.js";
import type { Label } from "../../shared/language.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { type ProblemOf, raise, refusal } from "../../shared/rules.js";
import { sentenceCase } from "../../shared/text.js";
import { workflowOf } from "../../shared/workflow.js";
import { type AttendanceMonth, type Closing, formatMonth, type IsoMonth, type MonthStatus, monthStatusLabels } from "./month.js";

/** The life of a month, one action a row. What is corrected in a closed month reopens it too. */
export const monthWorkflow = workflowOf<MonthStatus, "attendance.record">()({
  close: { from: ["open", "reopened"], to: "closed", needs: "attendance.record", sound: true },
  reopen: { from: ["closed"], to: "reopened", needs: "attendance.record" },
});
export type MonthAction = keyof typeof monthWorkflow;

export const monthActionLabels: Readonly<Record<MonthAction, Label>> = {
  close: { fr: "clôturer le mois", en: "close the month" },
  reopen: { fr: "rouvrir le mois", en: "reopen the month" },
};

export const monthRefusals = {
  "attendance.month-step-illegal": refusal<{ action: MonthAction; status: MonthStatus; session: string; month: IsoMonth }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ action, status, session, month }) => ({
      what: `« ${sentenceCase(monthActionLabels[action].fr)} » n'est pas possible : ${formatMonth(month)} est ${monthStatusLabels[status].fr} pour la session ${session}.`,
      why: "Un mois se clôture une fois, puis se rouvre et se clôture à nouveau : chaque état déclaré garde sa trace.",
      mend: action === "close" ? "S'il faut le corriger, rouvrez-le d'abord." : "Corrigez-le sans attendre : il n'est pas clôturé.",
    }),
  }),
};
export type MonthRefusal = ProblemOf<typeof monthRefusals>;

/** Closes a month that was judged sound. */
export function closeMonth(month: AttendanceMonth, closing: Closing): Result<AttendanceMonth, Problem> {
  return (
    refusedIn(month, "close") ?? success({ ...month, status: "closed", closings: [...month.closings.slice(1 - mostClosings), closing] })
  );
}

/** Opens a closed month again: who, when and why stand beside the closings. */
export function reopenMonth(
  month: AttendanceMonth,
  reopened: { readonly at: Instant; readonly by: string; readonly reason?: string },
): Result<AttendanceMonth, Problem> {
  return refusedIn(month, "reopen") ?? success({ ...month, status: "reopened", reopened });
}

/** As many as the record holds: beyond, the oldest go. */
const mostClosings = 100;

function refusedIn({ sessionReference: session, month, status }: AttendanceMonth, action: MonthAction): Result<never, Problem> | undefined {
  const { from }: { readonly from: readonly MonthStatus[] } = monthWorkflow[action];
  if (from.includes(status)) return undefined;
  return failure(raise(monthRefusals, "attendance.month-step-illegal", ["status"], { action, status, session, month }));
}
