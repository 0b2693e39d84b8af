import { advanceQuote, changeQuote, type Quote, type QuoteAct, type QuoteAction, type QuoteSituation } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aQuote, aQuoteSituation, today } from "../../examples/index.js";

const by = "karim";
const at = "2026-11-16T09:00:00Z";
const record = { version: 1, on: "2026-11-14", recordedBy: by, recordedAt: at };
const recordToday = { ...record, on: today };
const stepped = (
  told: Parameters<typeof aQuote>[0],
  action: QuoteAction,
  act: Partial<QuoteAct> = {},
  beside: Partial<QuoteSituation> = {},
) => advanceQuote(aQuoteSituation({ quote: aQuote(told), ...beside }), action, { by, at, ...act });

describe("what a step leaves on a quote", () => {
  const approved = { approval: record };

  it.each<[QuoteAction, Parameters<typeof aQuote>[0] & object, Partial<Quote>]>([
    ["submit", {}, { status: "awaiting-candidate", submittedOn: today }],
    ["approve", { status: "awaiting-candidate" }, { status: "approved", approval: recordToday }],
    ["decline", { status: "awaiting-candidate" }, { status: "declined", decision: { ...recordToday, outcome: "declined" } }],
    ["review", { status: "approved", ...approved }, { status: "under-review", reviewedOn: today }],
    ["accept", { status: "under-review", ...approved }, { status: "accepted", decision: { ...recordToday, outcome: "accepted" } }],
    ["refuse", { status: "under-review", ...approved }, { status: "refused", decision: { ...recordToday, outcome: "refused" } }],
    [
      "request-correction",
      { status: "under-review", ...approved },
      { status: "correction-requested", decision: { ...recordToday, outcome: "correction-requested" } },
    ],
    ["cancel", {}, { status: "cancelled", decision: { ...recordToday, outcome: "cancelled" } }],
    ["expire", { validUntil: "2026-11-15" }, { status: "expired" }],
    ["close", { status: "refused", ...approved }, { status: "closed" }],
    ["revise", { status: "awaiting-candidate" }, { status: "draft", version: 2, enteredBy: ["lea", by] }],
  ])("%s", (action, told, left) => {
    const result = stepped(told, action);
    expect(result).toStrictEqual({ ok: true, value: { ...aQuote(told), ...left } });
  });

  it("is a reason where one is given", () => {
    expect(stepped({}, "cancel", { reason: "Session reportée" })).toStrictEqual({
      ok: true,
      value: aQuote({ status: "cancelled", decision: { ...recordToday, outcome: "cancelled", reason: "Session reportée" } }),
    });
  });
});

describe("a step that is refused says the whole of why", () => {
  const waiting = { status: "awaiting-candidate", submittedOn: "2026-11-13" } as const;
  const severity = "error";

  it.each([
    ["to come", stepped(waiting, "approve", { on: "2026-11-17" }), "quote.act-in-future", ["on"], { on: "2026-11-17" }],
    [
      "before the last",
      stepped(waiting, "approve", { on: "2026-11-12" }),
      "quote.act-too-early",
      ["on"],
      { on: "2026-11-12", lastOn: "2026-11-13" },
    ],
    ["by its author", stepped(waiting, "approve", { by: "lea" }), "quote.same-person", ["enteredBy"], {}],
    [
      "by its author, of a provider nobody knows",
      stepped(waiting, "approve", { by: "lea" }, { provider: undefined }),
      "quote.same-person",
      ["enteredBy"],
      {},
    ],
    ["still valid", stepped({ validUntil: today }, "expire"), "quote.not-expired", ["validUntil"], { validUntil: today }],
    [
      "out of turn",
      stepped({}, "close"),
      "quote.transition-illegal",
      ["status"],
      { action: "close", status: "draft", possible: ["submit", "expire", "cancel"] },
    ],
  ])("%s", (_name, result, code, path, params) => {
    expect(result).toStrictEqual({ ok: false, problems: [{ code, severity, path, params }] });
  });

  it("a quote that is still valid is expired by no other step", () => {
    expect(stepped({ validUntil: today }, "cancel").ok).toBe(true);
  });
});

describe("a change that the candidate does not read", () => {
  const sent = aQuote({ status: "awaiting-candidate", submittedOn: "2026-11-13" });
  const changed = (change: (quote: Quote) => Quote) => changeQuote(aQuoteSituation({ quote: sent }), change, { by, at });

  it("opens no version, and is kept", () => {
    expect(changed((quote) => ({ ...quote, announced: { costCents: 1310_00 } }))).toStrictEqual({
      ok: true,
      value: { ...sent, announced: { costCents: 1310_00 } },
    });
    expect(changed((quote) => quote)).toStrictEqual({ ok: true, value: sent });
  });

  it("opens one when something else changes with it", () => {
    expect(changed((quote) => ({ ...quote, notes: "Prix revu", announced: {} }))).toMatchObject({ value: { status: "draft", version: 2 } });
  });

  it("of a draft names no other author", () => {
    const draft = aQuote({ enteredBy: ["lea"] });
    const result = changeQuote(aQuoteSituation({ quote: draft }), (quote) => ({ ...quote, announced: {} }), { by, at });
    expect(result).toMatchObject({ ok: true, value: { enteredBy: ["lea"] } });
  });
});
