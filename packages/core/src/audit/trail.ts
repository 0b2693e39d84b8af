import type { Instant } from "../shared/calendar.js";
import type { Path } from "../shared/problem.js";
import { type ProblemOf, raise, refusal } from "../shared/rules.js";

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

export const auditRules = {
  "audit.entry-altered": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `L'entrée n° ${sequence} du journal a été modifiée après coup.`,
      why: "Le journal ne prouve plus rien à partir de cette entrée.",
      mend: "Conservez le fichier tel quel, restaurez la dernière sauvegarde vérifiée et prévenez le RGC.",
    }),
  }),
  "audit.entry-missing": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `L'entrée n° ${sequence} du journal manque ou n'est pas à sa place.`,
      why: "Des actes ont pu être effacés, ajoutés ou déplacés.",
      mend: "Conservez le fichier tel quel, restaurez la dernière sauvegarde vérifiée et prévenez le RGC.",
    }),
  }),
  "audit.head-differs": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `Le journal ne contient plus l'empreinte relevée à l'entrée n° ${sequence}.`,
      why: "Il a été coupé ou réécrit depuis ce relevé.",
      mend: "Comparez avec la sauvegarde du jour du relevé et prévenez le RGC.",
    }),
  }),
};
export type AuditProblem = ProblemOf<typeof auditRules>;

/** Chains an event behind the head. */
export function appendEntry(head: AuditHead | undefined, event: AuditEvent, digest: Digest): AuditEntry {
  const sequence = (head?.sequence ?? 0) + 1;
  const previous = head?.hash ?? "";
  return { ...event, sequence, previous, hash: digest(previous + chainedText(event, sequence)) };
}

/**
 * Recomputes a trail and names the first entry that does not hold. A cut tail leaves a sound chain: only a head kept
 * elsewhere (`anchor`) shows it.
 */
export function verifyTrail(entries: Iterable<AuditEntry>, digest: Digest, anchor?: AuditHead): readonly AuditProblem[] {
  let head: AuditHead | undefined;
  let anchored = anchor === undefined;
  for (const entry of entries) {
    const expected = appendEntry(head, entry, digest);
    const path: Path = [entry.sequence];
    if (entry.sequence !== expected.sequence) return [raise(auditRules, "audit.entry-missing", path, { sequence: expected.sequence })];
    if (entry.previous !== expected.previous || entry.hash !== expected.hash) {
      return [raise(auditRules, "audit.entry-altered", path, { sequence: entry.sequence })];
    }
    head = { sequence: entry.sequence, hash: entry.hash };
    if (anchor !== undefined && anchor.sequence === head.sequence && anchor.hash === head.hash) anchored = true;
  }
  return anchored || anchor === undefined
    ? []
    : [raise(auditRules, "audit.head-differs", [anchor.sequence], { sequence: anchor.sequence })];
}

/** The text that is hashed: every stored column, in a fixed order. */
function chainedText(event: AuditEvent, sequence: number): string {
  const details = Object.entries(event.details).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([event.workspace, sequence, event.at, event.actor, event.act, event.object, event.outcome, details]);
}
