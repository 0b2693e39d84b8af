import { createHmac } from "node:crypto";
import {
  blockedUntil,
  clockAt,
  type Instant,
  laterBy,
  type Mac,
  mostSignInFailures,
  type Problem,
  raise,
  signInFailureCodes,
  signInFailureMinutes,
  signInRules,
} from "@kairos/core";
import type { Store } from "../store/store.js";

/** What makes and knows the codes of one workspace: its key never leaves the desk. */
export async function signInMac(store: Pick<Store, "keys">): Promise<Mac> {
  const key = Buffer.from(await store.keys.secret("sign-in"), "hex");
  return (text) => createHmac("sha256", key).update(text).digest("hex");
}

/** Why somebody has to wait before they try another code, in the hours of their place; nothing when they need not. */
export async function refuseGuessing(
  store: Pick<Store, "audit">,
  person: string,
  now: Instant,
  zone: string,
): Promise<Problem | undefined> {
  const until = blockedUntil(await failuresOf(store, person, now), now);
  if (until === undefined) return undefined;
  // The minute after: until the end of this one, the last refusal still counts.
  const { day, time } = clockAt(laterBy(until, 1), zone);
  return raise(signInRules, "attendance.sign-in-blocked", ["code"], { most: mostSignInFailures, on: day, from: time });
}

/** When somebody's codes were refused, the last first, as the trail keeps it. */
async function failuresOf(store: Pick<Store, "audit">, actor: string, now: Instant): Promise<readonly Instant[]> {
  const from = laterBy(now, -signInFailureMinutes);
  const refused = await store.audit.search({ actor, acts: ["assiduite.emarger"], outcome: "refused", from, limit: mostRead });
  // Beyond what is read, all of them count: nobody hides guesses behind other refusals.
  const isFull = refused.length === mostRead;
  const isGuess = ({ details }: (typeof refused)[number]) =>
    String(details.errors ?? "")
      .split(" ")
      .some((code) => signInFailureCodes.has(code));
  return refused.filter((entry) => isFull || isGuess(entry)).map(({ at }) => at);
}

const mostRead = 100;
