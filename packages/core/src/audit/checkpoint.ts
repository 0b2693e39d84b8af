import { addMonths, type Instant, type IsoDate } from "../shared/calendar.js";
import type { AuditEvent, AuditHead } from "./trail.js";

/** Who writes a checkpoint, and under which act: the desk itself, and no command. */
export const deskActor = "kairos";
export const checkpointAct = "journal.point-de-controle";

/** Stands in the chain for the entries removed at the end of their retention, and vouches for the first that remains. */
export interface Checkpoint {
  /** The last entry removed. */
  readonly last: AuditHead;
  readonly removed: number;
  /** Everything removed is from before this day. */
  readonly before: IsoDate;
}

export function prepareCheckpoint({ last, removed, before }: Checkpoint, at: Instant): Omit<AuditEvent, "workspace"> {
  const details = { upTo: last.sequence, hash: last.hash, removed, before };
  return { at, actor: deskActor, act: checkpointAct, object: "", outcome: "done", details };
}

/** What an entry vouches for, when it is a checkpoint. */
export function checkpointOf({ actor, act, details }: Pick<AuditEvent, "actor" | "act" | "details">): Checkpoint | undefined {
  if (actor !== deskActor || act !== checkpointAct) return undefined;
  const { upTo, hash, removed, before } = details;
  if (typeof upTo !== "number" || typeof hash !== "string" || typeof removed !== "number" || typeof before !== "string") return undefined;
  return { last: { sequence: upTo, hash }, removed, before };
}

/** Days of work that a trail must show before the clock is believed. */
export const believedDays = 3;

/**
 * The first day whose entries are kept. The clock alone is not believed, since one that jumps ahead would have all
 * removed: time has passed when people have worked on several days since. `workedOn` are the last of these days.
 */
export function keptFrom(today: IsoDate, workedOn: readonly IsoDate[], months: number): IsoDate | undefined {
  const believed = [...workedOn].sort().at(-believedDays);
  if (believed === undefined) return undefined;
  return addMonths(today < believed ? today : believed, -months);
}
