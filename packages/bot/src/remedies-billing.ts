import {
  type billingRefusals,
  formatMonth,
  formatSlot,
  type HalfDaysOf,
  type IncompleteAttendance,
  type matchRules,
  type NothingToBill,
  type Problem,
} from "@kairos/core";

type Remedy = (about: string, problem: Problem) => string | undefined;
type BillingCode = keyof typeof matchRules | keyof typeof billingRefusals;

/** The draft computed again: of what has its number, nothing is. */
const recompute: Remedy = (about) => (about.startsWith("PF-") ? `/facture preparer facture:${about}` : undefined);

const closing = (session: string, [month]: readonly string[]) =>
  month === undefined ? undefined : `/assiduite cloturer session:${session} mois:${formatMonth(month)}`;
const entering = (session: string, [missing]: readonly HalfDaysOf[]) =>
  missing === undefined ? undefined : `/assiduite saisir session:${session} jour:${formatSlot(missing.first)}`;

const toBill: Readonly<Partial<Record<NothingToBill["why"], (params: NothingToBill) => string | undefined>>> = {
  nobody: ({ session }) => `/assiduite inscrire session:${session} stagiaire:…`,
  unplanned: ({ session }) => `/session planning reference:${session} semaine:…`,
  unrecorded: ({ session, trainees }) => entering(session, trainees),
  "open-months": ({ session, months }) => closing(session, months),
  "order-used": ({ origin }) =>
    origin.startsWith("DEV-") ? undefined : `/commande avenant commande:${origin} numero:… stagiaires:… heures:… le:…`,
};

/** The command that mends what is wrong with what is billed. */
export const billingRemedies: Readonly<Partial<Record<BillingCode, Remedy>>> = {
  "invoice.nothing-to-bill": (_about, { params }) => {
    const nothing = params as NothingToBill;
    return toBill[nothing.why]?.(nothing);
  },
  "invoice.draft-exists": (_about, { params }) => `/facture preparer facture:${(params as { draft: string }).draft}`,
  "invoice.period-overlap": (_about, { params }) => {
    const { other, isDraft } = params as { other: string; isDraft: boolean };
    return isDraft ? `/facture abandonner facture:${other}` : undefined;
  },
  "invoice.not-draft": (_about, { params }) => `/facture avoir facture:${(params as { invoice: string }).invoice} motif:…`,
  "invoice.credit-needed": (_about, { params }) => `/facture avoir facture:${(params as { invoice: string }).invoice} motif:…`,
  "invoice.hours-over-attendance": recompute,
  "invoice.hours-under-attendance": recompute,
  "invoice.trainee-twice": recompute,
  "invoice.pro-rata": recompute,
  "invoice.deposit-not-left": recompute,
  "invoice.over-order": recompute,
  "invoice.over-quote": recompute,
  "invoice.agreement-missing": (_about, { params }) => {
    const { why, agreement } = params as { why: string; agreement: string };
    return why === "unsigned" ? `/convention signer convention:${agreement} le:…` : undefined;
  },
  "invoice.quote-not-accepted": (_about, { params }) => {
    const { quote } = params as { quote?: string };
    return quote === undefined ? undefined : `/devis decision reference:${quote} decision:accord`;
  },
  "invoice.attendance-incomplete": (_about, { params }) => {
    const { why, session, months, trainees } = params as IncompleteAttendance;
    if (why === "open-months") return closing(session, months);
    return why === "unrecorded" ? entering(session, trainees) : `/assiduite joindre session:${session} fichier:… signataires:…`;
  },
  "invoice.customer-unclear": (_about, { params }) =>
    (params as { count: number }).count === 0 ? "/convention payeur siret:… nom:…" : undefined,
};
