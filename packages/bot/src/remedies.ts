import {
  formatMonth,
  formatSlot,
  type HalfDaysOf,
  type HoursDifference,
  type Interest,
  type Problem,
  type ProblemCode,
} from "@kairos/core";
import { billingRemedies } from "./remedies-billing.js";
import { incidentRemedies } from "./remedies-incidents.js";

type Remedy = (about: string, problem: Problem) => string | undefined;

/** Where each missing part of a quote is given. */
const completions: Readonly<Partial<Record<string, (about: string) => string>>> = {
  title: (about) => `/devis corriger reference:${about} intitule:…`,
  startsOn: (about) => `/devis corriger reference:${about} debut:…`,
  endsOn: (about) => `/devis corriger reference:${about} fin:…`,
  place: (about) => `/devis corriger reference:${about} lieu:…`,
  validUntil: (about) => `/devis corriger reference:${about} validite:…`,
  lines: (about) => `/devis frais reference:${about} libelle:… heures:… prix:…`,
  franceTravailId: () => "/stagiaire corriger reference:T-… identifiant:…",
  poei: (about) => `/devis poei reference:${about} forme:… employeur:… offre:… contrat:…`,
  employer: (about) => `/devis poei reference:${about} employeur:…`,
  contract: (about) => `/devis poei reference:${about} contrat:…`,
};

/** Where each missing part of the provider's record is given. */
const fields: Readonly<Partial<Record<string, string>>> = {
  address: "rue:… code-postal:… ville:…",
  activityNumber: "nda:… region:…",
  contactName: "contact:…",
  email: "courriel:…",
  phone: "telephone:…",
};

/** Where each missing part of a listing is given: in the session, or in its course. */
const listed: Readonly<Partial<Record<string, (about: string, course: string) => string>>> = {
  place: (about) => `/session corriger reference:${about} lieu:…`,
  hours: (about) => `/session corriger reference:${about} heures-centre:…`,
  course: (about) => `/session corriger reference:${about} cours:…`,
  objectives: (_about, course) => `/cours corriger reference:${course} objectifs:…`,
  expectedResults: (_about, course) => `/cours corriger reference:${course} resultats:…`,
  programme: (_about, course) => `/cours corriger reference:${course} programme:…`,
};

/** Where the hours of a certificate are made sure of, by what they differ from. */
const provenBy: Readonly<Partial<Record<HoursDifference["by"], (about: string, difference: HoursDifference) => string>>> = {
  "open-month": (about, difference) =>
    `/assiduite cloturer session:${about} mois:${"month" in difference ? formatMonth(difference.month) : "…"}`,
  declared: (about, difference) => `/assiduite mois session:${about} mois:${"month" in difference ? formatMonth(difference.month) : "…"}`,
  unrecorded: (about) => `/assiduite saisir session:${about} …`,
  asked: (about) => `/assiduite corriger session:${about} …`,
};

/** The command that mends a problem, where one does. `about` is the reference of the quote or the appointment in question. */
const remedies: Readonly<Partial<Record<ProblemCode, Remedy>>> = {
  "quote.field-missing": (about, { params }) => completions[(params as { field: string }).field]?.(about),
  "quote.ancillary-not-split": (about, { path }) => `/devis frais reference:${about} ligne:${Number(path[1]) + 1} nature:annexe`,
  "quote.total-mismatch": (about, { path }) =>
    path[0] === "lines" ? `/devis frais reference:${about} ligne:${Number(path[1]) + 1} prix:…` : `/devis corriger reference:${about}`,
  "quote.title-mismatch": (about) => `/devis corriger reference:${about} reprendre-session:oui`,
  "quote.dates-mismatch": (about) => `/devis corriger reference:${about} reprendre-session:oui`,
  // The quote in question, never the other: France Travail may have accepted that one.
  "quote.session-overlap": (about) => `/devis annuler reference:${about} motif:…`,
  "quote.hours-imprecise": (about, { params }) =>
    (params as { fault: string }).fault === "session" ? `/devis corriger reference:${about} reprendre-session:oui` : undefined,
  "quote.candidate-info-mismatch": (about, { params }) => {
    const options = { title: "intitule", startsOn: "debut", endsOn: "fin", totalMinutes: "duree", costCents: "cout", place: "lieu" };
    return `/devis annoncer reference:${about} ${options[(params as { field: keyof typeof options }).field]}:…`;
  },
  "quote.nda-mention": () => "/organisme completer nda:… region:…",
  "quote.vat-regime": (about, { path }) =>
    path[0] === "provider"
      ? "/organisme completer attestation-tva:…"
      : `/devis frais reference:${about} ligne:${Number(path[1]) + 1} tva:…`,
  "quote.validity-over": (about) => `/devis corriger reference:${about} validite:…`,
  "quote.changed-after-acceptance": (about) => `/devis soumettre reference:${about}`,
  "quote.candidate-validation-missing": (about) => `/devis approuver reference:${about}`,
  "aif.second-quote-required": (about) => `/devis corriger reference:${about} second-devis:…`,
  "poei.offer-missing": (about) => `/devis poei reference:${about} offre:…`,
  "poei.contract-too-short": (about) => `/devis poei reference:${about} mois:…`,
  "poei.hire-before-end": (about) => `/devis poei reference:${about} embauche:…`,
  "appointment.place-missing": (about) => `/rdv corriger reference:${about} lieu:…`,
  "appointment.places-missing": (about) => `/rdv corriger reference:${about} places:…`,
  "appointment.people-missing": (about, { params }) =>
    `/rdv corriger reference:${about} ${(params as { either: readonly string[] }).either.includes("candidate") ? "candidat" : "avec"}:…`,
  "appointment.past": (about) => `/rdv tenu reference:${about}`,
  "appointment.reminder-missing": (about, { params }) =>
    (params as { isTooLate: boolean }).isTooLate ? undefined : `/rdv corriger reference:${about} rappels:…`,
  "session.schedule-exists": (about) => `/session planning reference:${about} semaine:… remplacer:oui`,
  "session.schedule-outside-dates": (about) => `/session planning reference:${about} demi-journee:… retirer:oui`,
  "session.half-day-unknown": (about) => `/session planning reference:${about} demi-journee:… horaire:…`,
  "session.field-missing": (about, { params }) => {
    const { field, course = "…" } = params as { field: string; course?: string };
    return listed[field]?.(about, course);
  },
  "session.reference-missing": (about) => `/session visibilite reference:${about} carif:…`,
  "attendance.month-incomplete": (about, { params }) => {
    const [missing] = (params as { trainees: readonly HalfDaysOf[] }).trainees;
    return missing === undefined ? undefined : `/assiduite saisir session:${about} jour:${formatSlot(missing.first)}`;
  },
  "attendance.month-changed": (about, { params }) =>
    `/assiduite rouvrir session:${about} mois:${(params as { month: string }).month} raison:…`,
  "attendance.month-step-illegal": (about, { params }) => {
    const { action, month } = params as { action: string; month: string };
    return action === "close" ? `/assiduite rouvrir session:${about} mois:${month} raison:…` : undefined;
  },
  "payment.overdue": (_about, { params }) =>
    (params as { interest: Interest }).interest.cents === undefined ? "/organisme regler parametre:taux-bce valeur:…" : "/facture retards",
  "payment.duplicate": (about) => `/facture paiement facture:${about} montant:… distinct:oui`,
  "agreement.unsigned": (_about, { params }) => `/convention signer convention:${(params as { agreement: string }).agreement} le:…`,
  "agreement.already-signed": (_about, { params }) =>
    `/convention corriger convention:${(params as { agreement: string }).agreement} signee-le:…`,
  "agreement.tolerance-void": (about) => `/convention corriger convention:${about} tolerance:… plafond-absences:…`,
  "agreement.customer-incomplete": (_about, { params }) =>
    `/convention payeur siret:${(params as { siret: string }).siret} rue:… code-postal:… ville:…`,
  "chorus.recipient-siret": (_about, { params }) => `/convention payeur siret:${(params as { siret: string }).siret} nom:…`,
  "chorus.service-code": (_about, { params }) => `/convention payeur siret:${(params as { siret: string }).siret} service:…`,
  "channel.bank-missing": () => "/organisme completer iban:…",
  "import.faulty-entries": (about) => `/session valider-import reference:${about} sains-seulement:oui`,
  "import.used-since": (about) => `/session annuler-import reference:${about} garder-utilisees:oui`,
  "lheo.provider-incomplete": () => "/organisme completer rue:… code-postal:… ville:… nda:…",
  "access.not-founded": () => "/organisme demarrer siret:… nom:…",
  "org.field-missing": (_about, { params }) => `/organisme completer ${fields[(params as { field: string }).field]}`,
  "org.rgc-missing": () => "/adhesion preparer rgc:…",
  "org.rgc-single": () => "/adhesion preparer suppleant:…",
  "org.rgc-deputy-same": () => "/adhesion preparer suppleant:…",
  "privacy.log-retention": () => "/organisme regler parametre:journal-conservation valeur:12",
  "certificate.hours-differ": (about, { params }) => provenBy[(params as HoursDifference).by]?.(about, params as HoursDifference),
  "certificate.unsigned": (about) => `/assiduite attestation session:${about} signataire:…`,
  ...billingRemedies,
  ...incidentRemedies,
  "org.qualiopi-missing": () => "/organisme completer qualiopi-fin:…",
  "org.qualiopi-expired": () => "/organisme completer qualiopi-fin:…",
};

/** The command to type, `…` where the person must say what; nothing when no single command mends it. */
export function remedyFor(problem: Problem, about: string | undefined): string | undefined {
  if (problem.severity === "undecided") return undefined;
  const remedy = remedies[problem.code as ProblemCode];
  return remedy === undefined || (about === undefined && /^(quote|appointment)\./.test(problem.code))
    ? undefined
    : remedy(about ?? "…", problem);
}
