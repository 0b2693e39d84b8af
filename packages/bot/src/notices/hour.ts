import type { Settings } from "@kairos/core";

/** The hour at which people are told of a day's work: that of the digest, or the usual one when no digest is wanted. */
export function tellingHour({ chat: { digestAt } }: Settings): string {
  return digestAt === "off" ? "08:30" : digestAt;
}
