import {
  type AttendanceRecord,
  type Enrolment,
  type EnrolmentInput,
  enrolmentSchema,
  type HalfDay,
  type Schedule,
  type SignIn,
  type Trainee,
} from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aTrainee } from "./session.js";

/** A trainee in the forklift session. */
export function anEnrolment(overrides: Overrides<EnrolmentInput> = {}): Enrolment {
  return enrolmentSchema.parse(merge({ sessionReference: "SE-2026-014", siret: "99900014400017", traineeId: "T-0007" }, overrides));
}

/** So many trainees of the session, `T-0001` and on, each with a name of their own. */
export function manyTrainees(count: number): { readonly roster: readonly Enrolment[]; readonly trainees: ReadonlyMap<string, Trainee> } {
  const people = Array.from({ length: count }, (_, index) => {
    const id = `T-${String(index + 1).padStart(4, "0")}`;
    return aTrainee({ id, firstName: firstNames[index % firstNames.length] ?? "", lastName: `Martin-${index + 1}` });
  });
  return { roster: people.map(({ id }) => anEnrolment({ traineeId: id })), trainees: new Map(people.map((one) => [one.id, one])) };
}

const firstNames = ["Camille", "Omar", "Léa", "Jean-Baptiste", "Inès", "Zoé"];

/** The fact of one half-day, present unless told. */
export function aFact(
  traineeId: string,
  { day, half }: Pick<HalfDay, "day" | "half">,
  told: Partial<AttendanceRecord> = {},
): AttendanceRecord {
  return {
    sessionReference: "SE-2026-014",
    siret: anEnrolment().siret,
    traineeId,
    day,
    half,
    status: "present",
    source: "desk",
    recordedBy: "lea",
    recordedAt: "2026-12-07T17:00:00.000Z",
    ...told,
  };
}

export function aSignIn(traineeId: string, { day, half }: Pick<HalfDay, "day" | "half">, told: Partial<SignIn> = {}): SignIn {
  return {
    sessionReference: "SE-2026-014",
    siret: anEnrolment().siret,
    traineeId,
    day,
    half,
    method: "code",
    at: `${day}T08:02:00.000Z`,
    ...told,
  };
}

/** Everybody present, at every half-day. */
export function allPresent(roster: readonly Enrolment[], { halfDays }: Pick<Schedule, "halfDays">): readonly AttendanceRecord[] {
  return roster.flatMap(({ traineeId }) => halfDays.map((halfDay) => aFact(traineeId, halfDay)));
}
