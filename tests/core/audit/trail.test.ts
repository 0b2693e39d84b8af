import { type AuditEntry, appendEntry, openingOf, verifyTrail } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crypt, trailOf } from "../../examples/trail.js";

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const aTrail = fc
  .record({
    length: fc.integer({ min: 1, max: 12 }),
    actor: text,
    object: text,
    details: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== "__proto__"),
      fc.oneof(text, fc.integer(), fc.boolean()),
      { maxKeys: 4 },
    ),
  })
  .map(({ length, ...event }) => trailOf(length, () => event));
const index = fc.nat({ max: 1000 });
const at = (trail: readonly AuditEntry[], position: number) => position % trail.length;
const codes = (trail: Iterable<AuditEntry>, ...anchor: Parameters<typeof verifyTrail>[2][]) =>
  verifyTrail(trail, crypt, ...anchor).map(({ code }) => code);
const broken = (trail: Iterable<AuditEntry>) => expect(codes(trail)).toHaveLength(1);

describe("a trail nobody touched", () => {
  it("holds, however long and whatever it says", () => {
    fc.assert(fc.property(aTrail, (trail) => codes(trail, trail.at(-1)).length === 0));
  });

  it("still holds once stored and read again, its details in any order", () => {
    fc.assert(
      fc.property(aTrail, (trail) => {
        const stored = JSON.parse(JSON.stringify(trail)) as AuditEntry[];
        const shuffled = stored.map((entry) => ({ ...entry, details: Object.fromEntries(Object.entries(entry.details).reverse()) }));
        expect(codes(shuffled, trail.at(-1))).toEqual([]);
      }),
    );
  });

  it("is read from anything that can be gone through once, and may be empty", () => {
    expect(codes([])).toEqual([]);
    expect(codes(new Set(trailOf(3)).values())).toEqual([]);
  });

  it("starts at one and follows on from the head alone", () => {
    const [first, second] = trailOf(2);
    expect(first).toMatchObject({ sequence: 1, previous: "" });
    expect(second).toMatchObject({ sequence: 2, previous: first?.hash });
    expect(openingOf({ sequence: 1, previous: "" })).toEqual({ sequence: 0, hash: "" });
    expect(openingOf({ sequence: 2, previous: "c1" })).toEqual({ sequence: 1, hash: "c1" });
    expect(first && second && appendEntry({ sequence: 1, hash: first.hash }, second, crypt)).toEqual(second);
  });
});

it("is hashed as it always was: what providers keep must go on holding", () => {
  const details = { version: 2, status: "approved", amountCents: 119_000, late: false };
  const [first, second] = trailOf(2, () => ({ details }));
  expect([first?.hash, second?.hash]).toEqual([
    "e43a283049b9b28dfc2ba1cc3a0221424d3e318fb04682fc417a0a8268dfe34f",
    "01397d1fc4bb9de480fa9b84b284079a6d1f2b81e3ecf0672961b8dbf598555f",
  ]);
});

describe("a trail somebody touched is found out:", () => {
  const fields = ["workspace", "at", "actor", "act", "object", "outcome", "details", "sequence", "previous", "hash"] as const;

  it("one field of one entry edited", () => {
    fc.assert(
      fc.property(aTrail, index, fc.constantFrom(...fields), (trail, position, field) => {
        const target = at(trail, position);
        broken(trail.map((entry, place) => (place === target ? edited(entry, field) : entry)));
      }),
      { numRuns: 300 },
    );
  });

  it("one detail edited, added or taken away", () => {
    fc.assert(
      fc.property(aTrail, index, text, (trail, position, value) => {
        const target = at(trail, position);
        const altered = trail.map((entry, place) => (place === target ? { ...entry, details: { ...entry.details, added: value } } : entry));
        if ("added" in (trail[target]?.details ?? {})) return;
        broken(altered);
      }),
    );
  });

  it("something said to stand before the first entry, even hashed with it", () => {
    const [first] = trailOf(1);
    if (first === undefined) throw new Error("a trail of one entry has one");
    const { hash } = appendEntry({ sequence: 0, hash: "c0" }, first, crypt);
    expect(codes([{ ...first, previous: "c0", hash }])).toEqual(["audit.entry-altered"]);
  });

  it("a value moved from one field to its neighbour", () => {
    const trail = trailOf(2, () => ({ actor: "ab", object: "c" }));
    broken(trail.map((entry) => ({ ...entry, actor: "a", object: "bc" })));
  });

  it("an entry deleted, unless it is the last", () => {
    fc.assert(
      fc.property(aTrail, index, (trail, position) => {
        const target = at(trail, position);
        const cut = trail.toSpliced(target, 1);
        if (target === trail.length - 1) expect(codes(cut)).toEqual([]);
        else expect(codes(cut)).toEqual(["audit.entry-missing"]);
      }),
    );
  });

  it("an entry inserted, even one that chains to the one before", () => {
    fc.assert(
      fc.property(aTrail, index, (trail, position) => {
        const place = at(trail, position);
        const head = trail[place - 1];
        const [model] = trail;
        if (model === undefined) return;
        const forged = appendEntry(head, { ...model, actor: "P-intrus" }, crypt);
        broken(trail.toSpliced(place, 0, forged));
      }),
    );
  });

  it("two entries swapped", () => {
    fc.assert(
      fc.property(aTrail, index, index, (trail, one, other) => {
        const [a, b] = [at(trail, one), at(trail, other)];
        const [first, second] = [trail[a], trail[b]];
        if (a === b || first === undefined || second === undefined) return;
        broken(trail.with(a, second).with(b, first));
      }),
    );
  });

  it("an entry repeated", () => {
    fc.assert(
      fc.property(aTrail, index, (trail, position) => {
        const place = at(trail, position);
        expect(codes(trail.toSpliced(place, 0, ...trail.slice(place, place + 1)))).toEqual(["audit.entry-missing"]);
      }),
    );
  });

  it("an entry edited and hashed again, the next one tied to it", () => {
    fc.assert(
      fc.property(aTrail, index, (trail, position) => {
        const target = at(trail, position);
        const [entry, following] = trail.slice(target, target + 2);
        if (entry === undefined || following === undefined) return;
        const forged = appendEntry(trail[target - 1], { ...entry, actor: "P-intrus" }, crypt);
        const tied = { ...following, previous: forged.hash };
        expect(codes(trail.with(target, forged).with(target + 1, tied))).toEqual(["audit.entry-altered"]);
      }),
    );
  });

  it("and the first entry that does not hold is named", () => {
    const trail = trailOf(6).map((entry) => (entry.sequence === 4 ? { ...entry, outcome: "refused" as const } : entry));
    expect(verifyTrail(trail, crypt)).toEqual([{ code: "audit.entry-altered", severity: "error", path: [4], params: { sequence: 4 } }]);
  });
});

describe("only a head kept elsewhere", () => {
  it("shows that the tail was cut", () => {
    fc.assert(
      fc.property(aTrail, index, (trail, position) => {
        const cut = trail.slice(0, at(trail, position));
        expect(codes(cut)).toEqual([]);
        expect(codes(cut, trail.at(-1))).toEqual(["audit.head-differs"]);
      }),
    );
  });

  it("shows that the whole was written again", () => {
    const [original, rewritten] = [trailOf(4), trailOf(4, () => ({ actor: "P-intrus" }))];
    expect(codes(rewritten)).toEqual([]);
    expect(codes(rewritten, original.at(2))).toEqual(["audit.head-differs"]);
  });

  it("still holds when the trail has grown since", () => {
    expect(codes(trailOf(9), trailOf(4).at(-1))).toEqual([]);
  });
});

function edited(entry: AuditEntry, field: keyof AuditEntry): AuditEntry {
  const value = entry[field];
  if (field === "details") return { ...entry, details: { ...entry.details, intrus: true } };
  if (field === "outcome") return { ...entry, outcome: value === "done" ? "failed" : "done" };
  return { ...entry, [field]: typeof value === "number" ? value + 1 : `${String(value)}x` };
}
