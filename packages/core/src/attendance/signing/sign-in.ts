import * as z from "zod/mini";
import { halves } from "../../sessions/index.js";
import { siretSchema } from "../../shared/identifiers.js";
import type { Label } from "../../shared/language.js";
import { instantSchema, isoDateSchema, line, record, reference } from "../../shared/schemas.js";

/** How a trainee signed: a code of the desk, a paper sheet, another sign-in tool. */
export const signInMethods = ["code", "sheet", "tool"] as const;
export type SignInMethod = (typeof signInMethods)[number];

export const signInMethodLabels: Readonly<Record<SignInMethod, Label>> = {
  code: { fr: "code d'émargement", en: "sign-in code" },
  sheet: { fr: "feuille signée", en: "signed sheet" },
  tool: { fr: "outil d'émargement", en: "sign-in tool" },
};

/** One signature of one trainee for one half-day. A second one stays: it is a finding, not a mistake to hide. */
export const signInSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  traineeId: reference(),
  day: isoDateSchema,
  half: z.enum(halves),
  method: z.enum(signInMethods),
  /** When it was signed, or recorded where the paper does not say. */
  at: instantSchema,
  /** What shows it: `FE-0001` for a sheet, `IMP-0001` for a file. */
  proof: z.optional(line(60)),
});
export type SignIn = z.output<typeof signInSchema>;

/** A paper sheet that came back signed; its scan is known by its digest. */
export const attendanceSheetSchema = record({
  reference: z.string().check(z.regex(/^FE-\d{4,8}$/)),
  sessionReference: reference(),
  siret: siretSchema,
  /** The half-days it covers, `2026-12-07/morning`; nothing when the sheet does not date them. */
  halfDays: z.array(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}\/(morning|afternoon|evening)$/))).check(z.maxLength(2000)),
  /** Trainers who signed it, by id, and where it took place, as the sheet says. */
  trainers: z.array(line(80)).check(z.maxLength(20)),
  place: z.optional(line(160)),
  /** SHA-256 of the scan, kept among the files. */
  digest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Of the scan, as it is handed out again. */
  fileName: z.optional(line(120)),
  recordedBy: line(80),
  recordedAt: instantSchema,
  /** Attached by mistake: it proves nothing any more, and stays listed. */
  removed: z.optional(record({ at: instantSchema, by: line(80) })),
});
export type AttendanceSheet = z.output<typeof attendanceSheetSchema>;
