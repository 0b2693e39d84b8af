import { laterBy } from "@kairos/core";
import type { ClaimedNotice } from "../store/chat.js";
import { kinds } from "./kinds.js";
import { lookInto } from "./look.js";
import type { Look, NoticePorts } from "./notice.js";
import { callOf, staffCall, waiting } from "./staff-call.js";

/** How long a process has to say what became of a notice before another takes it, in minutes. */
const heldFor = 2;
/** Notices in one go, and failures after which Discord is left alone until the next. */
const most = 200;
const mostFailures = 3;

/**
 * Sends what is due, one after the other, until `isOver`. A message that may have left is asked for again with the same
 * nonce, for which Discord answers with the first; so nobody reads it twice.
 */
export async function sendDue(ports: NoticePorts, isOver: () => boolean): Promise<void> {
  let failures = 0;
  for (let left = most; left > 0 && failures < mostFailures && !isOver(); left--) {
    const now = ports.clock();
    const [notice] = await ports.database.notices.claim(now, laterBy(now, heldFor), 1);
    if (notice === undefined) return;
    try {
      const end = await deliver(ports, notice);
      await ports.database.notices.settle(notice, end.outcome, ports.clock());
      if (end.outcome === "dropped") ports.log.info({ ...idsOf(notice), reason: end.reason }, "notice dropped");
    } catch (error) {
      failures += 1;
      ports.log.error(error, idsOf(notice), "notice not sent, to be tried again");
    }
  }
}

interface End {
  readonly outcome: "sent" | "staff" | "dropped";
  readonly reason: string;
}

async function deliver(ports: NoticePorts, notice: ClaimedNotice): Promise<End> {
  const { database, messenger, clock } = ports;
  const { workspace: guild, person, kind, nonce, until } = notice;
  const now = clock();
  if (until <= now) return dropped("too late");
  const look = await lookInto(ports, guild, now);
  if (look !== undefined && kind === staffCall) return call(ports, look, notice);
  const row = kinds.get(kind);
  // Rights may be gone, or the thing done, since it was planned.
  const news = look && (await row?.find(look))?.find(({ key }) => key === notice.key);
  if (look === undefined || row === undefined || news === undefined) return dropped("no news any more");
  const told = await messenger.tell({ guild, person }, news.message, nonce);
  if (told === "sent") return { outcome: "sent", reason: "" };
  if (told === "gone") return dropped("no longer in the server");
  if (look.settings.chat.staffChannel === undefined) return dropped("private messages closed, no staff channel set");
  await database.notices.plan(guild, [callOf(look, person, kind, now)]);
  return { outcome: "staff", reason: "" };
}

/** Calls somebody who cannot be written to. */
async function call({ messenger }: NoticePorts, look: Look, { workspace: guild, person, nonce, data }: ClaimedNotice): Promise<End> {
  const channel = look.settings.chat.staffChannel;
  const row = kinds.get(String(data.of));
  if (row === undefined || !look.people.has(person)) return dropped("no news any more");
  if (channel === undefined) return dropped("private messages closed, no staff channel set");
  const posted = await messenger.post({ guild, channel, person }, waiting(row.shownBy), nonce);
  return posted === "sent" ? { outcome: "sent", reason: "" } : dropped("private messages closed, staff channel out of reach");
}

function dropped(reason: string): End {
  return { outcome: "dropped", reason };
}

function idsOf({ workspace, person, kind }: ClaimedNotice) {
  return { workspace, person, kind };
}
