import { type CatalogueEntry, type IsoDate, type JudgedEntry, leaveOut, mergedSession, planImport, type Session } from "@kairos/core";
import type { Store } from "../store/store.js";
import type { BeforeImport } from "./imports.js";
import { refusedChanges } from "./session-changes.js";

/** What would become of each entry: a session that could not be recorded or corrected by hand does not come in either. */
export async function judgeImport(
  store: Store,
  entries: readonly CatalogueEntry[],
  before: BeforeImport,
  { mayReplace, today }: { readonly mayReplace: boolean; readonly today: IsoDate },
): Promise<readonly JudgedEntry[]> {
  const plan = planImport(entries, before, mayReplace);
  const changes = plan.flatMap(({ entry, fate }) => {
    if (entry.kind !== "session" || entry.value === undefined || fate === "kept") return [];
    const there = before.sessions.get(entry.value.reference);
    return [there === undefined ? { after: entry.value } : { before: there, after: mergedSession(there, entry.value) }];
  });
  const refused = await refusedChanges(store, changes, before.present, today);
  return plan.map((judged) => {
    const { entry, fate } = judged;
    const problems = entry.kind === "session" && fate !== "kept" && refused.get((entry.value as Session | undefined)?.reference ?? "");
    return problems ? leaveOut(judged, problems) : judged;
  });
}
