import * as z from "zod/mini";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { instantSchema, line, record } from "../shared/schemas.js";

/** What a catalogue comes in: the national exchange format, or a table. */
export const importFormats = ["lheo", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a file brings: courses and sessions, or what one says of half-days: facts, signatures, what was declared, what was billed. */
export const importNatures = ["catalogue", "facts", "signatures", "declared", "billed"] as const;
export type ImportNature = (typeof importNatures)[number];

export const importNatureLabels: Readonly<Record<ImportNature, Label>> = {
  catalogue: { fr: "catalogue", en: "catalogue" },
  facts: { fr: "relevé de présence", en: "attendance record" },
  signatures: { fr: "signatures", en: "signatures" },
  declared: { fr: "déclaré dans Kairos", en: "declared in Kairos" },
  billed: { fr: "facturé", en: "billed" },
};

/** Where an import stands: read and judged, brought into the desk, taken out again. */
export const importStatuses = ["judged", "brought-in", "undone"] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importStatusLabels: Readonly<Record<ImportStatus, Label>> = {
  judged: { fr: "à valider", en: "to be confirmed" },
  "brought-in": { fr: "validé", en: "brought in" },
  undone: { fr: "annulé", en: "undone" },
};

const countSchema = z.int().check(z.minimum(0));
const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const actSchema = record({ at: instantSchema, by: line(80) });

/** A file that was read: what became of it. What it holds stands among the files, by digest. */
export const importSchema = record({
  reference: z.string().check(z.regex(/^IMP-\d{4,8}$/)),
  siret: siretSchema,
  format: z.enum(importFormats),
  nature: z._default(z.enum(importNatures), "catalogue"),
  fileName: line(100),
  /** SHA-256 of the file as it was received, which is not kept. */
  fileDigest: digestSchema,
  status: z.enum(importStatuses),
  read: actSchema,
  /** What could come in, and what is left out of it. */
  counts: record({ courses: countSchema, sessions: countSchema, leftOut: countSchema, halfDays: z.optional(countSchema) }),
  /** Of the entries, sound and left out, as they were judged. */
  contents: digestSchema,
  broughtIn: z.optional(actSchema),
  /** Of what undoing needs: what was written, and what was replaced as it stood before. */
  before: z.optional(digestSchema),
  undone: z.optional(actSchema),
});
export type ImportRecord = z.output<typeof importSchema>;
