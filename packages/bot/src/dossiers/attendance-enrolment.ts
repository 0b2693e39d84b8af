import {
  type AbsenceReason,
  absenceReasonLabels,
  attendingStatuses,
  counted,
  type Enrolment,
  enrolledPeriod,
  enumerate,
  failure,
  follows,
  formatDay,
  formatMinutes,
  formatSlot,
  type Half,
  type IsoDate,
  minutesOf,
  overlaps,
  type Problem,
  type Result,
  raise,
  recordRefusals,
  success,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Store, TraineeSlot } from "../store/store.js";
import type { AttendedSession } from "./attendance.js";
import { isNone } from "./list-options.js";

/** What is said of an enrolment; what is left out stays as it was. */
export interface EnrolmentSaid {
  readonly from?: IsoDate | undefined;
  readonly until?: IsoDate | undefined;
  /** `none` takes a withdrawal back. */
  readonly withdrawal?: IsoDate | "none" | undefined;
  readonly half?: Half | undefined;
  readonly reason?: AbsenceReason | undefined;
  readonly employer?: string | undefined;
}

/** The enrolment with what is said of it. */
export function enrolmentWith(
  { session, schedule }: AttendedSession,
  before: Enrolment | undefined,
  traineeId: string,
  { from, until, withdrawal, half, reason, employer }: EnrolmentSaid,
): Result<Enrolment> {
  const { reference: sessionReference, siret, startsOn, endsOn } = session;
  const left = withdrawal === "none" ? undefined : (withdrawal ?? before?.withdrawal?.day);
  if (left === undefined && (half !== undefined || reason !== undefined)) {
    return failure(raise(recordRefusals, "attendance.enrolment-dates", ["abandon"], { fault: "lonely-detail", startsOn, endsOn }));
  }
  const stays = left !== undefined && left === before?.withdrawal?.day ? before.withdrawal : undefined;
  const first = half ?? stays?.half ?? schedule?.halfDays.find(({ day }) => day === left)?.half ?? "morning";
  const why = reason ?? stays?.reason;
  const [joinsOn, leavesOn] = [from ?? before?.joinsOn, until ?? before?.leavesOn];
  const employedBy = employer === undefined ? before?.employer : isNone(employer) ? undefined : employer;
  return success({
    sessionReference,
    siret,
    traineeId,
    ...(joinsOn !== undefined && joinsOn !== startsOn && { joinsOn }),
    ...(leavesOn !== undefined && leavesOn !== endsOn && { leavesOn }),
    ...(left !== undefined && { withdrawal: { day: left, half: first, ...(why !== undefined && { reason: why }) } }),
    ...(employedBy !== undefined && { employer: employedBy }),
  });
}

/** The half-days that one of two enrolments follows and the other does not. */
export function halfDaysMoved(
  { session, schedule }: AttendedSession,
  before: Enrolment | undefined,
  after: Enrolment,
): readonly TraineeSlot[] {
  const { traineeId } = after;
  return (schedule?.halfDays ?? [])
    .filter((halfDay) => (before !== undefined && follows(before, halfDay)) !== follows(after, halfDay))
    .map(({ day, half }) => ({ sessionReference: session.reference, traineeId, day, half }));
}

/** From when until when, what that makes of half-days and hours, and what follows from a withdrawal. */
export function enrolmentLines({ session, schedule }: AttendedSession, enrolment: Enrolment): readonly ReplyLine[] {
  const { joinsOn = session.startsOn, leavesOn = session.endsOn, withdrawal, employer } = enrolment;
  const own = (schedule?.halfDays ?? []).filter((halfDay) => follows(enrolment, halfDay));
  const hours = formatMinutes(own.reduce((sum, halfDay) => sum + minutesOf(halfDay), 0));
  return [
    line(
      "good",
      `Inscrit du ${formatDay(joinsOn)} au ${formatDay(leavesOn)} : ${counted(own.length, "demi-journée attendue", "demi-journées attendues")}, ${hours}.`,
      `Enrolled from ${formatDay(joinsOn, "en")} to ${formatDay(leavesOn, "en")}: ${counted(own.length, "half-day", "half-days", "en")} expected, ${hours}.`,
    ),
    ...(schedule === undefined
      ? [
          line(
            "warning",
            "La session n'a pas encore de planning : faites-le avec /session planning.",
            "The session has no schedule yet: make it with /session planning.",
          ),
        ]
      : []),
    ...(withdrawal === undefined
      ? []
      : [
          line(
            "warning",
            `Abandon à partir du ${formatSlot(withdrawal)}${withdrawal.reason === undefined ? "" : ` (${absenceReasonLabels[withdrawal.reason].fr})`}. La sortie est à déclarer à France Travail.`,
            `Withdrawal from ${formatSlot(withdrawal, "en")} on${withdrawal.reason === undefined ? "" : ` (${absenceReasonLabels[withdrawal.reason].en})`}. The exit is to be declared to France Travail.`,
          ),
        ]),
    ...(employer === undefined ? [] : [line("plain", `Employeur : ${employer}.`, `Employer: ${employer}.`)]),
  ];
}

/** Facts that fall outside of what is followed from now on: they count nowhere. */
export async function factsLeftBehind(store: Store, enrolment: Enrolment): Promise<readonly ReplyLine[]> {
  const facts = await store.attendance.of({ session: enrolment.sessionReference, trainee: enrolment.traineeId });
  const left = facts.filter((fact) => !follows(enrolment, fact) && fact.status !== "withdrawn");
  if (left.length === 0) return [];
  const isPresent = left.some(({ status }) => attendingStatuses.has(status));
  const slots = (language: "fr" | "en") =>
    enumerate(
      left.map((fact) => formatSlot(fact, language)),
      6,
    );
  return [
    line(
      isPresent ? "bad" : "warning",
      `${counted(left.length, "demi-journée déjà notée n'est", "demi-journées déjà notées ne sont")} plus attendue${left.length > 1 ? "s" : ""} : ${slots("fr")}. Si les dates sont justes, effacez ${left.length > 1 ? "ces faits" : "ce fait"}.`,
      `${counted(left.length, "half-day recorded already is", "half-days recorded already are", "en")} no longer expected: ${slots("en")}. If the dates are right, erase what is recorded there.`,
    ),
  ];
}

/** The other sessions that the trainee is enrolled in at the same time. */
export async function enrolledElsewhere(store: Store, { session }: AttendedSession, enrolment: Enrolment): Promise<readonly Problem[]> {
  const own = enrolledPeriod(enrolment, session);
  const others = (await store.enrolments.ofTrainee(enrolment.traineeId)).filter((one) => one.sessionReference !== session.reference);
  const problems: Problem[] = [];
  for (const other of others) {
    const found = await store.sessions.get(other.sessionReference);
    if (found === undefined || found.listing?.status === "cancelled") continue;
    const period = enrolledPeriod(other, found);
    if (!overlaps(own, period)) continue;
    const params = { trainee: enrolment.traineeId, session: found.reference, ...period };
    problems.push(raise(recordRefusals, "attendance.enrolled-elsewhere", ["session"], params));
  }
  return problems;
}
