import type { Session } from "../../sessions/index.js";
import type { Period } from "../../shared/calendar.js";
import type { Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import type { Enrolment } from "../enrolment.js";
import { type EnrolmentFault, recordRefusals } from "./record-refusals.js";

type Dated = Pick<Session, "startsOn" | "endsOn">;

/** From when until when somebody is in a session: their own dates, else the session's. */
export function enrolledPeriod({ joinsOn, leavesOn, withdrawal }: Enrolment, { startsOn, endsOn }: Dated): Period {
  const last = leavesOn ?? endsOn;
  const isCut = withdrawal !== undefined && withdrawal.day < last;
  return { startsOn: joinsOn ?? startsOn, endsOn: isCut ? withdrawal.day : last };
}

/** Dates of an enrolment that cannot be. */
export function enrolmentFaults(enrolment: Enrolment, session: Dated): readonly Problem[] {
  const { joinsOn, leavesOn, withdrawal } = enrolment;
  const { startsOn, endsOn } = session;
  const isOutside = (day: string | undefined) => day !== undefined && (day < startsOn || day > endsOn);
  const faults: readonly (readonly [EnrolmentFault, boolean])[] = [
    ["outside", isOutside(joinsOn) || isOutside(leavesOn) || isOutside(withdrawal?.day)],
    ["reversed", joinsOn !== undefined && leavesOn !== undefined && joinsOn > leavesOn],
    ["withdrawal-early", withdrawal !== undefined && joinsOn !== undefined && withdrawal.day < joinsOn],
    ["withdrawal-late", withdrawal !== undefined && leavesOn !== undefined && withdrawal.day > leavesOn],
  ];
  return faults.flatMap(([fault, isFound]) =>
    isFound ? [raise(recordRefusals, "attendance.enrolment-dates", [], { fault, startsOn, endsOn })] : [],
  );
}
