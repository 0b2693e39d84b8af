import type { AuditEntry } from "@kairos/core";

export interface EntryRow extends Omit<AuditEntry, "details"> {
  readonly details: string;
}

/** One text only for the same details: another one in the column is a tampered one. */
export function canonical(details: AuditEntry["details"]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** A row as an entry; what is no canonical text comes out as details that no chain holds. */
export function entryOf(row: EntryRow): AuditEntry {
  return { ...row, details: detailsOf(row.details) };
}

function detailsOf(text: string): AuditEntry["details"] {
  try {
    const details = JSON.parse(text) as AuditEntry["details"];
    if (canonical(details) === text) return details;
  } catch {
    // Not JSON: tampered too.
  }
  return { unreadable: text };
}

/** The text as the database gives it back: it holds neither half of a surrogate pair nor NUL. */
export function storable(text: string): string {
  return Buffer.from(text).toString().replaceAll("\0", "\ufffd");
}
