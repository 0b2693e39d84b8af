import {
  type CreditChoice,
  creditLines,
  type Invoice,
  type IssuedInvoice,
  invoiceTotals,
  isWhollyCredited,
  leftToCredit,
  prepareCreditNote,
  releasedClaims,
  stillBilled,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anInvoiceLine, anIssuedInvoice } from "../../examples/index.js";

const at = "2026-12-22T09:00:00.000Z";
const original = anIssuedInvoice() as IssuedInvoice;

/** The credit note that was issued for a choice. */
function credited(invoice: IssuedInvoice, before: readonly Invoice[], choice: CreditChoice): IssuedInvoice {
  const part = creditLines(invoice, before, choice);
  if (!part.ok) throw new Error(part.problems.map(({ code }) => code).join());
  const reference = `PF-2026-1${before.length}`;
  const draft = prepareCreditNote(invoice, part.value, { reference, reason: "Feuille rectifiée", by: "lea", at });
  return { ...draft, status: "issued", issue: { ...invoice.issue, number: `AV-2026-000${before.length + 1}`, series: "AV", at } };
}

const codesOf = (choice: CreditChoice, before: readonly Invoice[] = [], invoice = original) => {
  const part = creditLines(invoice, before, choice);
  return part.ok ? [] : part.problems.map(({ code, params }) => [code, params]);
};
const morning = (day: string) => ({ day, half: "morning" as const });

describe("credit lines", () => {
  it("take the whole back as it was billed, the penalty and the deposits with it", () => {
    const billed = anIssuedInvoice({
      kind: "balance",
      penalty: { amountCents: 4_000, reason: "Retard" },
      deposits: [{ number: "FAC-2026-0000", issuedOn: "2026-11-20", amountCents: 30_000 }],
    }) as IssuedInvoice;
    const note = credited(billed, [], { kind: "whole" });
    expect(invoiceTotals(note)).toEqual(invoiceTotals(billed));
    expect(note.lines).toEqual([{ ...billed.lines[0], creditedLine: 1 }]);
    expect(isWhollyCredited(billed, [note])).toBe(true);
  });

  it("take half-days back in hours, with their days and their proof", () => {
    const note = credited(original, [], { kind: "half-days", traineeId: "T-0007", slots: [morning("2026-12-07"), morning("2026-12-09")] });
    expect(note.lines).toMatchObject([
      {
        unit: "hour",
        quantity: 420,
        unitPriceCents: 1700,
        amountCents: 11_900,
        startsOn: "2026-12-07",
        endsOn: "2026-12-09",
        creditedLine: 1,
      },
    ]);
    expect(note).toMatchObject({ startsOn: "2026-12-07", endsOn: "2026-12-09" });
    expect(releasedClaims(original, [], note).map(({ day, half, reference }) => [day, half, reference])).toEqual([
      ["2026-12-07", "morning", "FAC-2026-0001"],
      ["2026-12-09", "morning", "FAC-2026-0001"],
    ]);
  });

  it("share a flat price among its half-days, without losing a cent", () => {
    const flat = anIssuedInvoice({
      lines: [anInvoiceLine({ unit: "flat", quantity: 1, unitPriceCents: 100_001, amountCents: 100_001 })],
    }) as IssuedInvoice;
    const first = credited(flat, [], { kind: "half-days", traineeId: "T-0007", slots: flat.lines[0]?.halfDays.slice(0, 7) });
    expect(first.lines).toMatchObject([{ unit: "flat", quantity: 1, amountCents: 35_000 }]);
    const rest = credited(flat, [first], { kind: "half-days", traineeId: "T-0007" });
    expect(rest.lines).toMatchObject([{ amountCents: 65_001 }]);
    expect(isWhollyCredited(flat, [first, rest])).toBe(true);
  });

  it("give a half-day back once only, and no more than what is left", () => {
    const note = credited(original, [], { kind: "half-days", traineeId: "T-0007", slots: [morning("2026-12-07")] });
    expect(codesOf({ kind: "half-days", traineeId: "T-0007", slots: [morning("2026-12-07")] }, [note])).toMatchObject([
      ["invoice.credit-not-billed", { fault: "half-day", asked: [morning("2026-12-07")] }],
    ]);
    expect(codesOf({ kind: "amount", line: 1, amountCents: 113_051 }, [note])).toEqual([
      ["invoice.credit-over", { invoice: "FAC-2026-0001", line: 1, askedCents: 113_051, leftCents: 113_050 }],
    ]);
    expect(codesOf({ kind: "amount", line: 1, amountCents: 113_050 }, [note])).toEqual([]);
  });

  it("keep a half-day billed while another line still rests on it", () => {
    const shared = anIssuedInvoice({
      lines: [anInvoiceLine(), anInvoiceLine({ label: "Frais", unit: "flat", quantity: 1, unitPriceCents: 5_000, amountCents: 5_000 })],
    }) as IssuedInvoice;
    const first = credited(shared, [], { kind: "lines", lines: [2] });
    expect(releasedClaims(shared, [], first)).toEqual([]);
    const second = credited(shared, [first], { kind: "lines", lines: [1] });
    expect(releasedClaims(shared, [first], second)).toHaveLength(20);
  });

  it("are refused for a line or a trainee that is not billed", () => {
    expect(codesOf({ kind: "lines", lines: [1, 4] })).toEqual([
      ["invoice.credit-not-billed", { invoice: "FAC-2026-0001", fault: "line", asked: [4], possible: [1] }],
    ]);
    expect(codesOf({ kind: "half-days", traineeId: "T-0001" })).toEqual([
      ["invoice.credit-not-billed", { invoice: "FAC-2026-0001", fault: "trainee", asked: ["T-0001"], possible: ["T-0007"] }],
    ]);
  });
});

it("whatever is credited in whatever order: sums are kept, nothing goes below zero, and the last takes the rest", () => {
  const line = fc.record({
    unit: fc.constantFrom("hour" as const, "flat" as const),
    price: fc.integer({ min: 0, max: 9_999 }),
    halfDays: fc.integer({ min: 0, max: 12 }),
    minutes: fc.integer({ min: 1, max: 240 }),
  });
  const step = fc.record({
    kind: fc.constantFrom("lines" as const, "half-days" as const, "amount" as const),
    line: fc.nat(3),
    from: fc.nat(11),
    count: fc.integer({ min: 1, max: 6 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 900 }),
      fc.array(step, { maxLength: 6 }),
      (lines, penalty, steps) => {
        const invoice = invoiceOf(lines, penalty);
        const notes: IssuedInvoice[] = [];
        const billed = new Set(stillBilled(invoice, [], at).map(({ traineeId, day, half }) => `${traineeId} ${day} ${half}`));
        const released: string[] = [];
        for (const one of [...steps.map((choice) => choiceOf(invoice, choice)), { kind: "whole" as const }]) {
          if (isWhollyCredited(invoice, notes)) break;
          const part = creditLines(invoice, notes, one);
          if (!part.ok) continue;
          const note = credited(invoice, notes, one);
          released.push(...releasedClaims(invoice, notes, note).map(({ traineeId, day, half }) => `${traineeId} ${day} ${half}`));
          notes.push(note);
          const left = leftToCredit(invoice, notes);
          expect(left.lines.every(({ leftCents }) => leftCents >= 0)).toBe(true);
          expect(left.netCents).toBeGreaterThanOrEqual(0);
          expect(left.penaltyCents).toBeGreaterThanOrEqual(0);
        }
        expect(isWhollyCredited(invoice, notes)).toBe(true);
        expect(notes.reduce((sum, note) => sum + invoiceTotals(note).netCents, 0)).toBe(invoiceTotals(invoice).netCents);
        expect(released.sort()).toEqual([...billed].sort());
        expect(new Set(released).size).toBe(released.length);
      },
    ),
    { numRuns: 300 },
  );
});

interface RandomLine {
  readonly unit: "hour" | "flat";
  readonly price: number;
  readonly halfDays: number;
  readonly minutes: number;
}

/** A line a trainee, each with mornings of their own. */
function invoiceOf(lines: readonly RandomLine[], penalty: number): IssuedInvoice {
  const built = lines.map(({ unit, price, halfDays: count, minutes }, index) => {
    const halfDays = Array.from({ length: count }, (_, day) => ({ ...morning(`2026-12-${String(day + 1).padStart(2, "0")}`), minutes }));
    const quantity = unit === "hour" ? Math.max(1, count * minutes) : 1;
    const amountCents = unit === "hour" ? Math.round((quantity * price) / 60) : price;
    return anInvoiceLine({ traineeId: `T-000${index + 1}`, unit, quantity, unitPriceCents: price, amountCents, halfDays });
  });
  const sum = built.reduce((total, one) => total + one.amountCents, 0);
  const amountCents = Math.min(sum, penalty);
  return anIssuedInvoice({ lines: built, ...(amountCents > 0 && { penalty: { amountCents, reason: "Retard" } }) }) as IssuedInvoice;
}

function choiceOf(
  invoice: IssuedInvoice,
  { kind, line, from, count, share }: { kind: "lines" | "half-days" | "amount"; line: number; from: number; count: number; share: number },
): CreditChoice {
  const index = line % invoice.lines.length;
  const { halfDays = [], amountCents = 0 } = invoice.lines[index] ?? {};
  if (kind === "lines") return { kind, lines: [index + 1] };
  if (kind === "half-days") return { kind, traineeId: `T-000${index + 1}`, slots: halfDays.slice(from, from + count) };
  return { kind, line: index + 1, amountCents: Math.round(share * amountCents) };
}
