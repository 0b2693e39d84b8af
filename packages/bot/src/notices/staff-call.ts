import { addDays, type Instant } from "@kairos/core";
import type { PlannedNotice } from "../store/chat.js";
import type { Look, Message } from "./notice.js";

/** A call in the staff channel: planned when private messages are closed, never found. */
export const staffCall = "staff-call";

/** Calls a person once a day, however many messages they could not be told; `of` is the kind of the first. */
export function callOf(look: Look, person: string, of: string, now: Instant): PlannedNotice {
  const { today, at } = look;
  return {
    key: `${staffCall}:${today}:${person}`,
    kind: staffCall,
    person,
    dueAt: now,
    until: at(addDays(today, 1), "00:00"),
    data: { of },
  };
}

/** Others read it too. */
export function waiting(command: string): Message {
  const text = {
    fr: "Un message de Kairos vous attend, mais vos messages privés sont fermés.",
    en: "A message from Kairos waits for you, but your private messages are closed.",
  };
  return [{ text, command }];
}
