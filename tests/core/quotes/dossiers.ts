import {
  distanceMeans,
  type Funding,
  fund,
  type ProviderInput,
  type QuoteInput,
  type QuoteLineInput,
  type QuoteSituation,
  type SessionInput,
} from "@kairos/core";
import { aProvider, aQuote, aQuoteSituation, aSession, type Overrides } from "../../examples/index.js";
import { another } from "./examples/example.js";

/** A course as a provider would describe it: title, minutes, costs. */
export interface Course {
  readonly title: string;
  readonly centre?: number;
  readonly company?: number;
  readonly distance?: number;
  readonly lines: readonly QuoteLineInput[];
  readonly quote?: Overrides<QuoteInput>;
  readonly session?: Overrides<SessionInput>;
  readonly provider?: Overrides<ProviderInput>;
  readonly others?: Funding["others"];
  readonly beside?: Partial<QuoteSituation>;
}

const hour = 60;

/** So many minutes at an hourly price, rounded half up to the cent. */
export function hourly(label: string, minutes: number, unitPriceCents: number, vat: Partial<QuoteLineInput> = {}): QuoteLineInput {
  const amountCents = Number((BigInt(minutes) * BigInt(unitPriceCents) * 2n + 60n) / 120n);
  return { kind: "pedagogical", label, unit: "hour", quantity: minutes, unitPriceCents, amountCents, ...vat };
}

export function flat(
  label: string,
  cents: number,
  kind: QuoteLineInput["kind"] = "pedagogical",
  vat: Partial<QuoteLineInput> = {},
): QuoteLineInput {
  return { kind, label, unit: "flat", quantity: 1, unitPriceCents: cents, amountCents: cents, ...vat };
}

export function days(label: string, count: number, unitPriceCents: number): QuoteLineInput {
  return { kind: "pedagogical", label, unit: "day", quantity: count, unitPriceCents, amountCents: count * unitPriceCents };
}

/** The dossier of a course: session, quote and plan agree. */
export function dossierOf(course: Course): QuoteSituation {
  const hours = { centreMinutes: course.centre ?? 0, companyMinutes: course.company ?? 0, distanceMinutes: course.distance ?? 0 };
  const modality = hours.distanceMinutes === 0 ? "on-site" : hours.centreMinutes + hours.companyMinutes === 0 ? "distance" : "mixed";
  const priceCents = course.lines.reduce((sum, line) => sum + (line.kind === "pedagogical" ? line.amountCents : 0), 0);
  const remote = hours.distanceMinutes === 0 ? {} : { distanceMeans: [...distanceMeans] };
  const session = aSession({ title: course.title, hours, modality, priceCents, ...remote, ...course.session });
  const shared = { title: session.title, hours, modality, startsOn: session.startsOn, endsOn: session.endsOn } as const;
  const draft = aQuote({ ...shared, lines: [...course.lines], ...course.quote });
  const quote = fund(draft, course.others);
  return aQuoteSituation({ quote, session, provider: aProvider(course.provider), ...course.beside });
}

const smallBusiness = { vatRegime: "small-business" } as const;
const taxed = { vatRegime: "taxed", vatRate: 2000 } as const;
const exam = flat("Droits d'examen", 85_00, "ancillary");
const spring = { session: { startsOn: "2027-01-04", endsOn: "2027-03-26" } } as const;
const poeiPart = {
  form: "external",
  employer: "Maison Lauret",
  offerReference: "190BQRS",
  contract: { kind: "open-ended", startsOn: "2027-03-27" },
  payee: "provider",
} as const;
const asPoei = (part: Overrides<QuoteInput["poei"] & object> = {}) =>
  ({ ...spring, quote: { scheme: "poei", poei: { ...poeiPart, ...part } } }) as const;
const tutor = { experienceMonths: 36, trainees: 1, isEmployer: false, hourlyCents: 5_00 };
const place = (where: string) => ({ quote: { place: where }, session: { place: where } });
const simple = (title: string, hours = 70, cents = 15_00): Course => ({
  title,
  centre: hours * hour,
  lines: [hourly(title, hours * hour, cents)],
});
const approval = { version: 1, on: "2026-11-14", recordedBy: "karim", recordedAt: "2026-11-14T08:00:00Z" };

/** Dossiers as they should be. Each of them is ready to go: nothing is to be said of it. */
export const courses: Readonly<Record<string, Course>> = {
  "AIF, one hourly line and an exam paid by the trainee": {
    ...simple("Cariste CACES R489 catégories 1, 3 et 5"),
    lines: [hourly("Cariste", 70 * hour, 17_00), exam],
  },
  "AIF without any fee": simple("Secrétaire comptable"),
  "AIF priced as a whole": { ...simple("Taxi : accès à la profession", 147), lines: [flat("Coût pédagogique", 2190_00)] },
  "AIF priced by the day": { ...simple("SSIAP 1", 67), lines: [days("Journée de formation SSIAP 1", 10, 98_00)] },
  "AIF in quarters of an hour": {
    title: "Anglais professionnel",
    centre: 24 * hour + 45,
    lines: [hourly("Anglais professionnel", 24 * hour + 45, 35_10)],
  },
  "AIF in minutes that do not divide": { title: "Bureautique", centre: 50, lines: [hourly("Bureautique", 50, 17_15)] },
  "AIF of several modules": {
    title: "Assistant de vie aux familles",
    centre: 399 * hour,
    lines: [
      hourly("CCP 1 : entretenir le logement", 133 * hour, 9_50),
      hourly("CCP 2 : accompagner", 140 * hour, 9_50),
      hourly("CCP 3 : relayer les parents", 126 * hour, 9_50),
    ],
  },
  "AIF with a company period that is not billed": {
    title: "Vendeur conseil en magasin",
    centre: 455 * hour,
    company: 140 * hour,
    lines: [hourly("Vendeur conseil en magasin", 455 * hour, 9_20)],
  },
  "AIF with a company period that is billed": {
    title: "Ouvrier du paysage",
    centre: 300 * hour,
    company: 70 * hour,
    lines: [hourly("Ouvrier du paysage", 370 * hour, 8_00)],
  },
  "AIF all at a distance, without a place": {
    title: "Développeur web",
    distance: 400 * hour,
    lines: [hourly("Développeur web", 400 * hour, 11_00)],
    quote: { place: undefined },
  },
  "AIF half at a distance": {
    title: "Conseiller en insertion",
    centre: 200 * hour,
    distance: 200 * hour,
    lines: [hourly("Conseiller en insertion", 400 * hour, 10_00)],
  },
  "AIF of a shorter path, with its reason": {
    ...simple("Technicien de maintenance", 350),
    lines: [hourly("Parcours allégé", 280 * hour, 10_00)],
    quote: { hours: { centreMinutes: 280 * hour }, hoursReason: "Deux blocs déjà validés" },
    session: { priceCents: undefined },
  },
  "AIF within a longer session": {
    ...simple("Soudage TIG"),
    session: { startsOn: "2026-11-30", endsOn: "2027-06-30" },
    quote: { startsOn: "2026-12-07", endsOn: "2026-12-18" },
  },
  "AIF completed by Agefiph": { ...simple("Agent d'accueil", 140), others: [{ funder: "Agefiph", amountCents: 600_00 }] },
  "AIF completed by two funders": {
    ...simple("Aide-soignant : passerelle", 210),
    others: [
      { funder: "Agefiph", amountCents: 500_00 },
      { funder: "Département de la Gironde", amountCents: 400_00 },
    ],
  },
  "AIF wholly paid by others": { ...simple("Permis D", 140), others: [{ funder: "Agefiph", amountCents: 2100_00 }] },
  "AIF of a small business": {
    title: "Toilettage canin",
    centre: 35 * hour,
    lines: [hourly("Toilettage canin", 35 * hour, 20_00, smallBusiness)],
    provider: { vatRegime: "small-business", vatAttestationOn: undefined },
  },
  "AIF of a taxed provider": {
    title: "Gestion de projet",
    centre: 35 * hour,
    lines: [hourly("Gestion de projet", 35 * hour, 20_00, taxed)],
    provider: { vatRegime: "taxed", vatAttestationOn: undefined },
  },
  "AIF with exempt hours and a taxed fee": {
    ...simple("Esthétique : modelages"),
    lines: [hourly("Esthétique : modelages", 70 * hour, 15_00), flat("Kit de soins", 99_99, "ancillary", taxed)],
  },
  "AIF with VAT at 5,5 %": {
    title: "Librairie",
    centre: 21 * hour,
    lines: [hourly("Librairie", 21 * hour, 13_33, { vatRegime: "taxed", vatRate: 550 })],
    provider: { vatRegime: "taxed" },
  },
  "AIF with every fee apart": {
    ...simple("Coiffure : remise à niveau"),
    lines: [
      hourly("Coiffure", 70 * hour, 15_00),
      flat("Frais d'inscription", 50_00, "ancillary"),
      exam,
      flat("Mallette de coiffure", 240_00, "ancillary"),
      flat("Hébergement", 300_00, "ancillary"),
    ],
  },
  "AIF that ends in an exam to practise on": {
    ...simple("Titre professionnel Comptable assistant"),
    lines: [hourly("Préparation à l'examen", 56 * hour, 15_00), hourly("Examen blanc", 14 * hour, 15_00)],
  },
  "AIF of forklift driving": simple("Conduite de matériel de manutention"),
  "AIF of accounting": simple("Inscription des écritures comptables"),
  "AIF of catering": simple("Formation Repas et restauration collective"),
  "AIF of hotel work": simple("Hébergement et réception en hôtellerie"),
  "AIF of payroll": simple("Gestion des frais de déplacement et de la paie"),
  "AIF of road transport": simple("Transport routier de marchandises : FIMO"),
  "AIF of property": simple("Location immobilière : bases juridiques"),
  "AIF of law": simple("Droits et obligations de l'employeur"),
  "AIF that prepares a diploma of the State": {
    ...simple("Diplôme d'État d'accompagnant éducatif et social", 525, 9_00),
    quote: { notes: "Diplôme reconnu par l'État, de niveau 3." },
  },
  "AIF with the legal mention in its notes": {
    ...simple("Sophrologie"),
    quote: { notes: "Cet enregistrement ne vaut pas agrément de l'État." },
  },
  "AIF with a title as long as the portal bears": {
    ...simple("Conduire et entretenir ".repeat(11).trim().slice(0, 250)),
    lines: [hourly("Conduire et entretenir", 70 * hour, 15_00)],
  },
  "AIF with ligatures, capitals and accents": simple("Œnologie : ACCORDS METS-VINS et cœur d'activité"),
  "AIF with a certification": {
    ...simple("Employé administratif et d'accueil"),
    session: { certification: "RNCP37099", certificationEndsOn: "2027-11-30" },
  },
  "AIF in Martinique": {
    ...simple("Agent de propreté"),
    ...place("Zone de la Lézarde, 97232 Le Lamentin"),
    provider: { activityNumber: "02973412397", activityRegion: "02", settings: { timeZone: "America/Martinique" } },
  },
  "AIF in La Réunion": {
    ...simple("Cuisinier"),
    ...place("8 rue de la Poudrière, 97420 Le Port"),
    provider: { activityNumber: "04973412397", activityRegion: "04", settings: { timeZone: "Indian/Reunion" } },
  },
  "AIF in Corsica": { ...simple("Plongeur en restauration"), provider: { activityNumber: "942A1234520", activityRegion: "94" } },
  "AIF with the old France Travail id": {
    ...simple("Peintre en bâtiment"),
    beside: { trainee: { ...aQuoteSituation().trainee, franceTravailId: "1234567A" } as QuoteSituation["trainee"] },
  },
  "AIF with all that was announced": {
    ...simple("Fleuriste"),
    quote: { announced: { title: "Fleuriste", startsOn: "2026-12-07", endsOn: "2026-12-18", totalMinutes: 4200, costCents: 1050_00 } },
  },
  "AIF that starts in fifteen days": { ...simple("Plaquiste"), session: { startsOn: "2026-12-01", endsOn: "2026-12-14" } },
  "AIF just under every regional limit": {
    ...simple("Coffreur", 70, 15_00),
    provider: {
      settings: {
        aif: {
          maxAmountCents: 1050_00,
          maxHourlyCents: 15_00,
          formacodeDenylist: ["150", "434"],
          incompatibleFunders: ["Région Grand Est"],
        },
      },
    },
  },
  "AIF of the usual price": { ...simple("Crêpier"), beside: { comparableHourlyCents: [14_00, 14_50, 15_00, 15_50, 16_00, 40_00] } },
  "AIF where the region asks for two quotes": {
    ...simple("Électricien"),
    quote: { secondQuote: "Devis 2026-118" },
    provider: { settings: { aif: { secondQuoteRequired: true } } },
  },
  "AIF of a trainee with another course later": { ...simple("Menuisier"), beside: { otherQuotes: [another()] } },
  "AIF for two people of one session": {
    ...simple("Carreleur"),
    beside: { otherQuotes: [another({ traineeId: "T-0008", sessionReference: "SE-2026-014", startsOn: "2026-12-07" })] },
  },
  "AIF made again after a refusal": {
    ...simple("Maçon"),
    beside: { otherQuotes: [another({ startsOn: "2026-12-07", status: "refused" })] },
  },
  "AIF submitted yesterday": { ...simple("Couvreur"), quote: { status: "awaiting-candidate", submittedOn: "2026-11-15" } },
  "AIF approved by the candidate": { ...simple("Zingueur"), quote: { status: "approved", submittedOn: "2026-11-12", approval } },
  "AIF accepted, the course over since": {
    ...simple("Façadier"),
    quote: { status: "accepted", submittedOn: "2026-11-12", approval, decision: { ...approval, on: "2026-11-27", outcome: "accepted" } },
    beside: { today: "2027-02-01" },
  },
  "POEI with an outside provider": {
    title: "Vente en boulangerie",
    centre: 399 * hour,
    lines: [hourly("Vente en boulangerie", 399 * hour, 12_00)],
    ...asPoei(),
  },
  "POEI at its longest": {
    title: "Monteur câbleur",
    centre: 450 * hour,
    lines: [hourly("Monteur câbleur", 450 * hour, 12_00)],
    ...asPoei({ contract: { kind: "fixed-term", months: 6, startsOn: "2027-03-29" } }),
  },
  "POEI for a priority audience": {
    title: "Agent de fabrication",
    centre: 600 * hour,
    lines: [hourly("Agent de fabrication", 600 * hour, 10_00)],
    ...asPoei({ priorityAudience: true }),
  },
  "POEI half provider, half tutoring": {
    title: "Crêpier en salle",
    centre: 200 * hour,
    company: 200 * hour,
    lines: [hourly("Cours en centre", 200 * hour, 14_00), hourly("Tutorat", 200 * hour, 5_00)],
    ...asPoei({ form: "hybrid", tutor }),
  },
  "POEI of tutoring alone": {
    title: "Préparateur de commandes",
    company: 300 * hour,
    lines: [hourly("Tutorat en entreprise", 300 * hour, 5_00)],
    ...asPoei({ form: "tutoring", tutor, payee: "employer" }),
  },
  "POEI tutored by the employer": {
    title: "Serveur",
    company: 150 * hour,
    lines: [hourly("Tutorat en entreprise", 150 * hour, 5_00)],
    ...asPoei({ form: "tutoring", tutor: { ...tutor, isEmployer: true, trainees: 2 }, payee: "employer" }),
  },
  "POEI before a season": {
    title: "Pisteur",
    centre: 210 * hour,
    lines: [hourly("Pisteur", 210 * hour, 13_00)],
    ...asPoei({ contract: { kind: "seasonal", months: 4 } }),
  },
  "POEI before agency missions": {
    title: "Cariste en intérim",
    centre: 105 * hour,
    lines: [hourly("Cariste en intérim", 105 * hour, 16_00)],
    ...asPoei({ contract: { kind: "agency", months: 6, withinMonths: 9 } }),
  },
  "POEI before an apprenticeship": {
    title: "Boucher",
    centre: 140 * hour,
    lines: [hourly("Boucher", 140 * hour, 13_50)],
    ...asPoei({ contract: { kind: "apprenticeship", months: 24 } }),
  },
  "POEI before a professionalisation contract without an end": {
    title: "Opticien",
    centre: 140 * hour,
    lines: [hourly("Opticien", 140 * hour, 13_50)],
    ...asPoei({ contract: { kind: "professionalisation" } }),
  },
};

export const dossiers: readonly (readonly [string, QuoteSituation])[] = Object.entries(courses).map(([name, course]) => [
  name,
  dossierOf(course),
]);
