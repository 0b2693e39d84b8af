import type { Instant } from "../shared/calendar.js";

/** One act. Names and other personal values stay out: persons and things are written as references. */
export interface AuditEvent {
  readonly workspace: string;
  readonly at: Instant;
  /** Reference of the person. */
  readonly actor: string;
  /** What was asked, as `devis.soumettre`. */
  readonly act: string;
  /** Reference of the thing acted upon. */
  readonly object: string;
  readonly outcome: "done" | "refused" | "failed";
  /** Codes, references and digests only. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditEntry extends AuditEvent {
  /** 1 for the first entry, then without a gap. */
  readonly sequence: number;
  /** Hash of the entry before, empty for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Where a trail stands: what is printed on documents and can be kept elsewhere. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** A digest of text, as hexadecimal: SHA-256 in the desk. Injected, so that core stays pure. */
export type Digest = (text: string) => string;

/** Chains an event behind the head. */
export function appendEntry(head: AuditHead | undefined, event: AuditEvent, digest: Digest): AuditEntry {
  const sequence = (head?.sequence ?? 0) + 1;
  const previous = head?.hash ?? "";
  return { ...event, sequence, previous, hash: digest(previous + chainedText(event, sequence)) };
}

/** The text that is hashed: every stored column, in a fixed order. */
function chainedText(event: AuditEvent, sequence: number): string {
  const details = Object.entries(event.details).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([event.workspace, sequence, event.at, event.actor, event.act, event.object, event.outcome, details]);
}
