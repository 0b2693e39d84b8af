import * as z from "zod/mini";
import { workingStretchSchema } from "../shared/clock.js";
import { siretSchema } from "../shared/identifiers.js";
import { line, record } from "../shared/schemas.js";

/** The hours of somebody, where they are not the provider's. */
export const workingHoursSchema = record({
  person: line(80).check(z.minLength(1)),
  siret: siretSchema,
  stretches: z.array(workingStretchSchema).check(z.maxLength(42)),
});
export type WorkingHours = z.output<typeof workingHoursSchema>;
