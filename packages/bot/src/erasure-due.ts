import { dayOf, type Instant } from "@kairos/core";
import { onceADay } from "./daily.js";
import { eraseTrainee } from "./dossiers/erasing.js";
import type { Database, Store } from "./store/store.js";
import { zoneOf } from "./zone.js";

/** Ends the erasures that waited for evidence to be released, in every workspace, once a day. Returns how many ended. */
export function endErasures(database: Database, now: Instant): Promise<number> {
  return onceADay(database, now, "erasures", async (store) => {
    const count = await endIn(store, now);
    return { count, ...(count > 0 && { reply: { erases: true } }) };
  });
}

async function endIn(store: Store, now: Instant): Promise<number> {
  const waiting = (await store.personal.erasures()).filter(({ heldUntil, doneOn }) => heldUntil !== undefined && doneOn === undefined);
  if (waiting.length === 0) return 0;
  const zones = new Map((await store.providers.list()).map((provider) => [provider.siret, zoneOf(provider)]));
  let ended = 0;
  for (const erasure of waiting) {
    const today = dayOf(now, zones.get(erasure.siret) ?? zoneOf(undefined));
    const trainee = await store.trainees.get(erasure.id);
    if (trainee === undefined || (erasure.heldUntil ?? "") >= today) continue;
    const { texts, files } = await eraseTrainee(store, trainee, { ...erasure, doneOn: today });
    const traced = { act: "donnees.effacer", object: erasure.id, outcome: "done", details: { complete: true, texts, files } } as const;
    await store.audit.append({ at: now, actor: "kairos", ...traced });
    ended += 1;
  }
  return ended;
}
