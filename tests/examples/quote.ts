import {
  type Quote,
  type QuoteInput,
  type QuoteLine,
  type QuoteLineInput,
  type QuoteSituation,
  quoteLineSchema,
  quoteSchema,
  type Session,
  type SessionInput,
} from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aProvider } from "./provider.js";
import { aSession, aTrainee } from "./session.js";

/** The day on which the examples are looked at: three weeks before the first session starts. */
export const today = "2026-11-16";

/** A sound AIF quote: 70 h at 17,00 €, and the exam fee paid by the trainee. */
export function aQuote(overrides: Overrides<QuoteInput> = {}): Quote {
  return quoteSchema.parse(merge(forkliftQuote, overrides));
}

/** A sound POEI quote: 399 h with an outside provider, then an open-ended contract the day after. */
export function aPoeiQuote(overrides: Overrides<QuoteInput> = {}): Quote {
  return quoteSchema.parse(merge(bakeryQuote, overrides));
}

/** A pedagogical line of 70 h at 17,00 €. */
export function aLine(overrides: Overrides<QuoteLineInput> = {}): QuoteLine {
  return quoteLineSchema.parse(merge(forkliftHours, overrides));
}

/** A quote beside all it is compared with, nothing left out. */
export function aQuoteSituation(overrides: Partial<QuoteSituation> = {}): QuoteSituation {
  return { quote: aQuote(), today, provider: aProvider(), session: aSession(), trainee: aTrainee(), otherQuotes: [], ...overrides };
}

/** A POEI quote beside its own session. */
export function aPoeiSituation(overrides: Partial<QuoteSituation> = {}): QuoteSituation {
  return aQuoteSituation({ quote: aPoeiQuote(), session: aPoeiSession(), ...overrides });
}

/** Twelve weeks in a bakery's shop. */
export function aPoeiSession(overrides: Overrides<SessionInput> = {}): Session {
  return aSession({ ...bakerySession, ...overrides });
}

const forkliftHours: QuoteLineInput = {
  kind: "pedagogical",
  label: "Cariste CACES R489 catégories 1, 3 et 5",
  unit: "hour",
  quantity: 70 * 60,
  unitPriceCents: 17_00,
  amountCents: 1190_00,
};

const forkliftQuote: QuoteInput = {
  reference: "DEV-2026-0001",
  scheme: "aif",
  siret: "99900014400017",
  sessionReference: "SE-2026-014",
  traineeId: "T-0007",
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  startsOn: "2026-12-07",
  endsOn: "2026-12-18",
  hours: { centreMinutes: 70 * 60 },
  place: "12 rue des Chantiers, 33300 Bordeaux",
  lines: [forkliftHours, { kind: "ancillary", label: "Frais d'examen", unitPriceCents: 120_00, amountCents: 120_00 }],
  funding: { franceTravailCents: 1190_00, traineeCents: 120_00 },
  totalCents: 1310_00,
  validUntil: "2027-01-15",
  enteredBy: ["lea"],
};

const bakerySession: Overrides<SessionInput> = {
  reference: "SE-2026-021",
  title: "Vente en boulangerie-pâtisserie",
  startsOn: "2027-01-04",
  endsOn: "2027-03-26",
  hours: { centreMinutes: 399 * 60 },
  priceCents: 4788_00,
  formacode: "21538",
};

const bakeryQuote: QuoteInput = {
  reference: "DEV-2026-0002",
  scheme: "poei",
  siret: "99900014400017",
  sessionReference: "SE-2026-021",
  traineeId: "T-0007",
  title: "Vente en boulangerie-pâtisserie",
  startsOn: "2027-01-04",
  endsOn: "2027-03-26",
  hours: { centreMinutes: 399 * 60 },
  place: "12 rue des Chantiers, 33300 Bordeaux",
  lines: [
    {
      kind: "pedagogical",
      label: "Vente en boulangerie-pâtisserie",
      unit: "hour",
      quantity: 399 * 60,
      unitPriceCents: 12_00,
      amountCents: 4788_00,
    },
  ],
  funding: { franceTravailCents: 4788_00 },
  totalCents: 4788_00,
  validUntil: "2027-01-15",
  enteredBy: ["lea"],
  poei: {
    form: "external",
    employer: "Boulangerie des Quais",
    offerReference: "189KLMN",
    contract: { kind: "open-ended", startsOn: "2027-03-27" },
    payee: "provider",
  },
};
