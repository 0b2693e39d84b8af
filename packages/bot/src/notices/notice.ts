import type { Access, Account, Grant, Instant, IsoDate, OwnProfile, Provider, Settings, Siret } from "@kairos/core";
import type { Log } from "../fronts/shared/log.js";
import type { NextStep } from "../reply.js";
import type { PlannedNotice } from "../store/chat.js";
import type { Database, Store } from "../store/store.js";

/** What is said to somebody outside of any command: references, counts and days; never a name, never an amount. */
export type Message = readonly NextStep[];

/** A message that is due today to one person. */
export interface News extends Omit<PlannedNotice, "kind"> {
  readonly message: Message;
}

/** One kind of news, one row. It is found again just before it is sent: what is no longer true is not said. */
export interface NewsKind {
  /** Shows what waits, without a detail: all that others may read when somebody cannot be written to. */
  readonly shownBy: string;
  find(look: Look): Promise<readonly News[]>;
}

/** A workspace as it stands at an instant. */
export interface Look {
  readonly now: Instant;
  readonly today: IsoDate;
  /** Those of the desk: its hours and its channel. */
  readonly settings: Settings;
  /** Those of one establishment. */
  settingsOf(siret: Siret): Settings;
  /** Who can be written to and holds a right today. */
  readonly people: ReadonlyMap<string, Access>;
  /** Who can be written to and was ever given one. */
  readonly known: readonly string[];
  readonly providers: readonly Provider[];
  readonly grants: readonly Grant[];
  readonly own: readonly OwnProfile[];
  readonly accounts: readonly Account[];
  /** What somebody may do on a day; today unless said. */
  accessOf(person: string, on?: IsoDate): Access;
  /** An hour of a day, as read on the provider's clocks. */
  at(day: IsoDate, time: string): Instant;
  read<T>(scope: readonly Siret[], work: (store: Store) => Promise<T>): Promise<T>;
}

/** Where a guild hears from the desk. Both say it in the guild's language; the same nonce is posted once. */
export interface Messenger {
  /** `closed`: refuses private messages; `gone`: is no longer in the guild. */
  tell(to: { readonly guild: string; readonly person: string }, message: Message, nonce: string): Promise<"sent" | "closed" | "gone">;
  /** Calls one person in a channel of the guild. */
  post(
    to: { readonly guild: string; readonly channel: string; readonly person: string },
    message: Message,
    nonce: string,
  ): Promise<"sent" | "missing">;
}

export interface NoticePorts {
  readonly database: Database;
  readonly messenger: Messenger;
  readonly clock: () => Instant;
  readonly dayOf: (instant: Instant, zone: string) => IsoDate;
  /** Where goes what could not be told: ids, never names. */
  readonly log: Log;
}
