import type { Instant } from "@kairos/core";

/** A file and where it can be fetched, as a chat tells it: to be believed in nothing. */
export interface AnnouncedFile {
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** What somebody has begun to fill in, between two forms. */
export interface Draft {
  readonly id: string;
  readonly actor: string;
  readonly path: string;
  readonly at: Instant;
  /** Options given so far, as text, under their French names. */
  readonly values: Readonly<Record<string, string>>;
  /** What the desk had when the form opened: shown in its fields, and only sent on when it is changed. */
  readonly known: Readonly<Record<string, string>>;
  /** Files pointed at, not fetched yet, under the names of their options. */
  readonly files: Readonly<Record<string, AnnouncedFile>>;
  /** French names of the options each step asks. */
  readonly steps: readonly (readonly string[])[];
  /** Grows with each attempt, so that the same one sent twice acts once. */
  readonly attempt: number;
  /** Which delivery makes which attempt, noted before it is made: given again, it gets the same answer. */
  readonly tried?: { readonly by: string; readonly attempt: number };
  /** Done: nothing of what was filled in is left, and nothing more is taken from it. */
  readonly ended?: true;
}

/** A message to be sent once, when due. */
export interface PlannedNotice {
  /** The same for the same news: it is planned once, however often it is found. */
  readonly key: string;
  readonly kind: string;
  /** Who is told. */
  readonly person: string;
  readonly dueAt: Instant;
  /** After that, it is no news any more. */
  readonly until: Instant;
  /** What it speaks of: references, counts and days, never a name. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A notice that was planned, and what became of it: nothing yet, told to the person, said in the staff channel, or never. */
export interface KeptNotice extends PlannedNotice {
  readonly outcome?: NoticeOutcome;
}
export type NoticeOutcome = "sent" | "staff" | "dropped";

/** A notice this process has taken upon itself to send. */
export interface ClaimedNotice extends PlannedNotice {
  readonly workspace: string;
  /** Distinguishes the message among all: at most 25 letters. */
  readonly nonce: string;
}

/** The drafts of every workspace. */
export interface Drafts {
  get(workspace: string, id: string): Promise<Draft | undefined>;
  /** Keeps a new one; the same delivered again changes nothing. */
  begin(workspace: string, draft: Draft): Promise<void>;
  save(workspace: string, draft: Draft): Promise<void>;
  remove(workspace: string, id: string): Promise<void>;
}

/** The messages to send, of every workspace. */
export interface Notices {
  /** Every workspace that has a provider. */
  workspaces(): Promise<readonly string[]>;
  plan(workspace: string, notices: readonly PlannedNotice[]): Promise<number>;
  /** Takes those that are due and not sent: one process only gets each, again after `retryAt` when it said nothing more. */
  claim(now: Instant, retryAt: Instant, most: number): Promise<readonly ClaimedNotice[]>;
  /** It was sent, or will never be. */
  settle(notice: ClaimedNotice, outcome: NoticeOutcome, at: Instant): Promise<void>;
}
