import type { Siret } from "../shared/identifiers.js";
import type { Problem } from "../shared/problem.js";
import { raise } from "../shared/rules.js";
import type { Course } from "./course.js";
import type { CatalogueEntry } from "./entries.js";
import { importRules } from "./import-rules.js";
import { type Hours, type Session, totalMinutes, wholeHours } from "./session.js";

/** What becomes of an entry. `kept`: it is there already, and stays as it is. */
export type Fate = "new" | "replaced" | "kept" | "left-out";

export interface JudgedEntry {
  readonly entry: CatalogueEntry;
  readonly fate: Fate;
}

/** Leaves out what is of another establishment, and the second of two entries with one reference. */
export function judgeEntries(entries: readonly CatalogueEntry[], siret: Siret): readonly CatalogueEntry[] {
  const lines = new Map<string, number>();
  return entries.map((entry) => {
    const { value, line, kind } = entry;
    if (value === undefined) return entry;
    const params = { line, siret: value.siret as string, expected: siret as string };
    if (value.siret !== siret) return leftOut(entry, raise(importRules, "import.other-establishment", entry.path, params));
    const key = `${kind} ${value.reference}`;
    const firstLine = lines.get(key);
    if (firstLine === undefined) {
      lines.set(key, line);
      return entry;
    }
    return leftOut(entry, raise(importRules, "import.reference-twice", entry.path, { line, reference: value.reference, firstLine }));
  });
}

/** What is there before an import: the entries of the establishment, and references that are taken beyond it. */
export interface Before {
  readonly courses: ReadonlyMap<string, Course>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly takenElsewhere: { readonly course: ReadonlySet<string>; readonly session: ReadonlySet<string> };
}

/** What would become of each entry. What is there already stays as it is, unless it may be replaced. */
export function planImport(entries: readonly CatalogueEntry[], before: Before, mayReplace: boolean): readonly JudgedEntry[] {
  const plan = entries.map((entry): JudgedEntry => {
    const { value, kind, line } = entry;
    if (value === undefined) return { entry, fate: "left-out" };
    const { reference } = value;
    if (before.takenElsewhere[kind].has(reference)) {
      const taken = raise(importRules, "import.reference-elsewhere", entry.path, { line, reference });
      return { entry: leftOut(entry, taken), fate: "left-out" };
    }
    const isThere = kind === "course" ? before.courses.has(reference) : before.sessions.has(reference);
    return { entry, fate: isThere ? (mayReplace ? "replaced" : "kept") : "new" };
  });
  const courses = new Set(
    plan.flatMap(({ entry, fate }) => (entry.kind === "course" && fate !== "left-out" ? [entry.value?.reference] : [])),
  );
  return plan.map((judged): JudgedEntry => {
    const { entry, fate } = judged;
    if (entry.kind !== "session" || fate === "left-out" || fate === "kept") return judged;
    const course = entry.value?.course;
    if (course === undefined || courses.has(course) || before.courses.has(course)) return judged;
    const unknown = raise(importRules, "import.course-unknown", entry.path, { line: entry.line, course });
    return { entry: leftOut(entry, unknown), fate: "left-out" };
  });
}

/** What an entry leaves in the place of what was there: what the file does not say stays. A default says nothing. */
export function mergedSession(before: Session, from: Session, isRounded = false): Session {
  const { category, cpfEligible, listing, ...said } = from;
  return {
    ...before,
    ...said,
    ...(isRounded && { hours: finest(before.hours, from.hours) }),
    ...(category !== "training" && { category }),
    ...(cpfEligible && { cpfEligible }),
    ...(listing !== undefined && listing.status !== before.listing?.status && { listing }),
  };
}

export function mergedCourse(before: Course, from: Course, isRounded = false): Course {
  const { category, cpfEligible, ...said } = from;
  const hours = isRounded ? finest(before.hours, from.hours) : from.hours;
  return { ...before, ...said, hours, ...(category !== "training" && { category }), ...(cpfEligible && { cpfEligible }) };
}

/** Whole hours say nothing more than finer ones that they are the rounding of. */
function finest(before: Hours, from: Hours): Hours {
  const whole = wholeHours(before);
  const places = ["centreMinutes", "companyMinutes", "distanceMinutes"] as const;
  return totalMinutes(before) > 0 && places.every((place) => whole[place] === from[place]) ? before : from;
}

/** Leaves an entry out, for reasons that only what is kept beside it gives. */
export function leaveOut({ entry }: JudgedEntry, problems: readonly Problem[]): JudgedEntry {
  const { value: _value, ...rest } = entry;
  return {
    entry: { ...rest, problems: [...entry.problems, ...problems.map((problem) => ({ ...problem, path: entry.path }))] },
    fate: "left-out",
  };
}

function leftOut({ value: _value, ...entry }: CatalogueEntry, problem: Problem): CatalogueEntry {
  return { ...entry, problems: [...entry.problems, problem] };
}
