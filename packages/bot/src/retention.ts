import { believedDays, dayOf, type Instant, instantAt, keptFrom } from "@kairos/core";
import type { Database } from "./store/store.js";
import { zoneOf } from "./zone.js";

/** Removes from each trail what is past its retention, at most once a day, a bounded part at a time. Returns how many entries left. */
export async function closeOldEntries(database: Database, now: Instant): Promise<number> {
  let removed = 0;
  for (const workspace of await database.trails.workspaces()) removed += await closeIn(database, workspace, now);
  return removed;
}

async function closeIn({ trails, read }: Database, workspace: string, now: Instant): Promise<number> {
  const closedAt = await trails.closedAt(workspace);
  if (closedAt?.slice(0, 10) === now.slice(0, 10)) return 0;
  const providers = await read(workspace, "all", (store) => store.providers.list());
  const zone = zoneOf(providers[0]);
  // One trail for all: as long as the establishment that keeps it longest.
  const months = providers.length === 0 ? 12 : Math.max(...providers.map(({ settings }) => settings.trail.retentionMonths));
  const before = keptFrom(dayOf(now, zone), await trails.workedOn(workspace, believedDays), months);
  if (before === undefined) return 0;
  const closing = { before, from: instantAt(before, "00:00", zone), at: now };
  let removed = 0;
  for (let part = await trails.close(workspace, closing); part > 0; part = await trails.close(workspace, closing)) removed += part;
  return removed;
}
