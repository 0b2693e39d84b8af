import * as z from "zod/mini";
import { franceTravailIdMatching, franceTravailIdSchema, siretSchema } from "../shared/identifiers.js";
import { line, record, reference } from "../shared/schemas.js";

/** A person who trains, with no more than a quote needs. */
export const traineeSchema = traineeSchemaWith(franceTravailIdSchema);
export type Trainee = z.output<typeof traineeSchema>;
export type TraineeInput = z.input<typeof traineeSchema>;

/** The same, for a provider whose settings change the pattern of the France Travail id. */
export function traineeSchemaMatching(pattern: string) {
  return traineeSchemaWith(franceTravailIdMatching(pattern));
}

function traineeSchemaWith(franceTravailId: ReturnType<typeof franceTravailIdMatching>) {
  return record({
    /** The desk's own reference, `T-0007`: what is written in chats and traces instead of the name. */
    id: reference(),
    siret: siretSchema,
    firstName: line(60).check(z.minLength(1)),
    lastName: line(60).check(z.minLength(1)),
    franceTravailId: z.optional(franceTravailId),
    /** Their account in the chat, with which they sign in. */
    person: z.optional(line(80)),
  });
}

/** `Camille DURAND`, as French administrations write it. */
export function fullName(trainee: Trainee): string {
  return `${trainee.firstName} ${trainee.lastName.toLocaleUpperCase("fr")}`;
}
