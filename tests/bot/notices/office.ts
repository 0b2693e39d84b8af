import { dayOf, type Instant } from "@kairos/core";
import type { Message, Messenger, NoticePorts } from "../../../packages/bot/src/notices/notice.js";
import type { ClaimedNotice } from "../../../packages/bot/src/store/chat.js";
import type { Database, Store } from "../../../packages/bot/src/store/store.js";
import { aGrant, aProvider, aQuote, workspace as guild, lyon, nantes, write } from "../store/fixtures.js";

export { guild };
export const clerk = "800000000000000003";
export const colleague = "800000000000000004";
export const staffRoom = "900000000000000003";

/** The hour of the digest in Paris, on a winter day. */
export const morning = "2026-11-05T07:30:00.000Z";

export interface Posted {
  readonly to: string;
  readonly text: string;
  readonly nonce: string;
}

/** Discord as a messenger meets it: the same nonce is posted once, whoever sends it. */
export interface FakeDiscord extends Messenger {
  readonly posted: Posted[];
  readonly closed: Set<string>;
  readonly gone: Set<string>;
  /** Errors of the next messages: the network breaks before they arrive, or after. */
  readonly breaks: ("before" | "after")[];
}

export function fakeDiscord(): FakeDiscord {
  const posted: Posted[] = [];
  const [closed, gone] = [new Set<string>(), new Set<string>()];
  const breaks: ("before" | "after")[] = [];
  const accept = (to: string, message: Message, nonce: string) => {
    const broken = breaks.shift();
    if (broken === "before") throw new Error("ECONNRESET");
    if (!posted.some((one) => one.nonce === nonce)) posted.push({ to, text: sayInFrench(message), nonce });
    if (broken === "after") throw new Error("ECONNRESET");
    return "sent" as const;
  };
  return {
    posted,
    closed,
    gone,
    breaks,
    tell: async ({ person }, message, nonce) =>
      gone.has(person) ? "gone" : closed.has(person) ? "closed" : accept(person, message, nonce),
    post: async ({ channel, person }, message, nonce) => {
      return channel === staffRoom ? accept(`${channel} ${person}`, message, nonce) : "missing";
    },
  };
}

export function sayInFrench(message: Message): string {
  return message.map(({ text, command }) => [text.fr, command].filter(Boolean).join(" → ")).join("\n");
}

export interface Logged {
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

/** Everything the notices need, the clock in hand. */
export interface TestPorts extends NoticePorts {
  readonly logged: Logged[];
  setClock(now: Instant): void;
}

export function portsOn(database: Database, messenger: Messenger = fakeDiscord()): TestPorts {
  let now: Instant = morning;
  const logged: Logged[] = [];
  return {
    database,
    messenger,
    dayOf,
    clock: () => now,
    setClock: (at) => {
      now = at;
    },
    logged,
    log: {
      info: (fields, message) => void logged.push({ message, fields }),
      error: (_error, fields, message) => void logged.push({ message, fields }),
    },
  };
}

/** A quote of the clerk's that the candidate has had since the 2nd: to be called back on the 5th and on the 9th. */
export const aSentQuote = (changes: Parameters<typeof aQuote>[0] = {}) =>
  aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-02", enteredBy: [clerk], ...changes });

/** A provider, its clerk, and a quote that waits for the candidate. */
export async function found(database: Database, options: Founding = {}): Promise<void> {
  const { settings = {}, submittedOn = "2026-11-02", older = false, workspace = guild } = options;
  await write(
    database,
    async (store) => {
      await store.providers.save(aProvider({ settings }));
      await store.grants.save(aGrant({ person: clerk }));
      await store.quotes.save(aSentQuote({ submittedOn }));
      if (older) await store.quotes.save(aSentQuote({ reference: "DEV-2026-0009", submittedOn: "2026-10-01" }));
    },
    { workspace },
  );
}

export interface Founding {
  readonly workspace?: string;
  readonly settings?: object;
  /** Long ago, no reminder is news any more: the digest alone speaks of the quote. */
  readonly submittedOn?: string;
  /** A second quote, sent long ago: on a day of a reminder, the digest has something to say too. */
  readonly older?: boolean;
}

export function change(database: Database, body: (store: Store) => Promise<unknown>): Promise<void> {
  return write(database, body);
}

/** Everything planned and not settled, left as it is. */
export function plannedIn(database: Database): Promise<readonly ClaimedNotice[]> {
  const someday = "2099-01-01T00:00:00.000Z";
  return database.notices.claim(someday, someday, 1000);
}

export { aGrant, aProvider, aQuote, lyon, nantes };
