import * as z from "zod/mini";
import { siretSchema } from "../shared/identifiers.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";

/** A trainee whose data was erased: at once, or in part while the law keeps the rest. */
export const erasureSchema = record({
  /** Of the trainee: `T-0007`. */
  id: reference(),
  siret: siretSchema,
  askedOn: isoDateSchema,
  askedBy: line(80),
  /** The last day their name and the evidence about them are kept; then they leave by themselves. */
  heldUntil: z.optional(isoDateSchema),
  /** When nothing of their name was left. */
  doneOn: z.optional(isoDateSchema),
});
export type Erasure = z.output<typeof erasureSchema>;

/** What a record of a trainee says once their names are gone. */
export const erasedNames = { firstName: "Personne", lastName: "effacée" } as const;
