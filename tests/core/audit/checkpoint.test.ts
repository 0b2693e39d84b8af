import { type AuditEntry, appendEntry, checkpointOf, keptFrom, verifyTrail } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedTrail, crypt, trailOf } from "../../examples/trail.js";

const codes = (trail: Iterable<AuditEntry>, anchor?: Parameters<typeof verifyTrail>[2]) =>
  verifyTrail(trail, crypt, anchor).map(({ code }) => code);
const aClosed = fc
  .integer({ min: 2, max: 12 })
  .chain((length) => fc.integer({ min: 1, max: length }).map((removed) => ({ length, removed, trail: closedTrail(length, removed) })));

describe("a trail whose beginning was removed at its end of retention", () => {
  it("holds, and against a head of what is left, or of the last entry removed", () => {
    fc.assert(
      fc.property(aClosed, ({ length, removed, trail }) => {
        for (const anchor of [undefined, ...trail, trailOf(length)[removed - 1]]) expect(codes(trail, anchor)).toEqual([]);
      }),
    );
  });

  it("says of a head of what was removed that it is gone, and of another that it differs", () => {
    const trail = closedTrail(6, 3);
    expect(codes(trail, trailOf(2).at(-1))).toEqual(["audit.head-purged"]);
    expect(codes(trail, { sequence: 3, hash: "0".repeat(64) })).toEqual(["audit.head-differs"]);
    expect(codes(trail, { sequence: 5, hash: "0".repeat(64) })).toEqual(["audit.head-differs"]);
    expect(codes(trail, { sequence: 9, hash: "0".repeat(64) })).toEqual(["audit.head-differs"]);
  });

  it("does not hold when more was removed than vouched for, or when nothing vouches", () => {
    fc.assert(
      fc.property(aClosed, ({ trail, removed, length }) => {
        for (let more = 1; more < length - removed; more++) {
          expect(verifyTrail(trail.slice(more), crypt)).toMatchObject([{ code: "audit.entry-missing", params: { sequence: removed + 1 } }]);
        }
      }),
    );
    expect(verifyTrail(trailOf(6).slice(3), crypt)).toMatchObject([{ code: "audit.entry-missing", params: { sequence: 1 } }]);
  });

  it("does not hold when the checkpoint says something else, even chained again", () => {
    const trail = closedTrail(6, 3);
    const place = trail.findIndex((entry) => checkpointOf(entry) !== undefined);
    for (const details of [{ upTo: 2 }, { upTo: 4 }, { hash: "0".repeat(64) }, { hash: "" }, { upTo: "3" }, { removed: "3" }]) {
      const forged = trail.map((entry, index) => (index === place ? { ...entry, details: { ...entry.details, ...details } } : entry));
      expect(codes(forged)).toEqual(["audit.entry-altered"]);
      const again: AuditEntry[] = [];
      for (const entry of forged) {
        const [first] = trail;
        const head = again.at(-1) ?? (first && { sequence: first.sequence - 1, hash: first.previous });
        again.push(appendEntry(head, entry, crypt));
      }
      if (!("removed" in details)) expect(codes(again)).toEqual(["audit.entry-missing"]);
    }
  });

  it("is vouched for by the desk only", () => {
    const trail = closedTrail(6, 3);
    const claimed = trail.map((entry) => (checkpointOf(entry) === undefined ? entry : { ...entry, actor: "rgc" }));
    expect(checkpointOf({ actor: "rgc", act: "journal.point-de-controle", details: { upTo: 3 } })).toBeUndefined();
    expect(codes(claimed)).toEqual(["audit.entry-altered"]);
  });
});

describe("what is kept", () => {
  const worked = ["2026-11-12", "2026-11-13", "2026-11-16"];

  it("begins so many months before the third last day of work, the last of a shorter month included", () => {
    expect(keptFrom("2026-11-16", worked, 12)).toBe("2025-11-12");
    expect(keptFrom("2026-11-16", ["2026-08-31", ...worked.slice(1)], 6)).toBe("2026-02-28");
  });

  it("does not follow a clock that jumps ahead, nor what was done under it", () => {
    expect(keptFrom("2036-01-01", worked, 12)).toBe("2025-11-12");
    expect(keptFrom("2036-01-01", [...worked, "2036-01-01"], 12)).toBe("2025-11-13");
    expect(keptFrom("2026-11-17", ["2036-01-01", "2036-01-02", "2036-01-03"], 12)).toBe("2025-11-17");
  });

  it("is everything while the trail shows too few days of work", () => {
    expect(keptFrom("2026-11-16", worked.slice(1), 12)).toBeUndefined();
    expect(keptFrom("2026-11-16", [], 12)).toBeUndefined();
  });
});
