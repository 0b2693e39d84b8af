import { childOf, childrenOf, type Element, within } from "../../shared/element.js";
import { readAmount } from "../../shared/money.js";
import type { Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import { excerpt } from "../../shared/text.js";
import { readAddress } from "./addresses.js";
import { readLheoDay } from "./days.js";
import { readHours } from "./hours.js";
import { byDefault, ownMark } from "./marks.js";
import { type Place, pathOf } from "./place.js";
import { lheoRules } from "./rules.js";

/** What an element says, under the desk's names, and what it says badly. */
export interface Facts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** What all the sessions of a formation have in common. */
export function formationFacts(place: Place): Facts {
  const { element } = place;
  const certifications = childrenOf(element, "certification");
  const codes = certifications.map((one) => certificationIn(said(childOf(one, "code-RNCP")), said(childOf(one, "code-RS"))));
  const known = codes.filter((code) => code !== undefined);
  const formacode = childOf(childOf(element, "domaine-formation"), "code-FORMACODE");
  const level = said(childOf(element, "code-niveau-entree"));
  const cpf = [...certifications, ...childrenOf(element, "code-type-formation")].some(
    (one) => said(childOf(one, "code-CPF")) !== undefined,
  );
  return {
    facts: {
      siret: said(within(element, "organisme-formation-responsable", "SIRET-organisme-formation", "SIRET")),
      title: onOneLine(said(childOf(element, "intitule-formation"))),
      objectives: said(childOf(element, "objectif-formation")),
      expectedResults: said(childOf(element, "resultats-attendus")),
      programme: said(childOf(element, "contenu-formation")),
      certification: known[0],
      formacode: said(formacode),
      formacodeVersion: formacodeVersion(formacode),
      entryLevel: level === undefined || level === "0" ? undefined : Number(level),
      ...(cpf && { cpfEligible: true }),
    },
    problems: known.length > 1 ? [onlyFirst(place, "certification", known.length)] : [],
  };
}

/** What the sessions of an action have in common. */
export function actionFacts(place: Place, taxed: boolean): Facts {
  const { element } = place;
  const modality = modalities.get(said(childOf(element, "modalites-enseignement")) ?? "");
  const hours = readHours(place, modality);
  const price = priceOf(place, taxed);
  const places = childrenOf(element, "lieu-de-formation").map((one) => readAddress(childOf(one, "coordonnees")));
  const intake = childOf(element, "modalites-entrees-sorties");
  const audiences = childrenOf(element, "code-public-vise").filter((one) => !isByDefault(one));
  return {
    facts: {
      ...hours.facts,
      modality,
      audiences: audiences.length === 0 ? undefined : audiences.map(({ text }) => text.trim()),
      place: places.find((one) => one !== undefined),
      intake: isByDefault(intake) ? undefined : intakes.get(said(intake) ?? ""),
      ...price.facts,
    },
    problems: [...hours.problems, ...price.problems, ...(places.length > 1 ? [onlyFirst(place, "lieu-de-formation", places.length)] : [])],
  };
}

/** What a session says by itself. */
export function sessionFacts(place: Place): Facts {
  const { element } = place;
  const numbered = element.attributes.get("numero")?.trim();
  const reference = markedIn(element, "reference") ?? numbered;
  const days = ["debut", "fin"].map((name) => dayIn(place, name));
  const status = statuses.get(said(childOf(element, "etat-recrutement")) ?? "");
  const certified = childOf(element, "reference-certification");
  const certification = certificationIn(said(childOf(certified, "reference-code-RNCP")), said(childOf(certified, "reference-code-RS")));
  return {
    facts: {
      reference: reference?.toUpperCase(),
      listingReference: numbered === "" ? undefined : numbered,
      startsOn: days[0]?.day,
      endsOn: days[1]?.day,
      ...(certification !== undefined && { certification }),
      ...(status !== undefined && { listing: { status, steps: [] } }),
      ...(childOf(element, "cycle") !== undefined && { initialTraining: true }),
    },
    problems: days.flatMap((one) => one?.problems ?? []),
  };
}

/** The course a formation without a number says it is of: ours, written where the format lets anybody write. */
export function courseLinkOf(formation: Element): string | undefined {
  return markedIn(formation, "course");
}

export const modalities: ReadonlyMap<string, "on-site" | "mixed" | "distance"> = new Map([
  ["0", "on-site"],
  ["1", "mixed"],
  ["2", "distance"],
]);
export const intakes: ReadonlyMap<string, "fixed-dates" | "permanent"> = new Map([
  ["0", "fixed-dates"],
  ["1", "permanent"],
]);
export const statuses: ReadonlyMap<string, "open" | "full" | "suspended"> = new Map([
  ["1", "open"],
  ["2", "full"],
  ["3", "suspended"],
]);

/** A text that says something: a dash or a dot stands for nothing where the schema asks for a text. */
function said(element: Element | undefined): string | undefined {
  const text = element?.text.trim() ?? "";
  return text === "" || text === "-" || text === "." ? undefined : text;
}

function onOneLine(text: string | undefined): string | undefined {
  return text !== undefined && /[\t\r\n]/.test(text) ? text.replace(/[ \t\r\n]+/g, " ") : text;
}

function isByDefault(element: Element | undefined): boolean {
  return element?.attributes.get("info") === byDefault;
}

function markedIn(element: Element, name: string): string | undefined {
  const marks = childrenOf(element, "extras").find((one) => one.attributes.get("info") === ownMark);
  const found = childrenOf(marks, "extra").find((one) => one.attributes.get("info") === name);
  return found === undefined || found.text.trim() === "" ? undefined : found.text.trim();
}

/** `34862` is `RNCP34862`. */
function certificationIn(rncp: string | undefined, rs: string | undefined): string | undefined {
  if (rncp !== undefined) return /^\d+$/.test(rncp) ? `RNCP${rncp}` : rncp;
  return rs !== undefined && /^\d+$/.test(rs) ? `RS${rs}` : rs;
}

/** `14`, `v14` and `V14` are one edition. */
function formacodeVersion(formacode: Element | undefined): string | undefined {
  const [, edition] = /^v?\s?(\d{1,2})$/i.exec(formacode?.attributes.get("ref")?.trim() ?? "") ?? [];
  return edition === undefined || said(formacode) === undefined ? undefined : `V${Number(edition)}`;
}

function priceOf(place: Place, taxed: boolean): Facts {
  const written = childOf(place.element, "prix-total-TTC");
  const text = said(written);
  if (written === undefined || text === undefined) return { facts: {}, problems: [] };
  const at = pathOf(place, written.name);
  if (taxed) return { facts: {}, problems: [raise(lheoRules, "lheo.price-with-tax", at, { line: written.line })] };
  const read = readAmount(text);
  if ("cents" in read && read.cents >= 0) return { facts: { priceCents: read.cents }, problems: [] };
  const params = { line: written.line, element: written.name, value: excerpt(text) };
  return { facts: {}, problems: [raise(lheoRules, "lheo.not-an-amount", at, params)] };
}

function dayIn(place: Place, name: string): { readonly day?: string; readonly problems: readonly Problem[] } | undefined {
  const written = within(place.element, "periode", name);
  if (written === undefined) return undefined;
  const text = written.text.trim();
  const read = readLheoDay(text);
  if ("day" in read) return { day: read.day, problems: [] };
  if ("fault" in read) return { problems: [] };
  const params = { line: written.line, element: name, value: excerpt(text) };
  return { problems: [raise(lheoRules, "lheo.day-unknown", pathOf(place, "periode", name), params)] };
}

function onlyFirst(place: Place, element: string, count: number): Problem {
  return raise(lheoRules, "lheo.only-first-kept", pathOf(place), { line: place.element.line, element, count });
}
