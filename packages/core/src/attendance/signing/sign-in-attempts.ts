import type { Instant } from "../../shared/calendar.js";
import { laterBy } from "../../shared/clock.js";

/** Refused codes after which a person waits, and for how long each one counts: the CNIL asks for ten at most. */
export const mostSignInFailures = 10;
export const signInFailureMinutes = 60;

/** Refusals that mean a code was tried and was not the right one; what refuses a right code is no guess. */
export const signInFailureCodes: ReadonlySet<string> = new Set([
  "attendance.code-unknown",
  "attendance.code-expired",
  "attendance.code-other-group",
]);

/** From when a person may try again, their refused codes given the last first; nothing when they may now. */
export function blockedUntil(failures: readonly Instant[], now: Instant): Instant | undefined {
  const counting = failures.filter((at) => laterBy(at, signInFailureMinutes) > now);
  const first = counting[mostSignInFailures - 1];
  return first === undefined ? undefined : laterBy(first, signInFailureMinutes);
}
