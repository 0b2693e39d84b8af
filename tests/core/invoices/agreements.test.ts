import { type AgreementSituation, billedOn, checkAgreement, companyShareMost, type Invoice, orderedIn, say } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCustomer, anAgreement, anInvoice, anInvoiceLine, anIssuedInvoice, anOrder, aSession } from "../../examples/index.js";
import { anAgreementSituation, anAmendment, billed, cancelled } from "./examples/agreements.js";

const found = (overrides: Partial<AgreementSituation>) =>
  checkAgreement(anAgreementSituation(overrides)).map(({ code, severity }) => `${code} ${severity}`);
const held = (changes: Parameters<typeof aSession>[0]) => ({ sessions: new Map([["SE-2026-014", aSession(changes)]]) });

describe("an agreement", () => {
  it("in order says nothing", () => {
    expect(found({})).toEqual([]);
    expect(found({ orders: [] })).toEqual([]);
  });

  it("warns while it is unsigned, and blocks once something is ordered", () => {
    const agreement = anAgreement({ signedOn: undefined });
    expect(found({ agreement, orders: [] })).toEqual(["agreement.unsigned warning"]);
    expect(found({ agreement })).toEqual(["agreement.unsigned error"]);
    expect(found({ agreement, orders: [anOrder({ cancelled })] })).toEqual(["agreement.unsigned warning"]);
  });

  it("may be signed on the first day of what it pays, not after", () => {
    const orders = [anOrder({ orderedOn: "2026-12-08" })];
    expect(found({ agreement: anAgreement({ startsOn: "2026-12-07", signedOn: "2026-12-07" }), orders })).toEqual([]);
    expect(found({ agreement: anAgreement({ startsOn: "2026-12-07", signedOn: "2026-12-08" }), orders })).toEqual([
      "agreement.signed-late warning",
    ]);
    // Only its own period began before: the session, which is what counts, did not.
    expect(found({ agreement: anAgreement({ signedOn: "2026-11-02" }) })).toEqual(["agreement.signed-late warning"]);
  });

  it.each<[string, Parameters<typeof anAgreement>[0], readonly string[]]>([
    ["one day long", { startsOn: "2026-12-01", endsOn: "2026-12-01" }, []],
    ["of one cent", { unitPriceCents: 1 }, []],
    ["free", { unitPriceCents: 0 }, ["agreement.price-zero error"]],
    ["taxed at 20 %", { vatRegime: "taxed", vatRate: 2000 }, []],
    ["taxed without a rate", { vatRegime: "taxed" }, ["agreement.vat-contradiction error"]],
    ["of a small business with a rate", { vatRegime: "small-business", vatRate: 1 }, ["agreement.vat-contradiction error"]],
    ["with 30 % in a company", { terms: { companyShareMost: 3000 } }, []],
    ["with more in a company", { terms: { companyShareMost: 3001 } }, ["agreement.company-share warning"]],
    ["with absences within 10 %", { terms: { toleratedAbsences: "excused", toleranceRate: 1000 } }, []],
    ["with absences within 0 %", { terms: { toleratedAbsences: "all", toleranceRate: 0 } }, ["agreement.tolerance-void warning"]],
    ["with a limit and no absence", { terms: { toleranceRate: 9999 } }, ["agreement.tolerance-void warning"]],
  ])("%s", (_name, changes, codes) => {
    expect(found({ agreement: anAgreement(changes), orders: [] })).toEqual(codes);
  });

  it("keeps to the figure in force where its contract gives none", () => {
    expect(companyShareMost(anAgreement())).toBe(3000);
    expect(companyShareMost(anAgreement({ terms: { companyShareMost: 0 } }))).toBe(0);
  });

  it("wants the whole address of its customer", () => {
    const address = { street: "1 place des Exemples", postalCode: "", city: "Paris" };
    expect(found({ customer: aCustomer({ address }) })).toEqual(["agreement.customer-incomplete warning"]);
    expect(found({ customer: undefined })).toEqual(["agreement.customer-incomplete undecided", "agreement.own-siret undecided"]);
  });
});

describe("an order", () => {
  it.each<[string, Parameters<typeof anOrder>[0], Partial<AgreementSituation>, readonly string[]]>([
    [
      "of the first and last day of the agreement",
      {},
      { agreement: anAgreement({ signedOn: "2026-11-01", startsOn: "2026-12-07", endsOn: "2026-12-18" }) },
      [],
    ],
    ["of a session that begins before", {}, { agreement: anAgreement({ startsOn: "2026-12-08" }) }, ["order.outside-agreement error"]],
    ["dated the day of the signature", { orderedOn: "2026-10-15" }, {}, []],
    ["dated after the agreement", { orderedOn: "2027-11-01" }, {}, ["order.dated-outside warning"]],
    ["of as many hours as the session", { minutes: 42_000, trainees: 10 }, {}, []],
    ["of a minute more", { minutes: 42_001, trainees: 10 }, {}, ["order.hours-over-session warning"]],
    ["of fewer hours", { minutes: 60, trainees: 10 }, {}, []],
    ["of a session without hours", { minutes: 42_001 }, held({ hours: { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 } }), []],
    ["for each place", { trainees: 12 }, held({ capacity: 12 }), []],
    ["that names as many as it orders", { traineeIds: ["T-0007"] }, {}, []],
    ["of a session that is not known", {}, { sessions: new Map() }, []],
    ["at the agreement's own price", { unitPriceCents: 1700 }, {}, []],
    ["at another price", { unitPriceCents: 1699 }, {}, ["order.price-differs notice"]],
    ["for nothing", { unitPriceCents: 0 }, {}, ["agreement.price-zero error"]],
    ["amended the day it was placed", { amendments: [anAmendment({ signedOn: "2026-11-05" })] }, {}, []],
    ["amended twice the same day", { amendments: [anAmendment(), anAmendment({ number: "2" })] }, {}, []],
    ["cancelled, whatever it says", { cancelled, minutes: 9_999_999, orderedOn: "2020-01-01", traineeIds: ["T-1", "T-2"] }, {}, []],
  ])("%s", (_name, changes, beside, codes) => {
    expect(found({ orders: [anOrder(changes)], ...beside })).toEqual(codes);
  });

  it("counts by its last amendment", () => {
    const order = anOrder({
      amendments: [anAmendment({ minutes: 8400, trainees: 2 }), anAmendment({ number: "2", minutes: 12_600, trainees: 2 })],
    });
    expect(orderedIn(order, anAgreement())).toEqual({ minutes: 12_600, trainees: 2, unitPriceCents: 1700, netCents: 357_000 });
    expect(found({ orders: [order] })).toEqual(["order.hours-over-session warning"]);
  });

  it("for a session that has one already is told apart from it, a cancelled one left out", () => {
    const orders = [anOrder({ cancelled }), anOrder({ reference: "BC-2" }), anOrder({ reference: "BC-3" })];
    const [problem] = checkAgreement(anAgreementSituation({ orders }));
    expect(problem).toMatchObject({
      code: "order.session-twice",
      path: ["orders", 2, "sessionReference"],
      params: { order: "BC-3", other: "BC-2" },
    });
  });

  it("above what an amount may be is refused, whatever the factors", () => {
    const agreement = anAgreement({ unitPriceCents: 1_000_000_000 });
    expect(found({ agreement, orders: [anOrder({ minutes: 60 })] })).toEqual([]);
    expect(found({ agreement, orders: [anOrder({ minutes: 61 })] })).toEqual(["order.too-large error"]);
    expect(found({ agreement, orders: [anOrder({ minutes: 600_000_000, trainees: 10_000 })] })).toContain("order.too-large error");
  });

  it.each<[string, Parameters<typeof billed>[0], readonly string[]]>([
    ["all of it", { minutes: 4200, netCents: 119_000 }, []],
    ["a minute more", { minutes: 4201, netCents: 119_000 }, ["order.below-billed error"]],
    ["a cent more", { minutes: 4200, netCents: 119_001 }, ["order.below-billed error"]],
    ["a deposit of all of it", { depositCents: 119_000 }, []],
    ["a deposit above", { depositCents: 119_001 }, ["order.below-billed error"]],
  ])("of which %s is billed", (_name, figures, codes) => {
    expect(found({ billed: new Map([["BC-2026-118", billed(figures)]]) })).toEqual(codes);
  });

  it("priced by the trainee is compared by trainees, not by hours", () => {
    const agreement = anAgreement({ basis: "trainee", unitPriceCents: 119_000 });
    const [problem] = checkAgreement(
      anAgreementSituation({
        agreement,
        billed: new Map([["BC-2026-118", billed({ trainees: 2, minutes: 9999, invoices: ["FAC-2026-0001"] })]]),
      }),
    );
    expect(problem && say(problem).what).toBe(
      "La commande BC-2026-118 compte 1 stagiaire, moins que ce qui est déjà facturé : 2 stagiaires (FAC-2026-0001).",
    );
    expect(found({ agreement, billed: new Map([["BC-2026-118", billed({ trainees: 1, minutes: 9999 })]]) })).toEqual([]);
  });
});

describe("what an order was billed", () => {
  const creditNote = (original: Invoice, lines = original.lines): Invoice =>
    anIssuedInvoice({
      reference: "PF-2026-0002",
      kind: "credit-note",
      lines: [...lines],
      credits: { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: original.reference, reason: "Heures fausses" },
    });

  it("is what was issued, drafts apart, other orders left out", () => {
    const others = [
      anInvoice({ reference: "PF-2026-0003" }),
      anInvoice({ reference: "PF-2026-0004", status: "discarded" }),
      anIssuedInvoice({ order: "BC-9" }),
    ];
    expect(billedOn(anOrder(), [anIssuedInvoice(), ...others])).toEqual(
      billed({ minutes: 4200, trainees: 1, netCents: 119_000, invoices: ["FAC-2026-0001"], drafts: ["PF-2026-0003"] }),
    );
  });

  it("loses what a credit note takes back, in part or whole", () => {
    const invoice = anIssuedInvoice();
    const half = anInvoiceLine({ quantity: 2100, amountCents: 59_500, halfDays: [] });
    expect(billedOn(anOrder(), [invoice, creditNote(invoice, [half])])).toMatchObject({ minutes: 2100, trainees: 1, netCents: 59_500 });
    const credited = anIssuedInvoice({ status: "credited" });
    expect(billedOn(anOrder(), [credited, creditNote(credited)])).toEqual(billed());
  });

  it("keeps a deposit apart, and takes its credit note off it", () => {
    const flat = anInvoiceLine({
      traineeId: undefined,
      unit: "flat",
      quantity: 1,
      unitPriceCents: 30_000,
      amountCents: 30_000,
      halfDays: [],
    });
    const deposit = anIssuedInvoice({ kind: "deposit", lines: [flat] });
    expect(billedOn(anOrder(), [deposit])).toEqual(billed({ depositCents: 30_000, invoices: ["FAC-2026-0001"] }));
    const credited = anIssuedInvoice({ kind: "deposit", status: "credited", lines: [flat] });
    expect(billedOn(anOrder(), [credited, creditNote(credited)])).toEqual(billed());
  });

  it("is the sum of its parts, whatever their order", () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ cents, minutes: fc.integer({ min: 1, max: 600 }), isCredit: fc.boolean() }), { maxLength: 8 }),
        (parts) => {
          const invoices = parts.map(({ cents: amountCents, minutes: quantity, isCredit }, rank) => {
            const lines = [anInvoiceLine({ amountCents, quantity, halfDays: [] })];
            const reference = `PF-2026-${rank}`;
            return isCredit ? { ...creditNote(anIssuedInvoice(), lines), reference } : { ...anIssuedInvoice({ lines }), reference };
          });
          const sum = (of: "cents" | "minutes") => parts.reduce((total, part) => total + (part.isCredit ? -part[of] : part[of]), 0);
          const figures = billedOn(anOrder(), invoices);
          expect([figures.netCents, figures.minutes]).toEqual([sum("cents"), sum("minutes")]);
          expect(billedOn(anOrder(), [...invoices].reverse())).toMatchObject({ netCents: figures.netCents, trainees: figures.trainees });
        },
      ),
      { numRuns: 100 },
    );
  });
});
