import { type Erasure, type Evidence, erasedNames, type Hold, holdsOn, type RetentionSettings, type Trainee } from "@kairos/core";
import type { Removed, Store } from "../store/store.js";

/** What still holds a trainee's name on a day, the longest last. */
export async function heldOf(store: Store, trainee: string, settings: RetentionSettings, today: string): Promise<readonly Hold[]> {
  const evidence: Evidence = await store.personal.facts(trainee);
  return holdsOn(evidence, settings, today);
}

/** Takes a trainee out of what is kept, as far as nothing holds them, and keeps that it was asked. */
export async function eraseTrainee(store: Store, trainee: Trainee, erasure: Erasure): Promise<Removed> {
  const { id, siret, firstName, lastName, franceTravailId, person: account } = trainee;
  const isHeld = erasure.doneOn === undefined;
  // Before the record changes: the names it holds are those that are looked for.
  const named = { firstName, lastName, ids: [...(franceTravailId === undefined ? [] : [franceTravailId])], reference: id };
  const removed = await store.personal.remove(named, { trainee: id, isHeld, ...(account !== undefined && { account }) });
  const { person: _account, ...kept } = trainee;
  await store.trainees.save(isHeld ? kept : { id, siret, ...erasedNames });
  await store.personal.saveErasure(erasure);
  return removed;
}
