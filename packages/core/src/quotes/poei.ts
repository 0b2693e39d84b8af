import * as z from "zod";
import type { Label } from "../shared/language.js";
import { centsSchema, isoDateSchema, line } from "../shared/schemas.js";

/** Who trains: an outside organisation, a tutor in the company, or both. */
export const poeiForms = ["external", "hybrid", "tutoring"] as const;
export type PoeiForm = (typeof poeiForms)[number];

export const poeiFormLabels: Readonly<Record<PoeiForm, Label>> = {
  external: { fr: "organisme de formation externe", en: "external training provider" },
  hybrid: { fr: "hybride (organisme et tutorat)", en: "hybrid (provider and tutoring)" },
  tutoring: { fr: "tutorat en entreprise", en: "tutoring in the company" },
};

/** The contracts a POEI may lead to. */
export const contractKinds = ["open-ended", "fixed-term", "professionalisation", "apprenticeship", "seasonal", "agency"] as const;
export type ContractKind = (typeof contractKinds)[number];

export const contractLabels: Readonly<Record<ContractKind, Label>> = {
  "open-ended": { fr: "CDI", en: "open-ended contract" },
  "fixed-term": { fr: "CDD", en: "fixed-term contract" },
  professionalisation: { fr: "contrat de professionnalisation", en: "professionalisation contract" },
  apprenticeship: { fr: "contrat d'apprentissage", en: "apprenticeship contract" },
  seasonal: { fr: "contrat saisonnier", en: "seasonal contract" },
  agency: { fr: "missions d'intérim", en: "agency missions" },
};

/** What a POEI adds to a quote: the employer, the promised contract, the tutor. */
export const poeiSchema = z.strictObject({
  form: z.enum(poeiForms),
  /** RSA beneficiaries, people over 55…: a longer training is allowed. */
  priorityAudience: z.boolean().default(false),
  employer: line(120).optional(),
  /** Number of the job offer filed with France Travail. */
  offerReference: line(40).optional(),
  contract: z
    .strictObject({
      kind: z.enum(contractKinds),
      /** Length in months; nothing for an open-ended contract. */
      months: z.int().min(0).max(120).optional(),
      /** For agency missions: the months after the training within which they add up. */
      withinMonths: z.int().min(1).max(60).optional(),
      startsOn: isoDateSchema.optional(),
    })
    .optional(),
  tutor: z
    .strictObject({
      experienceMonths: z.int().min(0).max(720),
      /** POEI trainees followed at once, this one included. */
      trainees: z.int().min(1).max(50).default(1),
      isEmployer: z.boolean().default(false),
      /** Asked for each hour of tutoring. */
      hourlyCents: centsSchema.optional(),
    })
    .optional(),
  /** Whom France Travail pays. */
  payee: z.enum(["provider", "employer"]).optional(),
});
export type Poei = z.output<typeof poeiSchema>;
