import { type AuditEntry, type AuditEvent, type AuditHead, addDays, appendEntry, prepareCheckpoint } from "@kairos/core";
import { crypt } from "../examples/trail.js";
import { numberOf } from "./number.js";
import type { Dossier } from "./seeded.js";

/** A trail as it is kept, and a head of it that was noted elsewhere. */
export interface Trail {
  readonly entries: readonly AuditEntry[];
  readonly anchor: AuditHead;
}

/** Events written one behind the other. */
export function chained(head: AuditEntry | undefined, events: readonly AuditEvent[]): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const event of events) entries.push(appendEntry(entries.at(-1) ?? head, event, crypt));
  return entries;
}

/** What was done with the dossier's quote, the first acts removed at the end of their retention; its head noted two acts ago. */
export function trailOf(dossier: Dossier): Trail {
  const { quote, session, today } = dossier.situation;
  const workspace = `W-${numberOf(dossier)}`;
  const acts = [
    "organisme.demarrer",
    "session.creer",
    "stagiaire.creer",
    "devis.creer",
    "devis.frais",
    "devis.verifier",
    "devis.soumettre",
    "devis.voir",
  ];
  const whole = chained(
    undefined,
    acts.map((act, index) => {
      const at = `${addDays(today, index - 10)}T09:00:00.000Z`;
      const object = act.startsWith("devis") ? quote.reference : act.startsWith("session") ? (session?.reference ?? "") : "";
      return { workspace, at, actor: quote.enteredBy[0] ?? "lea", act, object, outcome: "done", details: { version: quote.version } };
    }),
  );
  const [last, head] = [whole[removed - 1], whole.at(-1)];
  if (last === undefined || head === undefined) throw new Error("nothing to remove");
  const checkpoint = prepareCheckpoint({ last, removed, before: addDays(today, -9) }, `${today}T03:00:00.000Z`);
  const closed = appendEntry(head, { ...checkpoint, workspace }, crypt);
  return { entries: [...whole.slice(removed), closed], anchor: head };
}

const removed = 2;
