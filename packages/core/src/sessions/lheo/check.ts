import type { Element } from "../../shared/element.js";
import { hasErrors, type Problem, type Severity } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import { excerpt } from "../../shared/text.js";
import { type Content, codesOf, type LheoVersion } from "./content.js";
import { readLheoDay } from "./days.js";
import { elements22, elements23 } from "./elements.js";
import { type Place, pathOf } from "./place.js";
import { lheoRules } from "./rules.js";

/** Without these, there is nothing that the desk could keep. */
const needed = new Set([
  "intitule-formation",
  "action",
  "session",
  "periode",
  "debut",
  "fin",
  "modalites-enseignement",
  "organisme-formation-responsable",
  "SIRET-organisme-formation",
  "SIRET",
]);

/** What the desk takes: a fault there leaves the entry out. Elsewhere it is only told. */
const taken = new Set([
  ...needed,
  "formation",
  "domaine-formation",
  "code-FORMACODE",
  "objectif-formation",
  "resultats-attendus",
  "contenu-formation",
  "code-niveau-entree",
  "certification",
  "code-RNCP",
  "code-RS",
  "code-public-vise",
  "modalites-entrees-sorties",
  "prix-total-TTC",
  "nombre-heures-centre",
  "nombre-heures-entreprise",
  "nombre-heures-total",
  "etat-recrutement",
  "reference-certification",
  "reference-code-RNCP",
  "reference-code-RS",
  "cycle",
  "type-cycle",
]);

/** Holds an element and all that it contains to the schema; children named `except` are left to be judged apart. */
export function checkElement(place: Place, version: LheoVersion, except?: string): readonly Problem[] {
  const problems: Problem[] = [];
  check(place, version === "2.2" ? elements22 : elements23, { version, isTaken: true, problems, except });
  return problems;
}

type Children = Extract<Content, { readonly kind: "children" }>;
type Value = Exclude<Content, Children>;

interface Checking {
  readonly version: LheoVersion;
  /** Is it, and all that it stands in, something that the desk takes. */
  readonly isTaken: boolean;
  readonly problems: Problem[];
  readonly except?: string | undefined;
}

function check(place: Place, elements: ReadonlyMap<string, Content>, checking: Checking): void {
  const content = elements.get(place.element.name);
  if (content?.kind === "children") checkChildren(place, content, elements, checking);
  else if (content !== undefined) checkValue(place, content, checking);
}

function checkChildren(place: Place, content: Children, elements: ReadonlyMap<string, Content>, checking: Checking): void {
  const counts = new Map<string, number>();
  let furthest = 0;
  for (const child of place.element.children) {
    const { name, line } = child;
    if (name === "extras") continue;
    const order = content.places.get(name);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (order === undefined) {
      if (count === 1) tell(place, checking, "warning", raise(lheoRules, "lheo.element-unknown", [], { line, element: excerpt(name) }));
      continue;
    }
    if (order < furthest && count === 1) {
      tell(place, checking, "warning", raise(lheoRules, "lheo.element-misplaced", [], { line, element: name }));
    }
    furthest = Math.max(furthest, order);
    if (name === checking.except) continue;
    const step = (content.of[order]?.most ?? 1) > 1 ? `${name}[${count}]` : name;
    const isTaken = checking.isTaken && taken.has(name);
    check({ element: child, step, parent: place }, elements, { version: checking.version, isTaken, problems: checking.problems });
  }
  checkCounts(place, content, counts, checking);
}

function checkCounts(place: Place, content: Children, counts: ReadonlyMap<string, number>, checking: Checking): void {
  const { line, name: parent } = place.element;
  for (const { name, least, most } of content.of) {
    const count = counts.get(name) ?? 0;
    if (count < least)
      tell(place, checking, lacking(name, checking), raise(lheoRules, "lheo.element-missing", [], { line, element: name, parent }));
    if (count > most) {
      const severity = checking.isTaken && taken.has(name) ? "error" : "warning";
      tell(place, checking, severity, raise(lheoRules, "lheo.element-repeated", [], { line, element: name, most, count }));
    }
  }
}

function checkValue(place: Place, content: Value, checking: Checking): void {
  const { element, parent } = place;
  const { name, line } = element;
  const value = element.text.trim();
  if (value === "" && !(content.kind === "text" && content.least === 0)) {
    const missing = raise(lheoRules, "lheo.element-missing", [], { line, element: name, parent: parent?.element.name ?? "" });
    tell(place, checking, lacking(name, checking), missing);
    return;
  }
  const fault = faultOf(content, element, value, checking.version);
  if (fault !== undefined) tell(place, checking, checking.isTaken ? "error" : "warning", fault);
  if (content.kind === "text" && content.attribute !== undefined && (element.attributes.get(content.attribute) ?? "").trim() === "") {
    const missing = raise(lheoRules, "lheo.attribute-missing", [], { line, element: name, attribute: content.attribute });
    tell(place, checking, "warning", missing);
  }
}

function lacking(name: string, { isTaken }: Checking): Severity {
  return isTaken && needed.has(name) ? "error" : "warning";
}

function faultOf(content: Value, { name: element, line }: Element, value: string, version: LheoVersion): Problem | undefined {
  switch (content.kind) {
    case "text": {
      const { least, most } = content;
      const length = value.length <= most ? value.length : [...value].length;
      return length < least || length > most ? raise(lheoRules, "lheo.text-length", [], { line, element, least, most, length }) : undefined;
    }
    case "code": {
      const codes = codesOf(content.table, version);
      return codes.includes(value)
        ? undefined
        : raise(lheoRules, "lheo.code-unknown", [], { line, element, value: excerpt(value), allowed: codes.join(", ") });
    }
    case "number":
      return /^\d{1,9}$/.test(value) && Number(value) <= content.most
        ? undefined
        : raise(lheoRules, "lheo.not-a-number", [], { line, element, value: excerpt(value), most: content.most });
    case "day":
      return "fault" in readLheoDay(value) ? raise(lheoRules, "lheo.not-a-day", [], { line, element, value: excerpt(value) }) : undefined;
  }
}

function tell(place: Place, { problems }: Checking, severity: Severity, problem: Problem): void {
  // Far more than are told: only a first error still matters.
  if (problems.length >= mostFound && (severity !== "error" || hasErrors(problems))) return;
  problems.push({ ...problem, severity, path: pathOf(place) });
}

const mostFound = 1000;
