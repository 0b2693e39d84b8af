import { dayOf, daysBetween, type Incident, type Instant } from "@kairos/core";
import { onceADay } from "./daily.js";
import type { Database, Store } from "./store/store.js";

/**
 * Forgets the screenshots of incidents that were over long enough ago, in every workspace, once a day. What was told of
 * them stays. Returns how many pictures left.
 */
export function forgetScreenshots(database: Database, now: Instant): Promise<number> {
  return onceADay(database, now, "screenshots", async (store) => ({ count: await forgetIn(store, now) }));
}

async function forgetIn(store: Store, now: Instant): Promise<number> {
  const daysOf = new Map((await store.providers.list()).map(({ siret, settings }) => [siret, settings.support.screenshotDays]));
  const over = [...(await store.incidents.list({ status: "solved" })), ...(await store.incidents.list({ status: "dropped" }))];
  let left = 0;
  for (const incident of over.filter((one) => isPast(one, daysOf.get(one.siret), now))) {
    await store.incidents.save({ ...incident, screenshots: [], pictureChecked: false });
    for (const { digest } of incident.screenshots) if (await store.files.drop(digest)) left += 1;
  }
  return left;
}

function isPast(incident: Incident, days: number | undefined, now: Instant): boolean {
  const { screenshots, history, reportedAt, timeZone } = incident;
  if (days === undefined || screenshots.length === 0) return false;
  return daysBetween(dayOf(history.at(-1)?.at ?? reportedAt, timeZone), dayOf(now, timeZone)) > days;
}
