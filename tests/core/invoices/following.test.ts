import {
  agedBalance,
  ageOf,
  ages,
  coverageOf,
  coverageSteps,
  type Invoice,
  isIssued,
  plannedHalfDays,
  type Receivable,
  receivableOf,
  reminderLetter,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allPresent, anEnrolment } from "../../examples/attendance.js";
import { aCustomer, anAgreement, anIssuedInvoice, anOrder, forkliftSchedule } from "../../examples/invoice.js";
import { aProvider } from "../../examples/provider.js";
import { aQuote } from "../../examples/quote.js";

const bankRates = [{ from: "2026-07-01", rate: 215 }];
const stamp = { by: "karim", at: "2027-01-15T10:00:00.000Z" };

function owed(invoice: Invoice, today: string): Receivable {
  if (!isIssued(invoice)) throw new Error("not issued");
  return receivableOf({ invoice, creditNotes: [], isPublic: true, bankRates, today });
}

const flat = (amountCents: number) => [{ label: "Formation", unitPriceCents: amountCents, amountCents }];

describe("the age of what is owed", () => {
  it.each([
    [0, "not-due"],
    [1, "late-30"],
    [30, "late-30"],
    [31, "late-60"],
    [60, "late-60"],
    [61, "late-90"],
    [90, "late-90"],
    [91, "late-more"],
  ] as const)("of %i days late is %s", (daysLate, age) => {
    expect(ageOf({ isRejected: false, daysLate })).toBe(age);
    expect(ageOf({ isRejected: true, daysLate })).toBe("rejected");
  });

  it("parts the whole: every cent has one age and one customer", () => {
    const customers = ["13000548100010", "99900014400025", "99900014400033"] as const;
    const some = fc.record({
      amountCents: fc.integer({ min: 0, max: 10_000_000 }),
      paidShare: fc.integer({ min: 0, max: 100 }),
      customer: fc.constantFrom(...customers),
      status: fc.constantFrom("issued" as const, "rejected" as const),
      today: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (all) => {
        const receivables = all.map(({ amountCents, paidShare, customer, status, today }) => {
          const amount = Math.floor((amountCents * paidShare) / 100);
          const payments = amount === 0 ? [] : [{ on: "2027-01-02", amountCents: amount, ...stamp }];
          const invoice = { ...anIssuedInvoice({ status, lines: flat(amountCents), payments }), customerSiret: customer as never };
          return owed(invoice, new Date(Date.UTC(2027, 0, 1 + today)).toISOString().slice(0, 10));
        });
        const balance = agedBalance(receivables);
        const left = receivables.reduce((sum, { due }) => sum + due.leftCents, 0);
        const over = (of: typeof balance.byAge) => ages.reduce((sum, age) => sum + of[age], 0);
        expect(balance.totalCents).toBe(left);
        expect(over(balance.byAge)).toBe(left);
        expect(balance.customers.reduce((sum, customer) => sum + customer.totalCents, 0)).toBe(left);
        for (const customer of balance.customers) {
          expect(over(customer.byAge)).toBe(customer.totalCents);
          expect(customer.totalCents).toBeGreaterThan(0);
        }
        for (const age of ages) expect(balance.customers.reduce((sum, { byAge }) => sum + byAge[age], 0)).toBe(balance.byAge[age]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what was ordered, delivered, billed and paid", () => {
  const roster = [anEnrolment()];
  const planned = plannedHalfDays(forkliftSchedule, roster);
  const records = allPresent(roster, forkliftSchedule);
  const orders = [{ order: anOrder(), agreement: anAgreement() }];
  const covered = (more: Partial<Parameters<typeof coverageOf>[0]>) =>
    coverageOf({ orders, quotes: [], planned, records, invoices: [], ...more });

  it("is worth what was attended at the price of the agreement", () => {
    expect(covered({}).rows).toEqual([
      { scheme: "afc", reference: "BC-2026-118", cents: { ordered: 119_000, delivered: 119_000, billed: 0, paid: 0 } },
    ]);
    expect(covered({ records: records.slice(0, 3) }).cents.delivered).toBe(3 * 5950);
    const agreement = anAgreement({ basis: "trainee", unitPriceCents: 100_000 });
    expect(covered({ orders: [{ order: anOrder(), agreement }], records: records.slice(0, 5) }).cents).toMatchObject({
      ordered: 100_000,
      delivered: 25_000,
    });
    expect(covered({ orders: [{ order: anOrder(), agreement: anAgreement({ vatRegime: "taxed", vatRate: 2000 }) }] }).cents).toMatchObject({
      ordered: 142_800,
      delivered: 142_800,
    });
  });

  it("counts what is issued only, credit notes taken off, and what was paid", () => {
    const invoices = [
      anIssuedInvoice({ payments: [{ on: "2027-01-02", amountCents: 40_000, ...stamp }] }),
      anIssuedInvoice({ reference: "PF-2026-0002", kind: "credit-note", lines: flat(19_000) }),
      anIssuedInvoice({ reference: "PF-2026-0003", status: "draft", issue: undefined as never }),
    ];
    expect(covered({ invoices }).cents).toEqual({ ordered: 119_000, delivered: 119_000, billed: 100_000, paid: 40_000 });
  });

  it("bills a deposit once: the balance that takes it off adds the rest", () => {
    const deposit = anIssuedInvoice({
      kind: "deposit",
      lines: flat(30_000),
      payments: [{ on: "2026-12-24", amountCents: 30_000, ...stamp }],
    });
    const deposits = [{ number: "FAC-2026-0001", issuedOn: "2026-12-21", amountCents: 30_000 }];
    const balance = anIssuedInvoice({ reference: "PF-2026-0002", kind: "balance", deposits });
    expect(covered({ invoices: [deposit, balance] }).cents).toMatchObject({ billed: 119_000, paid: 30_000 });
    const before = anIssuedInvoice({ alreadyPaid: { on: "2026-12-01" } });
    expect(covered({ invoices: [before] }).cents).toMatchObject({ billed: 119_000, paid: 119_000 });
  });

  it("parts orders and quotes of one session, each trainee once", () => {
    const both = [anEnrolment(), anEnrolment({ traineeId: "T-0008" })];
    const quote = aQuote({ status: "accepted", traineeId: "T-0008" });
    const coverage = covered({
      quotes: [quote],
      planned: plannedHalfDays(forkliftSchedule, both),
      records: allPresent(both, forkliftSchedule),
      invoices: [
        anIssuedInvoice({ order: undefined as never, quote: quote.reference, scheme: "aif" }),
        anIssuedInvoice({ order: "AUTRE" }),
      ],
    });
    expect(coverage.rows.map(({ reference, cents: { delivered, billed } }) => [reference, delivered, billed])).toEqual([
      ["BC-2026-118", 119_000, 0],
      [quote.reference, coverage.rows[1]?.cents.ordered, 119_000],
      [undefined, 0, 119_000],
    ]);
    for (const step of coverageSteps) expect(coverage.cents[step]).toBe(coverage.rows.reduce((sum, { cents }) => sum + cents[step], 0));
  });

  it("does not count twice what two open orders share", () => {
    const two = [
      { order: anOrder({ minutes: 2100 }), agreement: anAgreement() },
      { order: anOrder({ reference: "BC-2026-119", minutes: 2100 }), agreement: anAgreement() },
    ];
    expect(covered({ orders: two }).cents).toMatchObject({ ordered: 119_000, delivered: 119_000 });
  });

  it("leaves a cancelled order out", () => {
    const cancelled = { on: "2026-12-01", recordedBy: "lea", recordedAt: stamp.at };
    expect(covered({ orders: [{ order: anOrder({ cancelled }), agreement: anAgreement() }] }).rows).toEqual([]);
  });
});

describe("the reminder letter", () => {
  const provider = aProvider({ bank: { iban: "FR7630006000011234567890189" } });
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

  it("says what is owed, since when, what the delay adds, how it is worked out and how to pay", () => {
    const letter = reminderLetter({ provider, customer: aCustomer(), late: [owed(anIssuedInvoice(), "2027-02-25")], today: "2027-02-25" });
    expect(plain(letter)).toMatchInlineSnapshot(`
      "Atelier des Rives Formation
      12 rue des Chantiers
      33300 Bordeaux
      SIRET 99900014400017

      France Travail
      1 place des Exemples
      75020 Paris

      Bordeaux, le 25/02/2027

      Objet : facture échue à régler

      Madame, Monsieur,

      Sauf erreur de notre part, la facture suivante n'a pas été réglée à son échéance :
      - FAC-2026-0001 du 21/12/2026, Cariste CACES R489 : 1 190,00 € restant dus, échéance le 20/01/2027 (comptée depuis l'émission, le 21/12/2026), 36 jours de retard

      Comme l'indiquent nos factures, le retard ajoute, sans rappel, des intérêts et une indemnité :
      - FAC-2026-0001 : intérêts 1 190,00 € × 10,15 % × 36 jours / 365 = 11,91 € ; indemnité forfaitaire pour frais de recouvrement 40,00 €

      Somme à régler à ce jour : 1 241,91 €, dont 1 190,00 € au titre des factures.
      Nous vous remercions de la virer sur le compte indiqué par notre facture, en rappelant : FAC-2026-0001.

      Si votre paiement est déjà parti, ne tenez pas compte de cette lettre. Si une facture vous pose une difficulté, dites-nous laquelle.

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      Nadia Sellier
      Atelier des Rives Formation
      contact@atelier-des-rives.example
      05 00 00 00 00
      "
    `);
  });

  it("names every invoice, and claims no interest that is not known", () => {
    const unknown = { ...owed(anIssuedInvoice(), "2027-02-25"), interest: { rows: [], cents: undefined } };
    const letter = plain(reminderLetter({ provider, customer: aCustomer(), late: [unknown, unknown], today: "2027-02-25" }));
    expect(letter).toContain("intérêts à calculer");
    expect(letter).not.toContain("FR76");
    expect(letter).toContain("Somme restant due à ce jour, hors intérêts et indemnités : 2 380,00 €.");
  });
});
