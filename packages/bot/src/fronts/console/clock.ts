import type { Instant } from "@kairos/core";

export interface Clock {
  now(): Instant;
}

/** A clock that only moves when told: a tour prints the same thing every day. */
export interface SetClock extends Clock {
  set(at: Instant): void;
  advance(): void;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Starts at an instant; each `advance` is a minute. */
export function setClock(start: Instant): SetClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    set: (instant) => {
      at = Date.parse(instant);
    },
    advance: () => {
      at += 60_000;
    },
  };
}

/** `2026-11-23T09:00` as read on a clock in Paris; nothing when it is no such moment. */
export function instantInParis(text: string): Instant | undefined {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(wall)) return undefined;
  const guess = wall - offsetInParis(wall);
  return new Date(wall - offsetInParis(guess)).toISOString();
}

const paris = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "medium" });

function offsetInParis(at: number): number {
  const [day = "", month = "", year = "", time = ""] = paris.format(at).split(/[/, ]+/);
  return Date.parse(`${year}-${month}-${day}T${time}Z`) - Math.floor(at / 1000) * 1000;
}
