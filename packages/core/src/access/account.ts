import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import { isoDateSchema, line, record } from "../shared/schemas.js";
import { fold } from "../shared/text.js";

/** What the RGC declares of somebody's portal account. Days only: no identifier and no password is ever asked for. */
export const accountSchema = record({
  person: line(80).check(z.minLength(1)),
  /** Used by several people. */
  shared: z._default(z.boolean(), false),
  /** Day two-factor authentication was seen to be on. */
  twoFactorOn: z.optional(isoDateSchema),
  /** Day the holder says the password was changed. */
  passwordChangedOn: z.optional(isoDateSchema),
  /** First day without the person: from then on, no grant gives anything. */
  leftOn: z.optional(isoDateSchema),
  /** First day without them in some establishment, when others have yet to say the same. */
  departedOn: z.optional(isoDateSchema),
});
export type Account = z.output<typeof accountSchema>;

/** Has the person left by a day. */
export function hasLeft(account: Pick<Account, "leftOn"> | undefined, on: IsoDate): boolean {
  return account?.leftOn !== undefined && account.leftOn <= on;
}

/** The first day without each person who has left or is about to. */
export function leaversAmong(accounts: readonly Account[]): ReadonlyMap<string, IsoDate> {
  return new Map(accounts.flatMap(({ person, leftOn }) => (leftOn === undefined ? [] : [[person, leftOn] as const])));
}

/** Is it the name of a desk or a team rather than of somebody. */
export function looksShared(name: string): boolean {
  return fold(name)
    .split(/[^a-z]+/)
    .some((word) => teamWords.has(word));
}

const teamWords: ReadonlySet<string> = new Set([
  "accueil",
  "secretariat",
  "standard",
  "equipe",
  "service",
  "bureau",
  "contact",
  "admin",
  "administration",
  "formation",
  "formations",
  "pedagogie",
  "comptabilite",
  "compta",
  "direction",
  "stagiaires",
  "commun",
  "partage",
  "team",
  "office",
  "reception",
  "shared",
]);
