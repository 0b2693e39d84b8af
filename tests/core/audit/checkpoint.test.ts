import {
  type AuditEntry,
  appendEntry,
  checkAnchor,
  checkOpening,
  checkpointOf,
  keptFrom,
  prepareCheckpoint,
  verifyTrail,
  vouching,
} from "@kairos/core";
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

describe("a checkpoint", () => {
  const written = prepareCheckpoint({ last: { sequence: 3, hash: "c3" }, removed: 3, before: "2025-11-16" }, "2026-11-17T03:00:00.000Z");

  it("is an act of the desk upon nothing, and reads back", () => {
    expect(written).toEqual({
      at: "2026-11-17T03:00:00.000Z",
      actor: "kairos",
      act: "journal.point-de-controle",
      object: "",
      outcome: "done",
      details: { upTo: 3, hash: "c3", removed: 3, before: "2025-11-16" },
    });
    expect(checkpointOf(written)).toEqual({ last: { sequence: 3, hash: "c3" }, removed: 3, before: "2025-11-16" });
  });

  it.each<readonly [string, object]>([
    ["somebody else's", { actor: "P-lea" }],
    ["another act", { act: "journal.verifier" }],
    ...Object.keys(written.details).flatMap((detail) => [
      [`without ${detail}`, { details: Object.fromEntries(Object.entries(written.details).filter(([key]) => key !== detail)) }] as const,
      [`whose ${detail} is of another kind`, { details: { ...written.details, [detail]: true } }] as const,
    ]),
  ])("is none when it is %s", (_, change) => {
    expect(checkpointOf({ ...written, ...change })).toBeUndefined();
  });

  it("vouches for the opening that has its number and its hash, and no other", () => {
    const [checkpoint] = [checkpointOf(written)].filter((one) => one !== undefined);
    const checkpoints = checkpoint ? [checkpoint] : [];
    expect(vouching({ sequence: 3, hash: "c3" }, checkpoints)).toBe(checkpoint);
    for (const opening of [undefined, { sequence: 3, hash: "c4" }, { sequence: 4, hash: "c3" }]) {
      expect(vouching(opening, checkpoints)).toBeUndefined();
    }
  });

  it.each([
    [2, 3],
    [4, 5],
    [5, 1],
    [9, 1],
  ])("up to entry %i, for a trail that begins behind entry 5, leaves entry %i the first that is missing", (last, missing) => {
    const checkpoint = { last: { sequence: last, hash: "forged" }, removed: last, before: "2025-11-16" };
    expect(checkOpening({ sequence: 5, hash: "c5" }, [checkpoint])).toMatchObject({ path: [6], params: { sequence: missing } });
  });

  it("gone for a head kept elsewhere is what a checkpoint vouches for, and that alone", () => {
    const [kept, opening] = [
      { sequence: 2, hash: "a2" },
      { sequence: 3, hash: "c3" },
    ];
    expect(checkAnchor(kept, undefined, opening, "2025-11-16")?.code).toBe("audit.head-purged");
    expect(checkAnchor(kept, undefined, opening, undefined)?.code).toBe("audit.head-differs");
    expect(checkAnchor(kept, undefined, undefined, "2025-11-16")?.code).toBe("audit.head-differs");
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

  it("does not depend on the order in which the days are given", () => {
    expect(keptFrom("2026-11-16", [...worked].reverse(), 12)).toBe("2025-11-12");
  });

  it("is everything while the trail shows too few days of work", () => {
    expect(keptFrom("2026-11-16", worked.slice(1), 12)).toBeUndefined();
    expect(keptFrom("2026-11-16", [], 12)).toBeUndefined();
  });
});
