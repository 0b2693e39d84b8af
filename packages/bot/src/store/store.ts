import type {
  AccessReview,
  Account,
  Attachment,
  AuditEntry,
  AuditEvent,
  AuditHead,
  Grant,
  Instant,
  IsoDate,
  Language,
  Membership,
  OwnProfile,
  Provider,
  Siret,
  Trainee,
} from "@kairos/core";
import type { ReferenceKind } from "../option.js";
import type { Reply } from "../reply.js";
import type { Attendance, Works } from "./attendance-words.js";
import type { AuditFilter, AuditUsage, Trails } from "./audit-words.js";
import type { Drafts, KeptNotice, Notices, PlannedNotice } from "./chat.js";
import type { Incidents } from "./incident-words.js";
import type { Invoicing } from "./invoice-words.js";
import type { Personal } from "./personal-words.js";
import type { Planning } from "./planning-words.js";
import type { Quoting } from "./quote-words.js";

export type { FactChange, FormerFact, HalfDayFilter, InterruptedWork, TraineeSlot } from "./attendance-words.js";
export type { AuditFilter, AuditUsage, TrailVerdict } from "./audit-words.js";
export type { InvoiceFilter, SealedInvoice } from "./invoice-words.js";
export type { PersonalFacts, Removed } from "./personal-words.js";
export type { AppointmentFilter, SeenBooking, SessionFilter } from "./planning-words.js";
export type { QuoteFilter, QuoteVersion } from "./quote-words.js";

/** Somebody of the workspace: a Discord user id or a console name, and how to call them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Everything one workspace keeps, inside one transaction. Rows of other workspaces cannot be reached from it. What has
 * an establishment is limited to those the actor may act for.
 */
export interface Store extends Quoting, Planning, Attendance, Invoicing, Incidents {
  readonly people: {
    get(id: string): Promise<Person | undefined>;
    /** By id, or by name without accents and case when one person only has it. */
    find(nameOrId: string): Promise<Person | undefined>;
    save(person: Person): Promise<void>;
    list(): Promise<readonly Person[]>;
  };
  readonly providers: {
    get(siret: Siret): Promise<Provider | undefined>;
    list(): Promise<readonly Provider[]>;
    save(provider: Provider): Promise<void>;
    /** Adds an establishment with its first grant, beyond the scope: nobody can hold a right for it yet. False when it is there already. */
    open(provider: Provider, first: Grant): Promise<boolean>;
  };
  readonly memberships: {
    get(siret: Siret): Promise<Membership | undefined>;
    list(): Promise<readonly Membership[]>;
    save(membership: Membership): Promise<void>;
  };
  readonly grants: {
    get(id: string): Promise<Grant | undefined>;
    of(person: string): Promise<readonly Grant[]>;
    list(): Promise<readonly Grant[]>;
    save(grant: Grant): Promise<void>;
    /** Does somebody hold a grant that stands, for some establishment out of scope: nothing more of it is told. */
    standsElsewhere(person: string, on: IsoDate): Promise<boolean>;
  };
  readonly ownProfiles: {
    list(): Promise<readonly OwnProfile[]>;
    save(profile: OwnProfile): Promise<void>;
  };
  readonly accounts: {
    get(person: string): Promise<Account | undefined>;
    list(): Promise<readonly Account[]>;
    save(account: Account): Promise<void>;
  };
  readonly accessReviews: {
    get(id: string): Promise<AccessReview | undefined>;
    list(): Promise<readonly AccessReview[]>;
    save(review: AccessReview): Promise<void>;
  };
  readonly trainees: {
    get(id: string): Promise<Trainee | undefined>;
    save(trainee: Trainee): Promise<void>;
    list(filter?: { readonly ids?: readonly string[]; readonly search?: string; readonly limit?: number }): Promise<readonly Trainee[]>;
    /**
     * Whom a text may name that holds these words, each folded as `nameWordsIn` folds: trainees by their last name, and first
     * names alone.
     */
    namedBy(words: readonly string[], siret: Siret): Promise<readonly Pick<Trainee, "firstName" | "lastName">[]>;
    /** The records that name an account of the chat. */
    ofPerson(person: string): Promise<readonly Trainee[]>;
  };
  readonly personal: Personal;
  readonly attachments: {
    get(id: string): Promise<Attachment | undefined>;
    save(attachment: Attachment): Promise<void>;
    /** Those of one thing, the last added first. */
    of(object: string): Promise<readonly Attachment[]>;
  };
  /** Contents, by their SHA-256 in hexadecimal: the same bytes are kept once. */
  readonly files: {
    put(bytes: Uint8Array): Promise<string>;
    get(digest: string): Promise<Uint8Array | undefined>;
    /** Forgets a content that nothing points at any more, in any establishment. Returns whether it left. */
    drop(digest: string): Promise<boolean>;
  };
  readonly notices: {
    /** Adds those whose key is new; the others were planned already. Returns how many are new. */
    plan(notices: readonly PlannedNotice[]): Promise<number>;
    /** Those of a kind that are not forgotten yet, and what became of each. */
    of(kind: string): Promise<readonly KeptNotice[]>;
  };
  readonly counters: {
    /** The next number of a series, `DEV-2026`: without a gap, because it is taken in the same transaction. */
    next(series: string): Promise<number>;
  };
  readonly audit: {
    head(): Promise<AuditHead | undefined>;
    append(event: Omit<AuditEvent, "workspace">): Promise<AuditEntry>;
    /** In order, by pages, so that a long trail never stands in memory. */
    entries(filter?: { readonly object?: string }): AsyncIterable<AuditEntry>;
    /** The latest first, at most `limit`. */
    search(filter: AuditFilter): Promise<readonly AuditEntry[]>;
    /** The entry with a number, unless it was removed or is yet to come. */
    at(sequence: number): Promise<AuditEntry | undefined>;
    /** Who did what since an instant: how often, and when last. What was refused does not count. */
    usage(since: Instant): Promise<readonly AuditUsage[]>;
  };
}

/** The establishments a store is limited to. */
export type Scope = readonly Siret[] | "all";

/** One transaction under way. */
export interface UnitOfWork {
  store(scope: Scope): Store;
  /**
   * Runs inside a savepoint: when the answer is a refusal or only a preview, or `body` throws, what it wrote is undone and
   * the rest stays.
   */
  attempt(scope: Scope, body: (store: Store) => Promise<Reply>): Promise<Reply>;
}

/** An answer as it was committed. The same delivery, repeated, gets the same. */
export interface Delivery {
  readonly reply: Reply;
  /** The trail's head after the commit. */
  readonly head: AuditHead;
  readonly at: Instant;
  readonly repeated: boolean;
}

export interface DeliveryRequest {
  readonly workspace: string;
  readonly id: string;
  readonly at: Instant;
  /** Long work that `works.begin` marked under the same id: the mark leaves with the commit. */
  readonly isMarked?: true;
  /** Who asks, and which command: an answer is only opened again by whom it was given. */
  readonly actor: string;
  readonly path: string;
}

/** An answer given earlier, with whom it was given to. */
export interface KeptDelivery extends Pick<Delivery, "reply" | "at"> {
  readonly actor: string;
  readonly path: string;
  readonly trace: string;
}

export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

export interface SuggestionQuery {
  readonly workspace: string;
  readonly scope: Scope;
  readonly kind: ReferenceKind;
  readonly typed: string;
  /** Of the labels; French unless said. What is typed is looked for in every language. */
  readonly language?: Language;
}

/** What `dispatch` and the fronts need of the database. */
export interface Database {
  /**
   * Runs `work` in one transaction that first claims the delivery (a write, so that several processes queue instead of
   * failing). When the claim is taken already, the stored answer comes back and `work` does not run. What `work`
   * returns is stored and committed with everything it wrote; when it throws, nothing is.
   */
  deliver(request: DeliveryRequest, work: (unit: UnitOfWork) => Promise<Reply>): Promise<Delivery>;
  /** An answer given earlier in this workspace, unless it was forgotten. */
  recall(workspace: string, id: string): Promise<KeptDelivery | undefined>;
  readonly drafts: Drafts;
  readonly notices: Notices;
  readonly trails: Trails;
  readonly works: Works;
  /** Reads without a trace: completion, start-up checks. */
  read<T>(workspace: string, scope: Scope, work: (store: Store) => Promise<T>): Promise<T>;
  /** At most 25 references that match what is typed so far (accents and case folded), with the words to show beside. */
  suggest(query: SuggestionQuery): Promise<readonly Suggestion[]>;
  /** Forgets stored answers, drafts and sent notices older than an instant: they may hold names. Returns how many. */
  forget(before: Instant): Promise<number>;
  /** Takes what was erased out of the free space of the file and its log. False when it must be tried again. */
  purge(): Promise<boolean>;
  /** The connection's settings, read back: journal mode, synchronous, foreign keys, busy timeout. */
  settings(): Promise<Readonly<Record<string, string | number>>>;
  close(): Promise<void>;
}
