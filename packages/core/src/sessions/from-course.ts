import { judgeBy, type ProblemOf } from "../shared/rules.js";
import type { Course } from "./course.js";
import { sessionRules } from "./rules.js";
import { type Hours, modalityFor, type SessionInput } from "./session.js";
import { type CourseSituation, checkTraining, courseRules, type TrainingProblem } from "./training-rules.js";

/** What is said of a session beside its course; what is left out comes from the course. */
export type SessionGiven = Partial<Omit<SessionInput, "hours" | "siret" | "course">> &
  Pick<SessionInput, "reference" | "startsOn" | "endsOn"> & { readonly hours?: Partial<Hours> };

/** A session of a course, to be parsed. Hours are taken whole from one or the other: a split is not mixed. */
export function sessionFromCourse(course: Course, given: SessionGiven): SessionInput {
  const { reference, objectives: _o, expectedResults: _r, programme: _p, entryLevel: _l, audiences: _a, ...shared } = course;
  const { hours = {}, ...rest } = given;
  const { announcedMinutes: _announced, ...ownHours } = shared;
  const kept = Object.keys(hours).length === 0 ? shared : { ...ownHours, hours };
  // Hours of its own tell its modality, unless it is said.
  return { ...kept, modality: modalityFor(hours, course.modality), ...rest, course: reference };
}

/** Judges a course by itself. */
export function checkCourse(situation: CourseSituation): readonly CourseProblem[] {
  const { course } = situation;
  return [...checkTraining({ training: course }), ...judgeCourse(situation), ...withoutVersion(course)];
}

export type CourseProblem = TrainingProblem | ProblemOf<typeof courseRules> | FormacodeProblem;

type FormacodeProblem = Extract<ProblemOf<typeof sessionRules>, { code: "id.formacode-version-missing" }>;

const judgeCourse = judgeBy<CourseSituation, typeof courseRules>(courseRules);

/** The same rule as for a session: it looks at the Formacode only. */
function withoutVersion({ formacode, formacodeVersion }: Course): readonly FormacodeProblem[] {
  const code = "id.formacode-version-missing";
  const { severity } = sessionRules[code];
  if (formacode === undefined || formacodeVersion !== undefined || severity === "undecided") return [];
  return [{ code, severity, path: ["formacodeVersion"], params: { formacode: formacode as string } }];
}
