import { createHash } from "node:crypto";
import { type AuditEntry, type AuditEvent, appendEntry } from "@kairos/core";

/** SHA-256, as the desk uses it. */
export function crypt(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A sound trail of so many acts. */
export function trailOf(length: number, event: (index: number) => Partial<AuditEvent> = () => ({})): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < length; index++) entries.push(appendEntry(entries.at(-1), { ...anAct(index), ...event(index) }, crypt));
  return entries;
}

function anAct(index: number): AuditEvent {
  return {
    workspace: "W-1",
    at: `2026-11-16T09:00:${index.toString().padStart(2, "0")}.000Z`,
    actor: "P-lea",
    act: "devis.soumettre",
    object: `DEV-2026-${(index + 1).toString().padStart(4, "0")}`,
    outcome: "done",
    details: { version: 1, status: "awaiting-candidate" },
  };
}
