import { createHash } from "node:crypto";
import { type AuditEntry, type AuditEvent, appendEntry, prepareCheckpoint } from "@kairos/core";

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

/** As `trailOf`, its first `removed` entries gone and vouched for, one more act behind the checkpoint. */
export function closedTrail(length: number, removed: number): readonly AuditEntry[] {
  const whole = trailOf(length);
  const [last, head] = [whole[removed - 1], whole.at(-1)];
  if (last === undefined || head === undefined) throw new Error("There is nothing to remove");
  const checkpoint = prepareCheckpoint({ last, removed, before: "2025-11-16" }, "2026-11-17T03:00:00.000Z");
  const closed = appendEntry(head, { ...checkpoint, workspace: head.workspace }, crypt);
  return [...whole.slice(removed), closed, appendEntry(closed, anAct(length + 1), crypt)];
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
