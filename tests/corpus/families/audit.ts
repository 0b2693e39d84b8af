import { type AuditEntry, checkpointAct, readHead, verifyTrail, writeHead } from "@kairos/core";
import { crypt } from "../../examples/trail.js";
import type { Random } from "../../trust/random.js";
import { problemsOf } from "../problems.js";
import { faultsIn } from "../seeded.js";
import { oneLess } from "../slips.js";
import { chained, trailOf } from "../trail.js";
import type { FaultsOf } from "./index.js";

const inTrail = faultsIn(trailOf, ({ entries, anchor }) => verifyTrail(entries, crypt, anchor));
/** Somebody writes into the file that holds the trail. */
const entries = (change: (kept: readonly AuditEntry[], random: Random) => readonly AuditEntry[]) =>
  inTrail(({ entries: kept, ...rest }, random) => ({ ...rest, entries: change(kept, random) }));

const inHead = faultsIn(
  (dossier) => writeHead(trailOf(dossier).anchor),
  (text) => problemsOf(readHead(text)),
);

export const heldOfAudit = {
  "audit.dates-order": "tests/bot/journal.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"audit">, string>>;

export const auditFaults: Omit<FaultsOf<"audit">, keyof typeof heldOfAudit> = {
  "audit.entry-altered": entries((kept, random) => {
    const at = random.int(kept.length);
    const changed = random.pick<Partial<AuditEntry>>([
      { actor: "karim" },
      { object: "DEV-2026-9999" },
      { outcome: "refused" },
      { at: "2026-01-01T00:00:00.000Z" },
      { details: {} },
    ]);
    return kept.map((entry, index) => (index === at ? { ...entry, ...changed } : entry));
  }),
  "audit.entry-missing": entries((kept, random) => {
    const at = random.int(kept.length - 1);
    const [one, next] = [kept[at], kept[at + 1]];
    const isMoved = one !== undefined && next !== undefined && at > 0 && random.chance(0.4);
    return isMoved ? kept.with(at, next).with(at + 1, one) : kept.toSpliced(at, 1);
  }),
  /** The end is missing, or was written again: the chain holds, and is another one. */
  "audit.head-differs": inTrail(({ entries: kept, anchor }, random) => {
    if (random.chance(0.4)) return { entries: kept, anchor: { ...anchor, sequence: anchor.sequence + 2 + random.int(9) } };
    const at = 1 + random.int(kept.length - 2);
    const said = random.pick(["karim", "omar", "julie"]);
    const again = kept.slice(at).map((entry) => (entry.act === checkpointAct ? entry : { ...entry, actor: said }));
    return { entries: [...kept.slice(0, at), ...chained(kept[at - 1], again)], anchor };
  }),
  "audit.head-purged": inTrail(({ entries: kept }, random) => {
    const hash = Array.from({ length: 64 }, () => random.int(16).toString(16)).join("");
    return { entries: kept, anchor: { sequence: 1, hash } };
  }),
  "audit.head-unreadable": inHead((text, random) => {
    const [sequence = "", hash = ""] = text.split(":");
    return random.pick([
      `${sequence}:${oneLess(hash, random)}`,
      `${sequence} ${hash}`,
      hash,
      `${sequence}:${hash.slice(0, 12)}…`,
      `0:${hash}`,
    ]);
  }),
};
