import * as z from "zod";
import { franceTravailIdSchema, siretSchema } from "../shared/identifiers.js";
import { line, reference } from "../shared/schemas.js";

/** A person who trains, with no more than a quote needs. */
export const traineeSchema = z.strictObject({
  /** The desk's own reference, `T-0007`: what is written in chats and traces instead of the name. */
  id: reference(),
  siret: siretSchema,
  firstName: line(60).min(1),
  lastName: line(60).min(1),
  franceTravailId: franceTravailIdSchema.optional(),
});
export type Trainee = z.output<typeof traineeSchema>;
export type TraineeInput = z.input<typeof traineeSchema>;

/** `Camille DURAND`, as French administrations write it. */
export function fullName(trainee: Trainee): string {
  return `${trainee.firstName} ${trainee.lastName.toLocaleUpperCase("fr")}`;
}
