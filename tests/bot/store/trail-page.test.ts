import { type AuditEntry, type AuditHead, appendEntry } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../../packages/bot/src/store/audit-rows.js";
import { chainedDetails, followPage } from "../../../packages/bot/src/store/trail-page.js";
import { sha256 } from "./fixtures.js";

const odd = fc.constantFrom("", " ", '"', "\\", "\u001f", "é", "\u2028", '","', "a,b", "}", "{", "[", "0", "-0", "1e3", "\n");
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  odd,
  fc.tuple(odd, fc.string({ maxLength: 4 }), odd).map((parts) => parts.join("")),
);
const key = fc.oneof(fc.stringMatching(/^[A-Za-z][\w-]{0,6}$/), text, fc.constantFrom("1", "10", "__proto__", "constructor"));
const value = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(1e21, -0, 0.1, 999_999_999_999_999));
const details = fc.dictionary(key, value, { maxKeys: 4 });

/** As the chain writes details: the plain way, which the quick one is held to. */
const chained = (of: AuditEntry["details"]) => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

describe("details read the quick way", () => {
  it("are as the plain way writes them, or left to it", () => {
    fc.assert(
      fc.property(details, (of) => {
        const stored = canonical(of);
        const quick = chainedDetails(stored);
        if (quick !== undefined) expect(quick).toBe(chained(JSON.parse(stored)));
      }),
      { numRuns: 3000 },
    );
  });

  it("are never read from a text that is not the one that would be stored", () => {
    const edited = fc.tuple(details, fc.nat(60), odd).map(([of, at, put]) => {
      const stored = canonical(of);
      return stored.slice(0, at % (stored.length + 1)) + put + stored.slice((at % (stored.length + 1)) + (at % 2));
    });
    fc.assert(
      fc.property(edited, (stored) => {
        if (chainedDetails(stored) !== undefined) expect(canonical(JSON.parse(stored))).toBe(stored);
      }),
      { numRuns: 3000 },
    );
  });

  it("of every day are read", () => {
    for (const of of [{}, { version: 1 }, { errors: "quote.field-missing", ok: true, upTo: 12 }])
      expect(chainedDetails(canonical(of))).toBe(chained(of));
    for (const stored of ['{"a":1,}', '{"b":1,"a":2}', '{"a":1,"a":1}', '{"a":01}', '{"a":-0}', '{"a":1}x', '{"a": 1}', "{", "[]", ""]) {
      expect(chainedDetails(stored)).toBeUndefined();
    }
  });
});

describe("a page", () => {
  const event = fc.record({ actor: text, act: text, object: text, at: text, details });

  it("is followed only to where the plain way leads", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 4 }), fc.nat(400), odd, (events, place, put) => {
        const entries: AuditEntry[] = [];
        for (const one of events) {
          const stored = JSON.parse(canonical(one.details)) as AuditEntry["details"];
          entries.push(appendEntry(entries.at(-1), { workspace: "w", outcome: "done", ...one, details: stored }, sha256));
        }
        const sound = pageText(entries);
        const reached = follow(sound, entries.length);
        if (reached !== undefined) expect(reached).toEqual({ sequence: entries.length, hash: entries.at(-1)?.hash });
        const at = place % sound.length;
        const touched = sound.slice(0, at) + put + sound.slice(at + 1);
        if (touched !== sound) expect(follow(touched, entries.length)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it("of plain entries is followed", () => {
    const plain = fc.record({ actor: fc.stringMatching(/^[a-z0-9.-]{0,9}$/), object: fc.stringMatching(/^[A-Z0-9 -]{0,9}$/) });
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (events) => {
        const entries: AuditEntry[] = [];
        for (const one of events) {
          const rest = {
            workspace: "w",
            outcome: "done",
            at: "2026-11-20T09:00:00.000Z",
            act: "devis.voir",
            details: { version: 1 },
          } as const;
          entries.push(appendEntry(entries.at(-1), { ...rest, ...one }, sha256));
        }
        expect(follow(pageText(entries), entries.length)?.sequence).toBe(entries.length);
      }),
    );
  });
});

function follow(texts: string, count: number): AuditHead | undefined {
  return followPage({ texts, count, last: count, plain: 1 }, { sequence: 0, hash: "" }, "w", sha256);
}

/** As the database writes a page. */
function pageText(entries: readonly AuditEntry[]): string {
  return entries
    .map(({ sequence, at, actor, act, object, outcome, details: of, previous, hash }) =>
      [previous, `${sequence},"${at}","${actor}","${act}","${object}","${outcome}",`, canonical(of), hash].join("\u001f"),
    )
    .join("\u001f");
}
