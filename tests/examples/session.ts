import { type Session, type SessionInput, sessionSchema, type Trainee, type TraineeInput, traineeSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";

/** Two weeks of forklift driving, as the Carif-Oref lists them. */
export function aSession(overrides: Overrides<SessionInput> = {}): Session {
  return sessionSchema.parse(merge(forklift, overrides));
}

/** A job seeker who does not exist. */
export function aTrainee(overrides: Overrides<TraineeInput> = {}): Trainee {
  return traineeSchema.parse(merge(camille, overrides));
}

const forklift: SessionInput = {
  reference: "SE-2026-014",
  siret: "99900014400017",
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  listingReference: "75_SE00148712",
  startsOn: "2026-12-07",
  endsOn: "2026-12-18",
  hours: { centreMinutes: 70 * 60 },
  place: "12 rue des Chantiers, 33300 Bordeaux",
  modality: "on-site",
  priceCents: 1190_00,
  formacode: "31768",
  formacodeVersion: "V14",
};

const camille: TraineeInput = {
  id: "T-0007",
  siret: "99900014400017",
  firstName: "Camille",
  lastName: "Durand",
  franceTravailId: "10203040506",
};
