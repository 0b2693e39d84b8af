import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import { activityNumberSchema, bicSchema, ibanSchema, sirenSchema, siretSchema, vatNumberSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { isoDateSchema, line, record } from "../shared/schemas.js";
import { settingsSchema } from "./settings.js";

/** The four kinds of action Qualiopi certifies (article L6313-1). */
export const qualiopiCategories = ["training", "skills-review", "prior-learning", "apprenticeship"] as const;
export type QualiopiCategory = (typeof qualiopiCategories)[number];

export const qualiopiCategoryLabels: Readonly<Record<QualiopiCategory, Label>> = {
  training: { fr: "actions de formation", en: "training" },
  "skills-review": { fr: "bilans de compétences", en: "skills assessments" },
  "prior-learning": { fr: "validation des acquis de l'expérience", en: "validation of prior learning" },
  apprenticeship: { fr: "apprentissage", en: "apprenticeship" },
};

/** How the provider stands with VAT: exempt for training (with the 3511 attestation), small business, or taxed. */
export const vatRegimes = ["exempt-training", "small-business", "taxed"] as const;
export type VatRegime = (typeof vatRegimes)[number];

export const addressSchema = record({ street: line(120), postalCode: line(10), city: line(80) });
export type Address = z.infer<typeof addressSchema>;

/** A training provider's establishment, as the quote and the portal know it. */
export const providerSchema = record({
  siret: siretSchema,
  siren: z.optional(sirenSchema),
  name: line(120).check(z.minLength(1)),
  address: z.optional(addressSchema),
  activityNumber: z.optional(activityNumberSchema),
  /** INSEE code of the region whose prefect registered the activity. */
  activityRegion: z.optional(
    z.enum(["01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"]),
  ),
  vatRegime: z._default(z.enum(vatRegimes), "exempt-training"),
  /** Day the VAT exemption attestation (form 3511) took effect. */
  vatAttestationOn: z.optional(isoDateSchema),
  /** Intra-community VAT number; a provider that only trains under the exemption has none. */
  vatNumber: z.optional(vatNumberSchema),
  /** Where invoices are paid. */
  bank: z.optional(record({ iban: ibanSchema, bic: z.optional(bicSchema), holder: z.optional(line(99)) })),
  qualiopi: z.optional(
    record({
      certificate: z.optional(line(60)),
      categories: z._default(z.array(z.enum(qualiopiCategories)), ["training"]),
      endsOn: isoDateSchema,
    }),
  ),
  /** The agreement that opens the portal: number and end; `assumed` when the end was computed, not read on the letter. */
  agreement: z.optional(record({ number: z.optional(line(40)), endsOn: isoDateSchema, assumed: z.optional(z.literal(true)) })),
  contact: z._default(
    record({ name: z.optional(line(80)), email: z.optional(z.email().check(z.maxLength(120))), phone: z.optional(line(30)) }),
    {},
  ),
  /** What the provider says of itself on its documents. */
  presentation: z.optional(line(300)),
  settings: z.prefault(settingsSchema, {}),
});
export type Provider = z.output<typeof providerSchema>;
export type ProviderInput = z.input<typeof providerSchema>;

/** The regions with the article French wants after « préfet de région ». */
const prefectures: Readonly<Record<NonNullable<Provider["activityRegion"]>, string>> = {
  "01": "de Guadeloupe",
  "02": "de Martinique",
  "03": "de Guyane",
  "04": "de La Réunion",
  "06": "de Mayotte",
  "11": "d'Île-de-France",
  "24": "de Centre-Val de Loire",
  "27": "de Bourgogne-Franche-Comté",
  "28": "de Normandie",
  "32": "des Hauts-de-France",
  "44": "du Grand Est",
  "52": "des Pays de la Loire",
  "53": "de Bretagne",
  "75": "de Nouvelle-Aquitaine",
  "76": "d'Occitanie",
  "84": "d'Auvergne-Rhône-Alpes",
  "93": "de Provence-Alpes-Côte d'Azur",
  "94": "de Corse",
};

/** The mention article R6351-6 asks for, or nothing while the number or its region is unknown. */
export function activityMention(provider: Provider): string | undefined {
  if (provider.activityNumber === undefined || provider.activityRegion === undefined) return undefined;
  const prefect = prefectures[provider.activityRegion];
  return `Déclaration d'activité enregistrée sous le numéro ${provider.activityNumber} auprès du préfet de région ${prefect}. Cet enregistrement ne vaut pas agrément de l'État.`;
}

/** Is the certification in force on a day; unknown certifications are not. */
export function isCertifiedOn(provider: Provider, day: IsoDate): boolean {
  return provider.qualiopi !== undefined && provider.qualiopi.endsOn >= day;
}
