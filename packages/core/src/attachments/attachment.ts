import * as z from "zod/mini";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";

/** What a supporting document is. Health, bank and identity papers have no kind: a quote never asks for them. */
export const attachmentKinds = ["second-quote", "approval", "programme", "vat-attestation", "qualiopi", "employer", "other"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const attachmentKindLabels: Readonly<Record<AttachmentKind, Label>> = {
  "second-quote": { fr: "second devis", en: "second quote" },
  approval: { fr: "validation du candidat", en: "candidate's approval" },
  programme: { fr: "programme", en: "programme" },
  "vat-attestation": { fr: "attestation de TVA", en: "VAT certificate" },
  qualiopi: { fr: "certificat Qualiopi", en: "Qualiopi certificate" },
  employer: { fr: "accord de l'employeur", en: "employer's agreement" },
  other: { fr: "autre", en: "other" },
};

/** What opens everywhere, at the provider's as at France Travail. */
const mediaTypes = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A file attached to a thing of the desk. Removed, never deleted: who took it out, and when, stays readable. */
export const attachmentSchema = record({
  id: z.string().check(z.regex(/^P-\d{4,8}$/)),
  siret: siretSchema,
  /** Reference of what it is attached to. */
  object: reference(),
  kind: z.enum(attachmentKinds),
  /** Plain ASCII, so that every disk and chat takes it. */
  fileName: z.string().check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/)),
  mediaType: z.enum(mediaTypes),
  /** How many. */
  bytes: z.int().check(z.minimum(1)),
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  note: z.optional(line(200)),
  addedBy: line(80).check(z.minLength(1)),
  addedOn: isoDateSchema,
  removedBy: z.optional(line(80)),
  removedOn: z.optional(isoDateSchema),
});
export type Attachment = z.output<typeof attachmentSchema>;
