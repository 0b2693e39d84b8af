import {
  clockAt,
  type ExportedFact,
  failure,
  halfDayKey,
  type IsoMonth,
  minutesOf,
  type Result,
  success,
  traineeSlotKey,
} from "@kairos/core";
import type { PrepareContext } from "../command.js";
import type { Store } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { type AttendedSession, loadAttendedSession } from "./attendance.js";

/** The facts to export, of one session or of all that the asker may see; stops once there are more than may be given. */
export async function exportedFacts(
  { read, progress, ...asker }: Omit<PrepareContext<unknown>, "input">,
  { session, month }: { readonly session: string | undefined; readonly month: IsoMonth | undefined },
  most: number,
): Promise<Result<{ readonly facts: readonly ExportedFact[]; readonly sessions: number }>> {
  const references = session === undefined ? await read((store) => store.attendance.sessions()) : [session];
  const facts: ExportedFact[] = [];
  let sessions = 0;
  for (const [index, reference] of references.entries()) {
    const found = await read(async (store) => {
      const attended = await loadAttendedSession({ ...asker, store }, reference);
      return attended.ok ? success(await factsOf(store, attended.value, month)) : attended;
    });
    // Of several sessions, those that somebody may not see are not told.
    if (!found.ok && session !== undefined) return failure(...found.problems);
    if (!found.ok || found.value.length === 0) continue;
    sessions += 1;
    for (const fact of found.value) facts.push(fact);
    progress(index + 1, references.length);
    if (facts.length > most) break;
  }
  return success({ facts, sessions });
}

async function factsOf(
  store: Store,
  { session, schedule, provider, trainees }: AttendedSession,
  month: IsoMonth | undefined,
): Promise<readonly ExportedFact[]> {
  const filter = { session: session.reference, ...(month !== undefined && { from: `${month}-01`, until: `${month}-31` }) };
  const zone = schedule?.timeZone ?? zoneOf(provider);
  const planned = new Map((schedule?.halfDays ?? []).map((one) => [halfDayKey(one), minutesOf(one)]));
  const signed = new Map<string, string>();
  for (const one of await store.signIns.of(filter)) {
    const key = traineeSlotKey(one);
    const first = signed.get(key);
    if (first === undefined || one.at < first) signed.set(key, one.at);
  }
  return (await store.attendance.of(filter)).map((fact) => {
    const at = signed.get(traineeSlotKey(fact));
    return {
      fact,
      trainee: trainees.get(fact.traineeId),
      planned: planned.get(halfDayKey(fact)) ?? 0,
      signedAt: at === undefined ? undefined : clockAt(at, zone).time,
    };
  });
}
