import { type Instant, laterBy } from "@kairos/core";
import { rightActs } from "../dossiers/right-changes.js";
import type { PlannedNotice } from "../store/chat.js";
import { incidentActs } from "./incidents-seen.js";
import { kinds } from "./kinds.js";
import { isDiscordId, lookInto } from "./look.js";
import type { NoticePorts } from "./notice.js";
import { appointmentActs } from "./standing-appointments.js";

type Ports = Pick<NoticePorts, "database" | "dayOf" | "log">;

const hastyActs = [...rightActs, ...appointmentActs, ...incidentActs];

/** How long what is found in a workspace holds, in minutes: people do not wait for a notice by the minute. */
const between = 10;

/** Plans what is due in every workspace; each is looked at again some minutes later, or when its hour comes. */
export function planner(ports: Ports): (now: Instant) => Promise<void> {
  const nextLooks = new Map<string, Instant>();
  const lastChanges = new Map<string, number>();
  return async (now) => {
    for (const workspace of await ports.database.notices.workspaces()) {
      if (!isDiscordId(workspace)) continue;
      try {
        const change = await lastChange(ports, workspace);
        const isNew = change !== lastChanges.get(workspace);
        lastChanges.set(workspace, change);
        if (!isNew && (nextLooks.get(workspace) ?? now) > now) continue;
        nextLooks.set(workspace, await planIn(ports, workspace, now));
      } catch (error) {
        ports.log.error(error, { workspace }, "notices not planned");
      }
    }
  };
}

/** Whoever gains or loses a right, sets a time close at hand, or waits with others on the portal is not left waiting for the next look. */
async function lastChange({ database }: Ports, workspace: string): Promise<number> {
  const [entry] = await database.read(workspace, "all", ({ audit }) => audit.search({ acts: hastyActs, outcome: "done", limit: 1 }));
  return entry?.sequence ?? 0;
}

/** Plans what is due in a workspace, and says when to look again. */
async function planIn({ database, dayOf }: Ports, workspace: string, now: Instant): Promise<Instant> {
  const soon = laterBy(now, between);
  const look = await lookInto({ database, dayOf }, workspace, now);
  if (look === undefined) return soon;
  const found: PlannedNotice[] = [];
  for (const [kind, { find }] of kinds) {
    for (const { message: _message, ...news } of await find(look)) found.push({ kind, ...news });
  }
  const due = found.filter(({ dueAt, until }) => dueAt <= now && now < until);
  if (due.length > 0) await database.notices.plan(workspace, due);
  return found.reduce((next, { dueAt }) => (now < dueAt && dueAt < next ? dueAt : next), soon);
}
