import {
  advanceQuote,
  changeQuote,
  hasErrors,
  type Quote,
  type QuoteAction,
  type QuoteSituation,
  quoteStatuses,
  quoteWorkflow,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aProvider, aQuote, aQuoteSituation, today } from "../../examples/index.js";

const at = "2026-11-16T09:00:00Z";
const approval = { version: 1, on: "2026-11-14", recordedBy: "karim", recordedAt: at };
const dearer = (quote: Quote): Quote => ({ ...quote, notes: "Prix revu" });
const change = (quote: Quote, by = "lea") => changeQuote(aQuoteSituation({ quote }), dearer, { by, at });

describe("changing a quote", () => {
  it("changes a draft in place", () => {
    expect(change(aQuote())).toEqual({ ok: true, value: aQuote({ notes: "Prix revu" }) });
  });

  it("opens a new version once the candidate has it, to be approved anew", () => {
    const approved = aQuote({ status: "approved", submittedOn: "2026-11-13", approval });
    expect(change(approved)).toEqual({ ok: true, value: aQuote({ notes: "Prix revu", version: 2 }) });
  });

  it("forgets the decision of the version before", () => {
    const refused = aQuote({ status: "refused", approval, decision: { ...approval, outcome: "refused", reason: "Coût horaire" } });
    expect(change(refused)).toEqual({ ok: true, value: aQuote({ notes: "Prix revu", version: 2 }) });
  });

  it("remembers everybody who had a hand in it, once each", () => {
    const twice = change(aQuote({ enteredBy: ["lea"] }), "sam");
    expect(twice.ok && change(twice.value, "lea")).toMatchObject({ value: { enteredBy: ["lea", "sam"] } });
    const sent = aQuote({ status: "awaiting-candidate", enteredBy: ["lea"] });
    expect(change(sent, "sam")).toMatchObject({ value: { version: 2, enteredBy: ["lea", "sam"] } });
  });

  it("keeps whoever changed it from approving it", () => {
    const changed = change(aQuote({ enteredBy: ["lea"] }), "karim");
    const sent = changed.ok ? { ...changed.value, status: "awaiting-candidate" as const } : aQuote();
    expect(advanceQuote(aQuoteSituation({ quote: sent }), "approve", { by: "karim", at })).toMatchObject({
      ok: false,
      problems: [{ code: "quote.same-person" }],
    });
  });

  it.each(["accepted", "cancelled", "closed"] as const)("is refused once it is %s", (status) => {
    expect(change(aQuote({ status, approval }))).toMatchObject({ ok: false, problems: [{ code: "quote.transition-illegal" }] });
  });

  it("leaves the quote it was given untouched", () => {
    const sent = aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-13" });
    const before = structuredClone(sent);
    change(sent);
    expect(sent).toEqual(before);
  });
});

describe("an action", () => {
  it("is not recorded before it happened", () => {
    const sent = aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-13" });
    const approve = (on: string) => advanceQuote(aQuoteSituation({ quote: sent }), "approve", { by: "karim", at, on });
    expect(approve("2026-11-17")).toMatchObject({ ok: false, problems: [{ code: "quote.act-in-future", params: { on: "2026-11-17" } }] });
    expect(approve("2026-11-16").ok).toBe(true);
  });

  it("does not happen before the last thing that did, whichever it is", () => {
    const days = { submittedOn: "2026-11-10", approval: { ...approval, on: "2026-11-11" }, reviewedOn: "2026-11-13" };
    const accept = (on: string, told: Parameters<typeof aQuote>[0] = {}) =>
      advanceQuote(aQuoteSituation({ quote: aQuote({ status: "under-review", ...days, ...told }) }), "accept", { by: "karim", at, on });
    expect(accept("2026-11-12")).toMatchObject({
      problems: [{ code: "quote.act-too-early", path: ["on"], params: { on: "2026-11-12", lastOn: "2026-11-13" } }],
    });
    expect(accept("2026-11-13").ok).toBe(true);
    expect(accept("2026-11-12", { reviewedOn: undefined }).ok).toBe(true);
    expect(accept("2026-11-13", { approval: { ...approval, on: "2026-11-14" } })).toMatchObject({
      problems: [{ params: { lastOn: "2026-11-14" } }],
    });
    const decided = aQuote({ status: "refused", decision: { ...approval, on: "2026-11-15", outcome: "refused" } });
    expect(advanceQuote(aQuoteSituation({ quote: decided }), "close", { by: "karim", at, on: "2026-11-14" })).toMatchObject({
      problems: [{ params: { lastOn: "2026-11-15" } }],
    });
  });

  it("says where in the quote it is refused", () => {
    const place = (quote: Quote, action: QuoteAction, told: object = {}) => {
      const result = advanceQuote(aQuoteSituation({ quote }), action, { by: "lea", at, ...told });
      return result.ok ? [] : result.problems.map(({ code, path }) => [code, ...path]);
    };
    const sent = aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-13", enteredBy: ["lea"] });
    expect(place(aQuote(), "accept")).toEqual([["quote.transition-illegal", "status"]]);
    expect(place(sent, "approve", { on: "2026-11-17" })).toEqual([["quote.act-in-future", "on"]]);
    expect(place(sent, "approve")).toEqual([["quote.same-person", "enteredBy"]]);
    expect(place({ ...sent, validUntil: today }, "expire")).toEqual([["quote.not-expired", "validUntil"]]);
    expect(place({ ...sent, validUntil: "2026-11-15" }, "expire")).toEqual([]);
    expect(place({ ...sent, validUntil: undefined }, "expire")).toEqual([]);
  });

  it("records who, when and for which version", () => {
    const sent = aQuote({ status: "awaiting-candidate", version: 3 });
    expect(advanceQuote(aQuoteSituation({ quote: sent }), "approve", { by: "karim", at, on: "2026-11-15" })).toMatchObject({
      value: { status: "approved", approval: { version: 3, on: "2026-11-15", recordedBy: "karim", recordedAt: at } },
    });
    expect(advanceQuote(aQuoteSituation({ quote: sent }), "decline", { by: "karim", at, reason: "Trop loin" })).toMatchObject({
      value: { status: "declined", decision: { version: 3, on: today, outcome: "declined", reason: "Trop loin" } },
    });
  });

  it("is not submitted with an error, and says which", () => {
    const result = advanceQuote(aQuoteSituation({ quote: aQuote({ place: undefined }) }), "submit", { by: "lea", at });
    expect(result).toMatchObject({ ok: false, problems: [{ code: "quote.field-missing" }] });
  });

  it("is submitted with a warning, and on what is not at hand", () => {
    const late = { quote: aQuote(), today: "2026-11-30" };
    expect(advanceQuote(late, "submit", { by: "lea", at })).toMatchObject({
      value: { status: "awaiting-candidate", submittedOn: "2026-11-30" },
    });
  });
});

/** The step that leads a quote towards its decision. */
const next: Partial<Record<Quote["status"], QuoteAction>> = {
  draft: "submit",
  "awaiting-candidate": "approve",
  approved: "review",
  "under-review": "accept",
};

it("no sequence of actions and changes decides a quote that the candidate has not approved in that very version", () => {
  const forward = Array.from({ length: 20 }, () => "forward" as const);
  const steps = fc.array(
    fc.record({
      action: fc.constantFrom<QuoteAction | "change" | "forward">(...(Object.keys(quoteWorkflow) as QuoteAction[]), "change", ...forward),
      by: fc.constantFrom("lea", "karim", "sam"),
      days: fc.nat({ max: 2 }),
      waived: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (sequence) => {
      let quote = aQuote({ validUntil: "2026-11-17" });
      const approvedVersions = new Set<number>();
      for (const { action: wanted, by, days, waived } of sequence) {
        const action = wanted === "forward" ? (next[quote.status] ?? "change") : wanted;
        const situation: QuoteSituation = aQuoteSituation({
          quote,
          today: `2026-11-${16 + days}`,
          provider: aProvider({ settings: { separationOfDuties: waived ? "waived" : "required" } }),
        });
        const result = action === "change" ? changeQuote(situation, dearer, { by, at }) : advanceQuote(situation, action, { by, at });
        if (!result.ok) {
          expect(hasErrors(result.problems)).toBe(true);
          continue;
        }
        if (action === "approve") approvedVersions.add(quote.version);
        if (action === "approve" && !waived) expect(quote.enteredBy).not.toContain(by);
        quote = result.value;
        reached.add(quote.status);
        if (["approved", "under-review", "accepted", "refused"].includes(quote.status)) {
          expect(quote.approval?.version).toBe(quote.version);
          expect(approvedVersions).toContain(quote.version);
        }
        if (quote.status === "draft") expect(quote.approval).toBeUndefined();
      }
    }),
    { numRuns: 1500 },
  );
  expect([...reached].sort()).toEqual([...quoteStatuses].sort());
});
