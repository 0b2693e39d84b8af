import { laterBy } from "@kairos/core";
import { interruptedSentence, retryOf } from "../interrupted.js";
import type { PlannedNotice } from "../store/chat.js";
import type { InterruptedWork } from "../store/store.js";
import type { NewsKind } from "./notice.js";

export const interruptedWorkKind = "interrupted-work";

/** To whoever asked for long work that the end of the process cut off. Planned at the next start: nothing else finds it. */
export const interruptedWork: NewsKind = {
  shownBy: "/aide",
  find: async (look) => {
    const planned = await look.read([], ({ notices }) => notices.of(interruptedWorkKind));
    return planned.map(({ key, person, dueAt, until, data }) => {
      const work = { path: String(data.path), object: String(data.object) };
      const command = retryOf(work);
      return { key, person, dueAt, until, data, message: [{ text: interruptedSentence(work), ...(command !== undefined && { command }) }] };
    });
  },
};

/** The notice of one work; worth saying for a day. */
export function noticeOf({ id, actor, path, object }: InterruptedWork, now: string): PlannedNotice {
  const data = { path, object };
  return { key: `${interruptedWorkKind}:${id}`, kind: interruptedWorkKind, person: actor, dueAt: now, until: laterBy(now, 24 * 60), data };
}
