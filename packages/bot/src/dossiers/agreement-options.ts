import { type PriceBasis, priceBasisLabels, type Terms, type ToleratedAbsences, toleratedAbsencesLabels } from "@kairos/core";
import type { InputOf } from "../option.js";
import { amount, choice, day, given, optional, text } from "../options.js";
import { customerOption } from "./agreements.js";
import { percent } from "./percent-option.js";
import { vatRegimeLabels } from "./providers.js";

/** What an agreement cannot do without. */
export const agreementBasics = {
  title: text({ fr: ["intitule", "Intitulé de la formation ou du lot"], en: ["title", "Title of the training or the lot"] }, 200),
  customer: customerOption,
  market: text(
    { fr: ["marche", "Numéro du marché, tel que le payeur l'écrit"], en: ["market", "Contract number, as the customer writes it"] },
    50,
  ),
  startsOn: day({ fr: ["debut", "Premier jour de la convention"], en: ["start", "First day of the agreement"] }),
  endsOn: day({ fr: ["fin", "Dernier jour de la convention"], en: ["end", "Last day of the agreement"] }),
  basis: choice<PriceBasis>(
    {
      fr: ["base", "Ce que le prix paie : heure-stagiaire ou stagiaire", "Ce que le prix paie"],
      en: ["basis", "What the price pays: trainee-hour or trainee", "What the price pays"],
    },
    priceBasisLabels,
  ),
  unitPriceCents: amount({ fr: ["prix", "Prix de l'un ou de l'autre, hors taxe"], en: ["price", "Price of one of them, before tax"] }),
};

/** What it may say beside. */
export const agreementDetails = {
  lot: optional(text({ fr: ["lot", "Numéro du lot, ou aucun"], en: ["lot", "Lot number, or none"] }, 20)),
  signedOn: optional(day({ fr: ["signee-le", "Jour de signature de la convention"], en: ["signed-on", "Day the agreement was signed"] })),
  toleratedAbsences: optional(
    choice<ToleratedAbsences>(
      { fr: ["tolerance", "Absences que le marché laisse facturer"], en: ["tolerance", "Absences the contract lets you bill"] },
      toleratedAbsencesLabels,
    ),
  ),
  toleranceRate: optional(
    percent({
      fr: ["plafond-absences", "Part des heures d'un stagiaire, au plus", "Plafond des absences admises, en %"],
      en: ["absence-limit", "Share of a trainee's hours, at most", "Limit of the absences allowed, in %"],
    }),
  ),
  companyShareMost: optional(
    percent({
      fr: ["part-entreprise", "Part en entreprise, au plus, si le marché l'écrit", "Part en entreprise au plus, en %"],
      en: ["company-share", "Share in a company, at most, if the contract says", "Company share at most, in %"],
    }),
  ),
  depositRate: optional(percent({ fr: ["acompte", "Acompte sur la commande, en %"], en: ["deposit", "Deposit on the order, in %"] })),
  penaltyRateMost: optional(
    percent({
      fr: ["penalites", "Pénalités au plus, en % d'une facture"],
      en: ["penalties", "Penalties at most, in % of an invoice"],
    }),
  ),
  vatRegime: optional(
    choice(
      {
        fr: ["tva", "Régime de TVA ; celui de l'organisme par défaut", "Régime de TVA"],
        en: ["vat", "VAT regime; the provider's by default", "VAT regime"],
      },
      vatRegimeLabels,
    ),
  ),
  vatRate: optional(percent({ fr: ["taux-tva", "Taux de TVA, s'il y en a une"], en: ["vat-rate", "VAT rate, if there is one"] })),
};

/** The steps of the form of an agreement. */
export const agreementForm = [
  ["title", "customer", "market", "lot", "signedOn"],
  ["startsOn", "endsOn", "basis", "unitPriceCents"],
  ["toleratedAbsences", "toleranceRate", "companyShareMost", "depositRate", "penaltyRateMost"],
  ["vatRegime", "vatRate"],
] as const;

type Said = InputOf<typeof agreementDetails>;

/** The terms that were said, of all that was said of an agreement. */
export function termsIn(said: Pick<Said, keyof Terms>): Partial<Terms> {
  const { toleratedAbsences, toleranceRate, companyShareMost, depositRate, penaltyRateMost } = said;
  return given({ toleratedAbsences, toleranceRate, companyShareMost, depositRate, penaltyRateMost });
}
