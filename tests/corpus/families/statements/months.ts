import {
  type AttendanceMonth,
  addDays,
  addMonths,
  checkMonth,
  closeMonth,
  deadlineOf,
  declaredClaims,
  type MonthAction,
  type MonthSituation,
  monthOf,
  monthStatement,
  openMonth,
  reopenMonth,
  type Session,
  type SignIn,
  signedOff,
} from "@kairos/core";
import { crypt } from "../../../examples/trail.js";
import type { Random } from "../../../trust/random.js";
import { attendedOf } from "../../attendance.js";
import { problemsOf } from "../../problems.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import type { FaultsOf } from "../index.js";

interface Month extends Omit<MonthSituation, "statement" | "digest"> {
  readonly session: Session;
  readonly signIns: readonly SignIn[];
}

/** The first month of a training, complete and signed, the day after its last half-day. */
function monthIn(dossier: Dossier): Month | undefined {
  const attended = attendedOf(dossier);
  if (attended === undefined) return undefined;
  const { session, planned, records, signIns, settings } = attended;
  const month = openMonth(session, monthOf(planned[0]?.day ?? session.startsOn));
  const own = <One extends { readonly day: string }>(all: readonly One[]) => all.filter(({ day }) => monthOf(day) === month.month);
  const last = own(planned)
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return last === undefined
    ? undefined
    : { session, month, planned, records: own(records), signIns: own(signIns), settings, today: addDays(last, 1) };
}

/** What would be signed off of a month, and its digest. */
function statementOf({ month, planned, records }: Month) {
  const statement = monthStatement(month.month, planned, records);
  const claims = declaredClaims({ month, planned, records }, closedAt);
  return { statement, digest: crypt(JSON.stringify(signedOff(month, statement, claims))) };
}

/** The same, closed as it stands. */
function closedIn(dossier: Dossier): Month | undefined {
  const open = monthIn(dossier);
  return open && { ...open, month: closed(open) };
}

function closed(open: Month): AttendanceMonth {
  const { statement, digest } = statementOf(open);
  const { planned: plannedMinutes, minutes, trainees } = statement;
  const closing = { at: closedAt, by: "karim", plannedMinutes, attendedMinutes: minutes.attended, trainees: trainees.length, digest };
  const result = closeMonth(open.month, closing);
  if (!result.ok) throw new Error("an open month is not closed");
  return result.value;
}

const judge = (month: Month) => checkMonth({ ...month, ...statementOf(month) });
const inMonth = faultsIn(monthIn, judge);
const inClosed = faultsIn(closedIn, judge);

const take = {
  close: (month: AttendanceMonth) =>
    closeMonth(month, { at: closedAt, by: "karim", plannedMinutes: 0, attendedMinutes: 0, trainees: 0, digest: "0".repeat(64) }),
  reopen: (month: AttendanceMonth, reason?: string) =>
    reopenMonth(month, { at: "2027-02-01T09:00:00.000Z", by: "lea", ...(reason !== undefined && { reason }) }),
};

/** A month about to be closed. */
const inStep = faultsIn(
  (dossier) => {
    const open = monthIn(dossier);
    return open && { month: open.month, action: "close" as MonthAction, title: dossier.name };
  },
  ({ month, action }) => problemsOf(take[action](month)),
);

export const monthFaults: Pick<
  FaultsOf<"statements">,
  Extract<keyof FaultsOf<"statements">, `attendance.month-${string}`> | "attendance.unsigned-half-days"
> = {
  "attendance.month-missing": inMonth((month, random) => ({
    ...month,
    today: addDays(deadlineOf(month.month.month, month.settings.monthlyDeadlineDay), 1 + random.int(60)),
  })),
  "attendance.month-reopened": inClosed((month, random) => {
    const reopened = take.reopen(month.month, random.pick([undefined, "Feuille retrouvée", "Retard oublié"]));
    return reopened.ok ? { ...month, month: reopened.value } : undefined;
  }),
  "attendance.month-changed": inClosed((month, random) => {
    const { traineeId, day, half } = random.pick(month.records);
    const isCancelled = random.chance(0.5);
    const isLeft = (one: (typeof month.planned)[number]) =>
      isCancelled ? one.day === day && one.half === half : one.traineeId === traineeId && one.day >= day;
    return { ...month, planned: month.planned.filter((one) => !isLeft(one)) };
  }),
  "attendance.month-empty": inMonth((month, random) => {
    const months = 1 + random.int(6);
    if (random.chance(0.5)) return { ...month, month: { ...month.month, month: monthOf(addMonths(`${month.month.month}-01`, -months)) } };
    return { ...month, planned: month.planned.map((one) => ({ ...one, day: addMonths(one.day, 12 * months) })) };
  }),
  "attendance.month-not-over": inMonth((month, random) => {
    const today = addDays(random.pick(month.records).day, -1);
    return { ...month, today, records: month.records.filter(({ day }) => day <= today) };
  }),
  "attendance.month-incomplete": inMonth((month, random) => {
    const forgotten = random.pick(month.records);
    const isForgotten = random.chance(0.5)
      ? (one: typeof forgotten) => one === forgotten
      : (one: typeof forgotten) => one.day === forgotten.day && one.half === forgotten.half;
    return { ...month, records: month.records.filter((one) => !isForgotten(one)) };
  }),
  "attendance.unsigned-half-days": inMonth((month, random) => {
    if (month.signIns.length === 0) return undefined;
    const forgotten = random.pick(month.signIns);
    const isForgotten = random.chance(0.5)
      ? (one: typeof forgotten) => one === forgotten
      : (one: typeof forgotten) => one.traineeId === forgotten.traineeId;
    return { ...month, signIns: month.signIns.filter((one) => !isForgotten(one)) };
  }),
  "attendance.month-step-illegal": inStep(illegalStep),
};

function illegalStep<Step extends { readonly month: AttendanceMonth; readonly action: MonthAction }>(step: Step, random: Random): Step {
  if (random.chance(0.5)) return { ...step, action: "reopen" };
  return { ...step, month: { ...step.month, status: "closed" } };
}

const closedAt = "2027-01-04T09:00:00.000Z";
