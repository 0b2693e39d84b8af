import type { HalfDay, Session } from "../../sessions/index.js";
import type { EpochMinutes } from "../../shared/clock.js";

/** A keyed digest of a text, HMAC-SHA256 in hexadecimal: only who holds the key can make it. */
export type Mac = (text: string) => string;

/** What a code is bound to: a half-day of a session, and where it takes place. */
export interface CodeSubject {
  readonly session: Pick<Session, "reference" | "room">;
  readonly halfDay: Pick<HalfDay, "day" | "half" | "at" | "room">;
}

/** The code of a half-day, made at a minute: forty bits that nobody guesses, nor makes without the key. */
export function signInCode({ session, halfDay }: CodeSubject, madeAt: EpochMinutes, mac: Mac): string {
  const { day, half, at, room = session.room ?? "" } = halfDay;
  let bits = Number.parseInt(mac(JSON.stringify(["sign-in", session.reference, day, half, at, room, madeAt])).slice(0, 10), 16);
  let code = "";
  while (code.length < signs) {
    code += alphabet[bits % alphabet.length];
    bits = Math.floor(bits / alphabet.length);
  }
  return code;
}

/** `K7QF-2MXD`. */
export function formatSignInCode(code: string): string {
  return `${code.slice(0, signs / 2)}-${code.slice(signs / 2)}`;
}

/** A code as people type it: capitals or not, blanks, dashes; a letter that looks like a digit is that digit. */
export function readSignInCode(typed: string): string | undefined {
  const code = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}._]/gu, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return code.length === signs && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}

/** The last minute at which a code was made, from one minute until another; nothing when it was not. */
export function madeBetween(
  subject: CodeSubject,
  code: string,
  { from, until }: { readonly from: EpochMinutes; readonly until: EpochMinutes },
  mac: Mac,
): EpochMinutes | undefined {
  let madeAt: EpochMinutes | undefined;
  for (let minute = from; minute <= until; minute++) if (isSame(signInCode(subject, minute, mac), code)) madeAt = minute;
  return madeAt;
}

/** Digits, and capitals without I, L, O and U: none is taken for another, read aloud or from the back of the room. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const signs = 8;

/** In the same time wherever they differ. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
