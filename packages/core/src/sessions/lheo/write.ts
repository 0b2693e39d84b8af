import type { Provider } from "../../membership/index.js";
import { type Element, element } from "../../shared/element.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import type { Course } from "../course.js";
import { modalityFor, type Session, totalMinutes, wholeHours } from "../session.js";
import { addressElement, writeCoordinates } from "./addresses.js";
import { writeLheoDay } from "./days.js";
import { intakes, modalities, statuses } from "./facts.js";
import { byDefault, ownMark } from "./marks.js";
import { lheoRules } from "./rules.js";
import { isSaidWhole } from "./unsaid.js";

export const lheoNamespaces = { "2.3": "http://lheo.gouv.fr/2.3", "2.2": "http://www.lheo.org/2.2" } as const;

export interface LheoCatalogue {
  readonly root: Element;
  /** Sessions of which LHEO could not say everything: rooms, trainers, places, hours that are not whole… */
  readonly partly: readonly string[];
}

/** The sessions as a LHEO 2.3 catalogue, under their courses. A course without a session has no place in it. */
export function lheoOf(provider: Provider, courses: ReadonlyMap<string, Course>, sessions: readonly Session[]): Result<LheoCatalogue> {
  const { address, activityNumber, vatRegime } = provider;
  const missing = [
    ...(activityNumber === undefined ? ["activityNumber"] : []),
    ...(address === undefined ? ["address"] : /^\d{5}$/.test(address.postalCode) ? [] : ["postalCode"]),
  ];
  if (missing.length > 0) return failure(raise(lheoRules, "lheo.provider-incomplete", [], { missing }));
  const writing = { provider, isTaxed: vatRegime === "taxed" };
  const formations = [...groupedBy(sessions, (one) => formationKey(one, courses)).values()].map((group) =>
    formationOf(group, courses, writing),
  );
  const root = element("lheo", [element("offres", formations)], { xmlns: lheoNamespaces["2.3"] });
  return success({ root, partly: sessions.filter((one) => !isSaidWhole(one, writing.isTaxed)).map(({ reference }) => reference) });
}

interface Writing {
  readonly provider: Provider;
  readonly isTaxed: boolean;
}

/** What stands once in a formation. */
function formationKey(session: Session, courses: ReadonlyMap<string, Course>): string {
  const { title, formacode, formacodeVersion, cpfEligible } = session;
  return JSON.stringify([
    session.course,
    courseOf(session, courses)?.reference,
    title,
    formacode,
    formacodeVersion,
    cpfEligible,
    ...(courseOf(session, courses) ? [] : [session.certification]),
  ]);
}

/** Its course, when the session says the same: else the formation has no number, and only says which course it is of. */
function courseOf(session: Session, courses: ReadonlyMap<string, Course>): Course | undefined {
  const course = courses.get(session.course ?? "");
  if (course === undefined || course.siret !== session.siret) return undefined;
  const isTheSame =
    course.title === session.title && course.formacode === session.formacode && course.formacodeVersion === session.formacodeVersion;
  return isTheSame && (course.certification === undefined || session.certification !== undefined) ? course : undefined;
}

function formationOf(sessions: readonly Session[], courses: ReadonlyMap<string, Course>, writing: Writing): Element {
  const [first] = sessions;
  if (first === undefined) throw new Error("A formation has one session at least");
  const course = courseOf(first, courses);
  const certification = course === undefined ? first.certification : course.certification;
  const { formacode, formacodeVersion } = first;
  const known = formacode === undefined ? [] : [element("code-FORMACODE", formacode, { ref: formacodeVersion ?? "" })];
  const level = course?.entryLevel;
  const actions = [...groupedBy(sessions, actionKey).values()].sort(
    ([a], [b]) => Number(b !== undefined && sameAsCourse(b, course)) - Number(a !== undefined && sameAsCourse(a, course)),
  );
  return element(
    "formation",
    [
      element("domaine-formation", known),
      element("intitule-formation", first.title),
      element("objectif-formation", course?.objectives || "-"),
      element("resultats-attendus", course?.expectedResults || "-"),
      element("contenu-formation", course?.programme || "-"),
      element("certifiante", certification === undefined ? "0" : "1"),
      element("contact-formation", [contactOf(writing.provider)]),
      element("parcours-de-formation", "1", { info: byDefault }),
      element("code-niveau-entree", String(level ?? 0)),
      certification === undefined ? undefined : element("certification", [certificationElement(certification, "code")]),
      ...actions.map((group) => actionOf(group, course, certification, writing)),
      providerElement(writing.provider),
      course === undefined && first.course !== undefined ? marks({ course: first.course }) : undefined,
    ],
    { numero: course?.reference },
  );
}

/** What stands once in an action. */
function actionKey({ hours, announcedMinutes, modality, priceCents, intake, place }: Session): string {
  return JSON.stringify([hours, announcedMinutes, modality, priceCents, intake, place]);
}

function sameAsCourse(session: Session, course: Course | undefined): boolean {
  if (course === undefined) return false;
  const facts = ({ hours, announcedMinutes, modality, priceCents }: Session | Course) => [hours, announcedMinutes, modality, priceCents];
  return JSON.stringify(facts(session)) === JSON.stringify(facts(course));
}

function actionOf(sessions: readonly Session[], course: Course | undefined, certification: string | undefined, writing: Writing): Element {
  const [first] = sessions;
  if (first === undefined) throw new Error("An action has one session at least");
  const { intake, place, priceCents } = first;
  const ref = course?.formacodeVersion ?? "V14";
  const audiences = course?.audiences?.map((one) => element("code-public-vise", one, { ref }));
  const coordinates = place === undefined ? undefined : writeCoordinates(place);
  const price = priceCents === undefined || writing.isTaxed || priceCents > largestPrice ? undefined : (priceCents / 100).toFixed(2);
  return element("action", [
    element("rythme-formation", "-"),
    ...(audiences === undefined || audiences.length === 0 ? [element("code-public-vise", everybody, { ref, info: byDefault })] : audiences),
    element("niveau-entree-obligatoire", course?.entryLevel === undefined ? "0" : "1"),
    element("modalites-alternance", "-"),
    element("modalites-enseignement", codeFor(modalities, writtenModality(first)) ?? "0"),
    element("conditions-specifiques", "-"),
    element("prise-en-charge-frais-possible", "1", { info: byDefault }),
    coordinates && element("lieu-de-formation", [coordinates]),
    element("modalites-entrees-sorties", codeFor(intakes, intake) ?? "0", { info: intake === undefined ? byDefault : undefined }),
    ...sessions.map((one) => sessionOf(one, certification, writing)),
    price === undefined ? undefined : element("prix-total-TTC", price),
    ...hoursOf(first),
  ]);
}

function sessionOf(session: Session, certification: string | undefined, { provider }: Writing): Element {
  const { startsOn, endsOn, listing, initialTraining } = session;
  const state = listing && codeFor(statuses, listing.status);
  const own = session.certification;
  return element(
    "session",
    [
      element("periode", [element("debut", writeLheoDay(startsOn)), element("fin", writeLheoDay(endsOn))]),
      element("adresse-inscription", [addressOf(provider)]),
      state === undefined ? undefined : element("etat-recrutement", state),
      own === undefined || own === certification
        ? undefined
        : element("reference-certification", [certificationElement(own, "reference-code")]),
      initialTraining === true ? element("cycle", [element("type-cycle", "0")]) : undefined,
      marks({ reference: session.reference }),
    ],
    { numero: session.listingReference },
  );
}

/** Hours at a distance are what the total has more: nobody would read them in a training that is all on site. */
function writtenModality({ modality, hours }: Session): Session["modality"] {
  return modality === "on-site" ? modalityFor(wholeHours(hours)) : modality;
}

function hoursOf(session: Session): readonly Element[] {
  if (totalMinutes(session.hours) === 0) return [];
  const whole = wholeHours(session.hours);
  const parts = [
    ["nombre-heures-centre", whole.centreMinutes],
    ["nombre-heures-entreprise", whole.companyMinutes],
    ["nombre-heures-total", totalMinutes(whole)],
  ] as const;
  return parts.map(([name, minutes]) => element(name, String(minutes / 60)));
}

function providerElement(provider: Provider): Element {
  const coordinates = contactOf(provider);
  return element("organisme-formation-responsable", [
    element("numero-activite", provider.activityNumber ?? ""),
    element("SIRET-organisme-formation", [element("SIRET", provider.siret)]),
    element("nom-organisme", provider.name),
    element("raison-sociale", provider.name),
    element("coordonnees-organisme", [coordinates]),
    element("contact-organisme", [coordinates]),
  ]);
}

/** The establishment, never a person: a catalogue is public. */
function contactOf(provider: Provider): Element {
  const { phone, email } = provider.contact;
  return element("coordonnees", [
    addressOf(provider),
    phone === undefined || phone.length > 25 || phone === "" ? undefined : element("telfixe", [element("numtel", phone)]),
    email === undefined ? undefined : element("courriel", email),
  ]);
}

function addressOf({ address }: Provider): Element {
  const { street = "", postalCode = "", city = "" } = address ?? {};
  return addressElement(street, postalCode, city.slice(0, 50));
}

function certificationElement(certification: string, prefix: "code" | "reference-code"): Element {
  return element(certification.startsWith("RS") ? `${prefix}-RS` : `${prefix}-RNCP`, certification);
}

function marks(values: Readonly<Record<string, string>>): Element {
  const extras = Object.entries(values).map(([name, value]) => element("extra", value, { info: name }));
  return element("extras", extras, { info: ownMark });
}

/** « Tout public », Formacode. */
const everybody = "83056";
/** What ten characters hold. */
export const largestPrice = 999_999_999;

function codeFor<Value>(codes: ReadonlyMap<string, Value>, value: Value | undefined | string): string | undefined {
  return [...codes].find(([, one]) => one === value)?.[0];
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
