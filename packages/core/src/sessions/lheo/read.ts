import type { IsoDate } from "../../shared/calendar.js";
import type { Element } from "../../shared/element.js";
import { parse } from "../../shared/parse.js";
import { foremost, hasErrors, type Path, type Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import { courseSchema } from "../course.js";
import type { CatalogueEntry } from "../entries.js";
import { checkCourse } from "../from-course.js";
import { checkSession } from "../rules.js";
import { sessionSchema } from "../session.js";
import { checkElement } from "./check.js";
import type { LheoVersion } from "./content.js";
import { actionFacts, courseLinkOf, formationFacts, sessionFacts } from "./facts.js";
import { formationPlace, type Place, pathOf, placesOf } from "./place.js";
import { lheoRules } from "./rules.js";

export interface LheoReading {
  readonly version: LheoVersion;
  readonly today: IsoDate;
  /** Of a provider that charges VAT, the price of a file is not the one a session keeps. */
  readonly taxed: boolean;
}

/** Reads the n-th formation of a file: its course, where it has a number, and its sessions, each judged by itself. */
export function readFormation(formation: Element, rank: number, reading: LheoReading): readonly CatalogueEntry[] {
  const place = formationPlace(formation, rank);
  // No more than the first problems of each part: every session of it tells them again.
  const own = foremost(checkElement(place, reading.version, "action"));
  const common = formationFacts(place);
  const actions = placesOf(place, "action").map((action) => {
    const problems = foremost(checkElement(action, reading.version, "session"));
    const facts = actionFacts(action, reading.taxed);
    return { action, facts: facts.facts, problems: [...problems, ...facts.problems] };
  });
  const shared = [...own, ...common.problems];
  const sound = actions.find(({ problems }) => !hasErrors(problems)) ?? actions[0];
  const course = courseEntry(place, { ...common.facts, ...sound?.facts }, [...shared, ...(sound?.problems ?? [])], reading.today);
  const link = course?.reference ?? courseLinkOf(formation);
  const blocking = [...shared, ...(course?.value === undefined ? (course?.problems ?? []) : [])].filter(isError);
  const sessions = actions.flatMap((one, index) => {
    const { action, facts } = one;
    // What is told of a formation or an action is told once: with its course, or else with its first session.
    const problems = course !== undefined && one === sound ? one.problems.filter(isError) : one.problems;
    const told = course === undefined && index === 0 ? [...unnumbered(place), ...shared, ...problems] : blocking.concat(problems);
    const {
      audiences: _a,
      entryLevel: _l,
      objectives: _o,
      expectedResults: _r,
      programme: _p,
      ...inCommon
    } = { ...common.facts, ...facts };
    const known = withoutNothing({ ...inCommon, course: link });
    const again = told.filter(isError);
    return placesOf(action, "session").map((session, rankInAction) =>
      sessionEntry(session, known, rankInAction === 0 ? told : again, reading),
    );
  });
  return course === undefined ? sessions : [course, ...sessions];
}

function courseEntry(
  place: Place,
  facts: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
  today: IsoDate,
): CatalogueEntry | undefined {
  const { element } = place;
  const numbered = (element.attributes.get("numero") ?? "").trim();
  if (numbered === "") return undefined;
  const { intake: _intake, place: _place, ...own } = facts;
  const read = parse(courseSchema, withoutNothing({ ...own, reference: numbered.toUpperCase() }));
  const found = [...problems, ...(read.ok ? [] : read.problems.map((problem) => located(problem, place, courseOrigins)))];
  if (read.ok) found.push(...checkCourse({ course: read.value, today }).map((problem) => located(problem, place, courseOrigins)));
  const value = read.ok && !hasErrors(found) ? read.value : undefined;
  return {
    kind: "course",
    ...referenceIn(numbered),
    line: element.line,
    path: pathOf(place),
    problems: unique(found),
    ...(value && { value }),
  };
}

function sessionEntry(place: Place, common: object, above: readonly Problem[], { version, today }: LheoReading): CatalogueEntry {
  const { element } = place;
  const own = sessionFacts(place);
  const found = [...above, ...checkElement(place, version), ...own.problems];
  const reference = String(own.facts.reference ?? "");
  const entry = { kind: "session" as const, ...referenceIn(reference), line: element.line, path: pathOf(place) };
  if (reference === "") found.push(raise(lheoRules, "lheo.reference-missing", pathOf(place), { line: element.line, element: "session" }));
  if (hasErrors(found)) return { ...entry, problems: unique(found) };
  const read = parse(sessionSchema, { ...common, ...withoutNothing(own.facts) });
  if (!read.ok)
    return { ...entry, problems: unique([...found, ...read.problems.map((problem) => located(problem, place, sessionOrigins))]) };
  found.push(...checkSession({ session: read.value, today }).map((problem) => located(problem, place, sessionOrigins)));
  return { ...entry, problems: unique(found), ...(!hasErrors(found) && { value: read.value }) };
}

function unnumbered(place: Place): readonly Problem[] {
  return [raise(lheoRules, "lheo.course-unnumbered", pathOf(place), { line: place.element.line })];
}

/** Where a field comes from, from the element of the entry on: `..` goes up. */
type Origins = Readonly<Record<string, readonly string[]>>;

const courseOrigins: Origins = {
  reference: ["@numero"],
  siret: ["organisme-formation-responsable", "SIRET-organisme-formation", "SIRET"],
  title: ["intitule-formation"],
  objectives: ["objectif-formation"],
  expectedResults: ["resultats-attendus"],
  programme: ["contenu-formation"],
  certification: ["certification[1]"],
  formacode: ["domaine-formation", "code-FORMACODE[1]"],
  formacodeVersion: ["domaine-formation", "code-FORMACODE[1]", "@ref"],
  entryLevel: ["code-niveau-entree"],
  audiences: ["action[1]", "code-public-vise"],
  hours: ["action[1]", "nombre-heures-total"],
  announcedMinutes: ["action[1]", "nombre-heures-total"],
};
const inFormation = (names: readonly string[] | undefined): readonly string[] => ["..", "..", ...(names ?? [])];
const sessionOrigins: Origins = {
  ...Object.fromEntries(Object.keys(courseOrigins).map((field) => [field, inFormation(courseOrigins[field])])),
  reference: ["@numero"],
  listingReference: ["@numero"],
  startsOn: ["periode", "debut"],
  endsOn: ["periode", "fin"],
  place: ["..", "lieu-de-formation"],
  hours: ["..", "nombre-heures-total"],
  announcedMinutes: ["..", "nombre-heures-total"],
};

/** A problem of a field, told of the element that the field was read from. */
function located(problem: Problem, place: Place, origins: Origins): Problem {
  const names = origins[String(problem.path[0] ?? "")];
  let at = place;
  const down = names?.filter((name) => {
    if (name === ".." && at.parent !== undefined) at = at.parent;
    return name !== "..";
  });
  const path: Path = pathOf(at, ...(down ?? problem.path.map(String)));
  return { ...problem, path, params: { ...problem.params, line: place.element.line } };
}

function referenceIn(text: string): { readonly reference?: string } {
  return text === "" ? {} : { reference: text.toUpperCase() };
}

function withoutNothing(facts: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** The same thing is told once, though two readers found it. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const seen = new Set<string>();
  const once = problems.filter(({ code, path }) => {
    const key = `${code} ${path.join("/")}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return foremost(once);
}
