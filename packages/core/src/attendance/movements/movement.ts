import * as z from "zod/mini";
import { siretSchema } from "../../shared/identifiers.js";
import type { Label } from "../../shared/language.js";
import { instantSchema, isoDateSchema, line, record, reference } from "../../shared/schemas.js";

/** What France Travail must be told of a job seeker in training (L6121-5). */
export const movementKinds = ["entry", "interruption", "exit"] as const;
export type MovementKind = (typeof movementKinds)[number];

export const movementKindLabels: Readonly<Record<MovementKind, Label>> = {
  entry: { fr: "entrée", en: "entry" },
  interruption: { fr: "interruption", en: "interruption" },
  exit: { fr: "sortie", en: "exit" },
};

/** A movement that somebody declared in the portal, and when. */
export const movementDeclarationSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  traineeId: reference(),
  kind: z.enum(movementKinds),
  /** The day of the movement itself. */
  on: isoDateSchema,
  declaredOn: isoDateSchema,
  recordedBy: line(80),
  recordedAt: instantSchema,
});
export type MovementDeclaration = z.output<typeof movementDeclarationSchema>;
