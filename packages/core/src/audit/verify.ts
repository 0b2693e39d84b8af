import type { IsoDate } from "../shared/calendar.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { excerpt } from "../shared/text.js";
import { type Checkpoint, checkpointOf } from "./checkpoint.js";
import { type AuditProblem, auditRules } from "./rules.js";
import { type AuditEntry, type AuditHead, appendEntry, type Digest } from "./trail.js";

/**
 * Recomputes a trail and names the first entry that does not hold. A cut tail leaves a sound chain: only a head kept
 * elsewhere (`anchor`) shows it.
 */
export function verifyTrail(entries: Iterable<AuditEntry>, digest: Digest, anchor?: AuditHead): readonly AuditProblem[] {
  let opening: AuditHead | undefined;
  let head: AuditHead | undefined;
  let there: AuditHead | undefined;
  const checkpoints: Checkpoint[] = [];
  for (const entry of entries) {
    opening ??= openingOf(entry);
    const problem = checkLink(head ?? opening, entry, digest);
    if (problem !== undefined) return [problem];
    head = { sequence: entry.sequence, hash: entry.hash };
    const checkpoint = checkpointOf(entry);
    if (checkpoint !== undefined) checkpoints.push(checkpoint);
    if (anchor?.sequence === head.sequence) there = head;
  }
  const broken = checkOpening(opening, checkpoints);
  if (broken !== undefined) return [broken];
  const differs = anchor && checkAnchor(anchor, there, opening, vouching(opening, checkpoints)?.before);
  return differs === undefined ? [] : [differs];
}

/** What the first entry that is left says it follows: nothing, or the last of those removed. */
export function openingOf({ sequence, previous }: Pick<AuditEntry, "sequence" | "previous">): AuditHead {
  return sequence > 1 ? { sequence: sequence - 1, hash: previous } : { sequence: 0, hash: "" };
}

/** Does an entry follow on from the one before, and is it as it was written. */
export function checkLink(head: AuditHead, entry: AuditEntry, digest: Digest): AuditProblem | undefined {
  const expected = appendEntry(head, entry, digest);
  const path = [entry.sequence];
  if (entry.sequence !== expected.sequence) return raise(auditRules, "audit.entry-missing", path, { sequence: expected.sequence });
  if (entry.previous === expected.previous && entry.hash === expected.hash) return undefined;
  return raise(auditRules, "audit.entry-altered", path, { sequence: entry.sequence });
}

/** A trail that begins later than its first entry must be vouched for by a checkpoint among what is left. */
export function checkOpening(opening: AuditHead | undefined, checkpoints: readonly Checkpoint[]): AuditProblem | undefined {
  if (opening === undefined || opening.sequence === 0 || vouching(opening, checkpoints) !== undefined) return undefined;
  const removed = checkpoints.map(({ last }) => last.sequence).filter((sequence) => sequence < opening.sequence);
  const sequence = Math.max(0, ...removed) + 1;
  return raise(auditRules, "audit.entry-missing", [opening.sequence + 1], { sequence });
}

/** The checkpoint that removed all that stood before the opening. */
export function vouching(opening: AuditHead | undefined, checkpoints: readonly Checkpoint[]): Checkpoint | undefined {
  return checkpoints.find(({ last }) => last.sequence === opening?.sequence && last.hash === opening.hash);
}

/** Compares a head kept elsewhere with what a sound trail holds in that place (`there`). `before`: the day of the checkpoint. */
export function checkAnchor(
  anchor: AuditHead,
  there: AuditHead | undefined,
  opening: AuditHead | undefined,
  before: IsoDate | undefined,
): AuditProblem | undefined {
  const { sequence } = anchor;
  if ([there, opening].some((head) => head?.sequence === sequence && head.hash === anchor.hash)) return undefined;
  const isGone = before !== undefined && opening !== undefined && sequence < opening.sequence;
  return isGone
    ? raise(auditRules, "audit.head-purged", [sequence], { sequence, before })
    : raise(auditRules, "audit.head-differs", [sequence], { sequence });
}

/** `42:9f3a…`: a head on one line, to be kept elsewhere. */
export function writeHead({ sequence, hash }: AuditHead): string {
  return `${sequence}:${hash}`;
}

/** Reads a head as it was written, or as it was copied: blanks, capitals and quotes around it do not count. */
export function readHead(text: string): Result<AuditHead, AuditProblem> {
  const [, sequence, hash = ""] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.toLowerCase().replace(/[\s"'«»`]/g, "")) ?? [];
  if (sequence === undefined || Number(sequence) === 0) {
    return failure(raise(auditRules, "audit.head-unreadable", [], { value: excerpt(text) }));
  }
  return success({ sequence: Number(sequence), hash });
}
