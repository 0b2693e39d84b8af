import {
  type AttendanceRecord,
  type Enrolment,
  enrolmentSchema,
  type HalfDay,
  type PlannedHalfDay,
  plannedHalfDays,
  presentAt,
  type Settings,
  type SignIn,
  type Trainee,
} from "@kairos/core";
import { aTrainee } from "../examples/index.js";
import { once } from "./once.js";
import type { Dossier } from "./seeded.js";
import { type Training, trainingOf } from "./training.js";

/** A group in training, everybody present and signed at every half-day until today. */
export interface Attended extends Training {
  readonly trainees: readonly Trainee[];
  readonly roster: readonly Enrolment[];
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
  readonly signIns: readonly SignIn[];
  readonly settings: Settings["attendance"];
}

/** The trainee of a dossier and three others, two of one name, seen on the last day. */
export const attendedOf = once((dossier: Dossier) => attendedIn(dossier, 1));

/** The same, seen on the last day of a part of the schedule. */
export function attendedIn(dossier: Dossier, part: number): Attended | undefined {
  const training = trainingOf(dossier);
  const { trainee } = dossier.situation;
  if (training === undefined || trainee === undefined) return undefined;
  const { session, schedule } = training;
  const today = schedule.halfDays[Math.ceil(schedule.halfDays.length * part) - 1]?.day;
  if (today === undefined) return undefined;
  const trainees = [trainee, ...others.map((one) => aTrainee(one))];
  const roster = trainees.map(({ id }) =>
    enrolmentSchema.parse({ sessionReference: session.reference, siret: session.siret, traineeId: id }),
  );
  const planned = plannedHalfDays(schedule, roster);
  const past = planned.filter(({ day }) => day <= today);
  return {
    ...training,
    today,
    trainees,
    roster,
    planned,
    records: past.map((one) => factOf(session, one)),
    signIns: past.filter(({ at }) => at !== "distance").map((one) => signInOf(session, one)),
    settings: training.provider.settings.attendance,
  };
}

const others = [
  { id: "T-0021", firstName: "Noé", lastName: "Lefèvre" },
  { id: "T-0022", firstName: "Léa", lastName: "Martin" },
  { id: "T-0023", firstName: "Lea", lastName: "MARTIN" },
];

type Whose = Pick<HalfDay, "day" | "half" | "at"> & { readonly traineeId: string };

/** Present, with what proves it at a distance. */
export function factOf({ reference, siret }: Training["session"], { traineeId, day, half, at }: Whose): AttendanceRecord {
  return {
    sessionReference: reference,
    siret,
    traineeId,
    day,
    half,
    status: presentAt(at),
    ...(at === "distance" && { evidence: ["connection", "submitted-work"] }),
    source: "desk",
    recordedBy: "lea",
    recordedAt: `${day}T17:00:00.000Z`,
  };
}

export function signInOf({ reference, siret }: Training["session"], { traineeId, day, half }: Whose): SignIn {
  return { sessionReference: reference, siret, traineeId, day, half, method: "code", at: `${day}T08:02:00.000Z` };
}
