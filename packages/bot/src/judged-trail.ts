import { authorise, standingOf } from "./authorise.js";
import type { LoadedCommand } from "./command.js";
import type { DispatchPorts, Request } from "./dispatch.js";
import type { TrailVerdict } from "./store/audit-words.js";

export interface Judged {
  readonly trail: TrailVerdict | undefined;
}

/** Recomputes the trail for a command that judges it, and only for who may run it: the transaction asks for the right again. */
export async function judgedTrail(
  { database, clock, dayOf }: DispatchPorts,
  command: LoadedCommand,
  { workspace, actor, mayFound }: Request,
): Promise<TrailVerdict | undefined> {
  if (command.judges === undefined) return undefined;
  const asker = { person: actor.id, mayFound };
  const standing = await database.read(workspace, "all", (store) => standingOf(store, asker, clock(), dayOf));
  return authorise(command, standing).ok ? database.trails.verify(workspace) : undefined;
}
