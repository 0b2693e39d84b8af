import type { Instant } from "../../shared/calendar.js";
import { clockAt, epochMinutes, laterBy } from "../../shared/clock.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import { type Enrolment, follows } from "../enrolment.js";
import type { SignIn } from "./sign-in.js";
import { type Mac, madeBetween, signInCode } from "./sign-in-code.js";
import { signInRules } from "./sign-in-rules.js";
import { type SignableHalfDay, signInWindow } from "./sign-in-window.js";

/** A code as it is shown, and the last minute at which it signs. */
export interface ShownCode {
  readonly code: string;
  readonly until: Instant;
}

/** The code to show now: none that would have run out before it opens, none once it is closed. */
export function codeToShow(one: SignableHalfDay, now: Instant, mac: Mac): Result<ShownCode> {
  const { from, until } = madeDuring(one);
  const minute = epochMinutes(now);
  if (minute < from) return failure(tooEarly(one));
  if (minute > until) return failure(tooLate(one));
  const [last = now] = [laterBy(now, one.settings.codeMinutes), signInWindow(one).closesAt].sort();
  return success({ code: signInCode(one, minute, mac), until: last });
}

/** A half-day whose code was typed, and the minute at which it was made. */
export interface Recognised<One extends SignableHalfDay> {
  readonly one: One;
  readonly madeAt: number;
}

/** The half-day whose code was typed, running or run out; nothing when it is of none of them. */
export function recogniseCode<One extends SignableHalfDay>(
  halfDays: readonly One[],
  code: string,
  now: Instant,
  mac: Mac,
): Recognised<One> | undefined {
  const [recognised] = halfDays.flatMap((one) => {
    const { from, until } = madeDuring(one);
    const madeAt = madeBetween(one, code, { from, until: Math.min(until, epochMinutes(now)) }, mac);
    return madeAt === undefined ? [] : [{ one, madeAt }];
  });
  return recognised;
}

/** Does a code hold now for one of these half-days: not looked for among those that ran out. */
export function holdsFor(halfDays: readonly SignableHalfDay[], code: string, now: Instant, mac: Mac): boolean {
  const minute = epochMinutes(now);
  return halfDays.some((one) => {
    const { from, until } = madeDuring(one);
    const lastMade = { from: Math.max(from, minute - one.settings.codeMinutes), until: Math.min(until, minute) };
    return madeBetween(one, code, lastMade, mac) !== undefined;
  });
}

/** A half-day of a trainee, and what they signed of it already. */
export interface OwnHalfDay extends SignableHalfDay {
  readonly enrolment: Enrolment;
  readonly signed: Pick<SignIn, "method" | "at"> | undefined;
}

/** May a trainee sign their half-day with the code they typed: why not, the reason that helps most. */
export function refuseSignIn({ one: own, madeAt }: Recognised<OwnHalfDay>, now: Instant): Problem | undefined {
  const { session, halfDay, timeZone, settings, enrolment, signed } = own;
  const slot = { day: halfDay.day, half: halfDay.half };
  if (!follows(enrolment, slot)) {
    const hasLeft = enrolment.withdrawal !== undefined && follows({ ...enrolment, withdrawal: undefined }, slot);
    const code = hasLeft ? "attendance.sign-in-withdrawn" : "attendance.sign-in-not-followed";
    return raise(signInRules, code, ["code"], { session: session.reference, ...slot });
  }
  if (signed !== undefined) {
    const { method, at } = signed;
    return raise(signInRules, "attendance.sign-in-twice", ["code"], { ...slot, method, ...clockAt(at, timeZone) });
  }
  const { opensAt, closesAt } = signInWindow(own);
  const minute = epochMinutes(now);
  if (minute < epochMinutes(opensAt)) return tooEarly(own);
  if (minute > epochMinutes(closesAt)) return tooLate(own);
  if (minute > madeAt + settings.codeMinutes) return raise(signInRules, "attendance.code-expired", ["code"], slot);
  return undefined;
}

/** The minutes at which a code of a half-day may be shown: it still holds when it opens, and is not made once it is closed. */
function madeDuring(one: SignableHalfDay): { readonly from: number; readonly until: number } {
  const { opensAt, closesAt } = signInWindow(one);
  return { from: epochMinutes(opensAt) - one.settings.codeMinutes, until: epochMinutes(closesAt) };
}

function tooEarly(one: SignableHalfDay): Problem {
  const { day, half } = one.halfDay;
  const { time } = clockAt(signInWindow(one).opensAt, one.timeZone);
  return raise(signInRules, "attendance.sign-in-too-early", [], { day, half, from: time });
}

function tooLate(one: SignableHalfDay): Problem {
  const { day, half } = one.halfDay;
  const { time } = clockAt(signInWindow(one).closesAt, one.timeZone);
  return raise(signInRules, "attendance.sign-in-too-late", [], { day, half, until: time });
}
