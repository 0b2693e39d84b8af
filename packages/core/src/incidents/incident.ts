import * as z from "zod/mini";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { instantSchema, line, paragraph, record, reference } from "../shared/schemas.js";

/** What somebody sees when the portal does not do what it should. */
export const symptoms = [
  "login-refused",
  "blank-page",
  "forbidden",
  "account-blocked",
  "session-invisible",
  "quote-impossible",
  "quote-stuck",
  "attendance-undeclarable",
  "suspicious-message",
  "other",
] as const;
export type Symptom = (typeof symptoms)[number];

export const symptomLabels: Readonly<Record<Symptom, Label>> = {
  "login-refused": { fr: "connexion refusée", en: "login refused" },
  "blank-page": { fr: "page blanche", en: "blank page" },
  forbidden: { fr: "erreur 403, accès refusé", en: "error 403, access refused" },
  "account-blocked": { fr: "compte bloqué ou inactif", en: "account blocked or dormant" },
  "session-invisible": { fr: "session introuvable dans le portail", en: "session not visible in the portal" },
  "quote-impossible": { fr: "devis impossible à saisir", en: "quote that cannot be entered" },
  "quote-stuck": { fr: "devis qui n'avance plus", en: "quote that no longer moves" },
  "attendance-undeclarable": { fr: "assiduité impossible à déclarer", en: "attendance that cannot be declared" },
  "suspicious-message": { fr: "lien ou courriel suspect", en: "suspicious link or e-mail" },
  other: { fr: "autre chose", en: "something else" },
};

/** Who can help. Their addresses are the provider's to give: none is known here. */
export const contacts = ["account-manager", "account-mailbox", "technical-support", "regional-base", "agency"] as const;
export type Contact = (typeof contacts)[number];

export const contactLabels: Readonly<Record<Contact, Label>> = {
  "account-manager": { fr: "le RGC de l'établissement", en: "the establishment's account manager (RGC)" },
  "account-mailbox": { fr: "l'adresse dédiée aux comptes", en: "the mailbox for accounts" },
  "technical-support": { fr: "l'assistance technique", en: "technical support" },
  "regional-base": { fr: "le Carif-Oref", en: "the regional base (Carif-Oref)" },
  agency: { fr: "le correspondant Kairos de France Travail", en: "the Kairos contact at France Travail" },
};

export const incidentStatuses = ["draft", "complete", "sent", "answered", "solved", "reopened", "dropped"] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export const incidentStatusLabels: Readonly<Record<IncidentStatus, Label>> = {
  draft: { fr: "à compléter", en: "to be completed" },
  complete: { fr: "complet, à envoyer", en: "complete, to be sent" },
  sent: { fr: "envoyé", en: "sent" },
  answered: { fr: "réponse reçue", en: "answered" },
  solved: { fr: "résolu", en: "solved" },
  reopened: { fr: "rouvert", en: "reopened" },
  dropped: { fr: "abandonné", en: "dropped" },
};

/** What happened to an incident, in order. */
export const incidentStepSchema = record({
  action: z.enum(["complete", "send", "answer", "solve", "reopen", "drop"]),
  by: line(80),
  at: instantSchema,
  /** Of a file that was sent: to whom. */
  to: z.optional(z.enum(contacts)),
  note: z.optional(paragraph(1000)),
});
export type IncidentStep = z.output<typeof incidentStepSchema>;

/** A screenshot kept with an incident, under the name it leaves with: nothing of the name it came with is kept. */
export const screenshotSchema = record({
  fileName: z.string().check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/)),
  mediaType: z.enum(["image/png", "image/jpeg"]),
  /** SHA-256 of the bytes once cleaned, in hexadecimal. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Screenshot = z.output<typeof screenshotSchema>;

/** What was seen, when, doing what: everything here may be sent, for secrets and personal data were masked before. */
export const incidentSchema = record({
  /** `INC-2026-0001`. */
  reference: reference(),
  siret: siretSchema,
  status: z._default(z.enum(incidentStatuses), "draft"),
  symptom: z.enum(symptoms),
  /** Row of the decision table that concluded. */
  cause: z.optional(reference()),
  contact: z.optional(z.enum(contacts)),
  reporter: line(80),
  reportedAt: instantSchema,
  /** Identifier of the person in the portal, as support asks for it. */
  portalUser: z.optional(line(60)),
  occurredAt: z.optional(instantSchema),
  /** IANA zone in which the hour was read. */
  timeZone: line(60),
  /** What the portal showed. */
  message: z.optional(paragraph(2000)),
  /** What was being done, step by step. */
  steps: z.optional(paragraph(2000)),
  browser: z.optional(line(60)),
  quote: z.optional(reference()),
  session: z.optional(reference()),
  screenshots: z._default(z.array(screenshotSchema).check(z.maxLength(5)), []),
  /** The sender looked at the screenshots: no candidate shows on them. */
  pictureChecked: z._default(z.boolean(), false),
  /** The same thing seen by others first. */
  sameAs: z.optional(reference()),
  history: z._default(z.array(incidentStepSchema).check(z.maxLength(100)), []),
  solution: z.optional(paragraph(1000)),
});
export type Incident = z.output<typeof incidentSchema>;
export type IncidentInput = z.input<typeof incidentSchema>;
