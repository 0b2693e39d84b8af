import {
  type AttendanceRecord,
  type AttendanceSituation,
  attendanceSituation,
  checkAttendance,
  compareSlots,
  foremost,
  type IsoDate,
  type Problem,
  type Slot,
} from "@kairos/core";
import { type AttendedSession, calledTrainee } from "./attendance.js";

/** The facts of a session, ready to be judged. */
export function situationOf(
  { session, schedule, roster, provider }: AttendedSession,
  records: readonly AttendanceRecord[],
  today: IsoDate,
): AttendanceSituation {
  return attendanceSituation({ session, schedule, roster, today, settings: provider.settings.attendance }, records);
}

/** What the rules say of some trainees once a half-day of theirs was recorded: of it, and of their whole attendance. */
export function remarksOn(
  attended: AttendedSession,
  records: readonly AttendanceRecord[],
  { trainees, slot }: { readonly trainees: ReadonlySet<string>; readonly slot: Slot },
  today: IsoDate,
): readonly Problem[] {
  const touched = records.filter(({ traineeId }) => trainees.has(traineeId));
  const problems: readonly Problem[] = checkAttendance(situationOf(attended, touched, today));
  const isOfIt = ({ params }: Problem) => !("day" in params) || compareSlots(params as Slot, slot) === 0;
  return foremost(named(attended, problems.filter(isOfIt)));
}

/** What the rules say of the facts of a month, or of a whole session. */
export function remarksOnAll(attended: AttendedSession, records: readonly AttendanceRecord[], today: IsoDate): readonly Problem[] {
  return foremost(named(attended, checkAttendance(situationOf(attended, records, today))));
}

/** The same problems, their trainees called as people know them. */
export function named(attended: AttendedSession, problems: readonly Problem[]): readonly Problem[] {
  const call = (id: string) => calledTrainee(attended, id);
  return problems.map((problem) => {
    const { trainee, trainees, of } = problem.params as Naming;
    const params = {
      ...problem.params,
      ...(trainee !== undefined && { trainee: call(trainee) }),
      ...(trainees !== undefined && { trainees: trainees.map(call) }),
      ...(of !== undefined && { of: { ...of, trainee: call(of.trainee) } }),
    };
    return { ...problem, params };
  });
}

interface Naming {
  readonly trainee?: string;
  readonly trainees?: readonly string[];
  readonly of?: { readonly trainee: string };
}
