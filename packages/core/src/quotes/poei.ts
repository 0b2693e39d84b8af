import * as z from "zod/mini";
import type { Label } from "../shared/language.js";
import { centsSchema, isoDateSchema, line, record } from "../shared/schemas.js";

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
  agency: { fr: "missions d'intérim", en: "temporary agency assignments" },
};

/** What a POEI adds to a quote: the employer, the promised contract, the tutor. */
export const poeiSchema = record({
  form: z.enum(poeiForms),
  /** RSA beneficiaries, people over 55…: a longer training is allowed. */
  priorityAudience: z._default(z.boolean(), false),
  employer: z.optional(line(120)),
  /** Number of the job offer filed with France Travail. */
  offerReference: z.optional(line(40)),
  contract: z.optional(
    record({
      kind: z.enum(contractKinds),
      /** Length in months; nothing for an open-ended contract. */
      months: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
      /** For agency missions: the months after the training within which they add up. */
      withinMonths: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
      startsOn: z.optional(isoDateSchema),
    }),
  ),
  tutor: z.optional(
    record({
      experienceMonths: z.int().check(z.minimum(0), z.maximum(720)),
      /** POEI trainees followed at once, this one included. */
      trainees: z._default(z.int().check(z.minimum(1), z.maximum(50)), 1),
      isEmployer: z._default(z.boolean(), false),
      /** Asked for each hour of tutoring. */
      hourlyCents: z.optional(centsSchema),
    }),
  ),
  /** Whom France Travail pays. */
  payee: z.optional(z.enum(["provider", "employer"])),
});
export type Poei = z.output<typeof poeiSchema>;
