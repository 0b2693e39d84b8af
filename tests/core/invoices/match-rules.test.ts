import { billedSoFar, checkInvoice, type InvoiceSituation, matchRules, plannedHalfDays, traineeMatches } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, allPresent, anEnrolment, aSignIn } from "../../examples/attendance.js";
import { aProvider } from "../../examples/index.js";
import {
  anAgreement,
  anInvoice,
  anInvoiceLine,
  anInvoiceSituation,
  anIssuedInvoice,
  anOrder,
  forkliftSchedule,
} from "../../examples/invoice.js";
import { absentAtFirst, matched, ofQuote, proofWith, quoted, wholePrice } from "./examples/billing.js";

const codesOf = (...args: Parameters<typeof matched>) => matched(...args).map(({ code }) => code);
const { proof } = anInvoiceSituation();
const halfDays = anInvoiceLine().halfDays;

/** So many trainees present for seventy hours, each with a line and the half-days that prove it. */
function group(count: number): { readonly invoice: Parameters<typeof anInvoice>[0]; readonly beside: Partial<InvoiceSituation> } {
  const roster = Array.from({ length: count }, (_, index) => anEnrolment({ traineeId: `T-${String(index + 1).padStart(4, "0")}` }));
  return {
    invoice: { lines: roster.map(({ traineeId }) => anInvoiceLine({ traineeId })) },
    beside: {
      order: anOrder({ minutes: 4200 * count, trainees: count }),
      proof: {
        ...proof,
        roster,
        planned: plannedHalfDays(forkliftSchedule, roster),
        records: allPresent(roster, forkliftSchedule),
        signIns: roster.flatMap(({ traineeId }) => forkliftSchedule.halfDays.map((halfDay) => aSignIn(traineeId, halfDay))),
      },
    },
  };
}

describe("a sound invoice", () => {
  it("gives no finding, from an order or from a quote", () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf(ofQuote, quoted())).toEqual([]);
    const { invoice, beside } = group(10);
    expect(codesOf(invoice, beside)).toEqual([]);
  });

  it("is left alone once it is credited or discarded", () => {
    expect(codesOf({ status: "discarded" }, absentAtFirst)).toEqual([]);
    expect(codesOf({ kind: "credit-note" }, { order: undefined, agreement: undefined, ...absentAtFirst })).toEqual([
      "invoice.order-reference-missing",
    ]);
  });
});

describe("hours against attendance", () => {
  it("says both figures: ten trainees of seventy hours, 655 h attested, 700 h billed", () => {
    const { invoice, beside } = group(10);
    // 45 hours missed: 4 h 30 each.
    const records = (beside.proof?.records ?? []).map((one) =>
      one.day === "2026-12-07" ? aFact(one.traineeId, one, { status: "late", lateMinutes: 135 }) : one,
    );
    const problems = matched(invoice, { ...beside, proof: { ...proof, ...beside.proof, records } });
    expect(problems.map(({ code }) => code)).toEqual(["invoice.hours-over-attendance"]);
    const each = { billedMinutes: 4200, provedMinutes: 3930 };
    expect(problems[0]?.params).toEqual({
      billedMinutes: 42_000,
      provedMinutes: 39_300,
      trainees: Array.from({ length: 10 }, (_, index) => ({ traineeId: `T-${String(index + 1).padStart(4, "0")}`, ...each })),
    });
  });

  it("sees hours that no half-day proves, and hours of nobody", () => {
    const unproved = { lines: [anInvoiceLine({ halfDays: [] })] };
    expect(traineeMatches(anInvoiceSituation({ invoice: anInvoice(unproved) }))).toEqual([
      { traineeId: "T-0007", billedMinutes: 4200, provedMinutes: 4200, leftMinutes: 0 },
    ]);
    const nameless = anInvoiceLine({ quantity: 4260, amountCents: 120_700, traineeId: undefined, halfDays: [] });
    expect(matched({ lines: [nameless] }, { order: anOrder({ minutes: 6000 }) })[0]).toMatchObject({
      code: "invoice.hours-over-attendance",
      params: { billedMinutes: 4260, provedMinutes: 4200 },
    });
  });

  it("sees a half-day that the same invoice bills twice, but for the lines of a quote, which share theirs", () => {
    const roomy = { order: anOrder({ minutes: 12_000 }) };
    const line = anInvoiceLine();
    const again = anInvoiceLine({ quantity: 4410, amountCents: 124_950, halfDays: [...halfDays, ...halfDays.slice(0, 1)] });
    expect(matched({ lines: [line, line] }, roomy)).toMatchObject([
      { code: "invoice.trainee-twice", params: { count: 20, minutes: 4200, invoices: [] } },
    ]);
    expect(matched({ lines: [again] }, roomy)).toMatchObject([{ code: "invoice.trainee-twice", params: { count: 1, minutes: 210 } }]);
    const halves = ["Théorie", "Pratique"].map((label) => anInvoiceLine({ label, quantity: 2100, amountCents: 59_500 }));
    expect(codesOf({ ...ofQuote, lines: halves }, quoted())).toEqual([]);
    const nobody = anInvoiceLine({ traineeId: undefined });
    expect(codesOf({ lines: [line, nobody] }, roomy)).toEqual(["invoice.hours-over-attendance"]);
  });

  it("lets a tolerated absence be billed, and no minute more than the contract tolerates", () => {
    const agreement = (toleranceRate: number) => ({ agreement: anAgreement({ terms: { toleratedAbsences: "all", toleranceRate } }) });
    expect(codesOf({}, { ...absentAtFirst, ...agreement(500) })).toEqual([]);
    expect(codesOf({}, { ...absentAtFirst, ...agreement(497) })).toEqual(["invoice.hours-over-attendance"]);
  });

  it("on an issued invoice asks for a credit note, until one gives the half-day back", () => {
    const invoice = anIssuedInvoice();
    const note = anIssuedInvoice({
      reference: "PF-2026-0002",
      kind: "credit-note",
      credits: { reference: "PF-2026-0001", number: "FAC-2026-0001", issuedOn: "2026-12-21", reason: "Absence" },
      lines: [anInvoiceLine({ quantity: 210, amountCents: 5950, halfDays: halfDays.slice(0, 1) })],
    });
    expect(codesOf(invoice, absentAtFirst)).toEqual(["invoice.credit-needed"]);
    expect(codesOf(invoice, { ...absentAtFirst, others: [note] })).toEqual([]);
    expect(billedSoFar([invoice, note], invoice)).toMatchObject({ netCents: 113_050, minutes: 3990 });
  });
});

describe("attendance that cannot be billed yet", () => {
  it("lacks a fact, a signature or evidence", () => {
    const why = (beside: Partial<InvoiceSituation>) =>
      matched({}, beside).map(({ code, params }) => [code, (params as { why?: string }).why]);
    const late = aFact("T-0007", { day: "2026-12-18", half: "afternoon" }, { status: "remote" });
    const remote = (evidence?: readonly "quiz"[]) =>
      proofWith({ records: [...proof.records.slice(0, -1), { ...late, ...(evidence && { evidence: [...evidence] }) }] });
    expect(why(proofWith({ signIns: proof.signIns.slice(1) }))).toEqual([["invoice.attendance-incomplete", "unsigned"]]);
    expect(why(remote())).toEqual([["invoice.attendance-incomplete", "unsigned"]]);
    expect(why(remote(["quiz"]))).toEqual([]);
    expect(why(proofWith({ months: [] }))).toEqual([["invoice.attendance-incomplete", "open-months"]]);
    const unrecorded = why(proofWith({ records: proof.records.slice(1) }));
    expect(unrecorded).toContainEqual(["invoice.attendance-incomplete", "unrecorded"]);
  });

  it("asks one signature a day where the provider signs by the day", () => {
    const mornings = proof.signIns.filter(({ half }) => half === "morning");
    const provider = aProvider({ settings: { attendance: { signedBy: "day" } } });
    expect(codesOf({}, { provider, ...proofWith({ signIns: mornings }) })).toEqual([]);
  });
});

describe("what is agreed", () => {
  it.each([
    ["signed the day before it starts", { signedOn: "2026-12-07" }, []],
    ["signed a day too late", { signedOn: "2026-12-08" }, ["invoice.agreement-missing"]],
    ["over before the end", { endsOn: "2026-12-17" }, ["invoice.agreement-mismatch"]],
    ["of another customer", { customerSiret: "73282932000074" }, ["invoice.agreement-mismatch"]],
    ["taxed", { vatRegime: "taxed", vatRate: 2000 }, ["invoice.agreement-mismatch", "invoice.agreement-mismatch"]],
  ] as const)("%s", (_what, agreement, expected) => {
    expect(codesOf({}, { agreement: anAgreement(agreement) })).toEqual(expected);
  });

  it("compares the order's own session, price and commitment", () => {
    const said = (order: Parameters<typeof anOrder>[0], invoice: Parameters<typeof anInvoice>[0] = {}) =>
      matched(invoice, { order: anOrder(order) }).map(({ params, severity }) => [(params as { field?: string }).field, severity]);
    expect(said({ sessionReference: "SE-2026-015" })).toEqual([["session", "error"]]);
    expect(said({ agreement: "CONV-2026-0002" })).toEqual([["agreement", "error"]]);
    expect(said({ unitPriceCents: 1701 })).toEqual([["price", "error"]]);
    expect(said({}, { engagement: "4500099999" })).toEqual([["engagement", "warning"]]);
    const cancelled = { reason: "Report", recordedBy: "lea", recordedAt: "2026-12-10T09:00:00.000Z" };
    expect(said({ cancelled: { on: "2026-12-17", ...cancelled } })).toEqual([["cancelled", "error"]]);
    expect(said({ cancelled: { on: "2026-12-18", ...cancelled } })).toEqual([]);
  });

  it("warns of the company share from the first minute beyond it", () => {
    const atCompany = (count: number) =>
      proofWith({ planned: proof.planned.map((one, index) => (index < count ? { ...one, at: "company" as const } : one)) });
    expect(codesOf({}, atCompany(6))).toEqual([]);
    expect(codesOf({}, atCompany(7))).toEqual(["invoice.company-share"]);
    expect(codesOf({}, { agreement: anAgreement({ terms: { companyShareMost: 3500 } }), ...atCompany(7) })).toEqual([]);
  });
});

describe("what may be asked in all", () => {
  const paid = (amountCents: number) => ({ lines: [wholePrice({ unitPriceCents: amountCents, amountCents })] });

  it("stops at the order, its last amendment counted", () => {
    const amended = (minutes: number) => {
      const amendment = {
        number: "1",
        signedOn: "2026-12-01",
        minutes,
        trainees: 1,
        recordedBy: "lea",
        recordedAt: "2026-12-01T09:00:00.000Z",
      };
      return { order: anOrder({ minutes: 60, amendments: [amendment] }) };
    };
    expect(codesOf({}, amended(4200))).toEqual([]);
    expect(codesOf({}, amended(4199))).toEqual(["invoice.over-order"]);
  });

  it("stops at France Travail's share of a quote", () => {
    const shared = (franceTravailCents: number) => quoted({ funding: { franceTravailCents, traineeCents: 131_000 - franceTravailCents } });
    expect(codesOf({ ...ofQuote, ...paid(100_000) }, shared(100_000))).toEqual([]);
    expect(codesOf({ ...ofQuote, ...paid(100_001) }, shared(100_000))).toEqual(["invoice.over-quote"]);
  });

  it("reduces a price per trainee to the cent", () => {
    const agreement = anAgreement({ basis: "trainee", unitPriceCents: 119_000 });
    const half = (amountCents: number) => ({
      lines: [wholePrice({ unitPriceCents: amountCents, amountCents, halfDays: halfDays.slice(0, 10) })],
      endsOn: "2026-12-11",
    });
    expect(codesOf(half(59_500), { agreement })).toEqual([]);
    expect(codesOf(half(59_501), { agreement })).toEqual(["invoice.pro-rata"]);
  });

  it("allows a penalty and a deposit up to the contract's rate", () => {
    const agreement = anAgreement({ terms: { penaltyRateMost: 1000, depositRate: 3000 } });
    const penalty = (amountCents: number) => ({ penalty: { amountCents, reason: "Retard" } });
    expect(codesOf(penalty(11_900), { agreement })).toEqual([]);
    expect(codesOf(penalty(11_901), { agreement })).toEqual(["invoice.penalty-over-contract"]);
    const deposit = (amountCents: number) => ({
      kind: "deposit" as const,
      lines: [{ label: "Acompte", unitPriceCents: amountCents, amountCents }],
    });
    expect(codesOf(deposit(35_700), { agreement })).toEqual([]);
    expect(codesOf(deposit(35_701), { agreement })).toEqual(["invoice.deposit-over-rate"]);
    const before = anIssuedInvoice({ ...deposit(10_000), reference: "PF-2026-0002" });
    expect(codesOf(deposit(25_701), { agreement, others: [before] })).toEqual(["invoice.deposit-over-rate"]);
  });

  it("takes off no more than is left of each deposit that was issued", () => {
    const cited = (amountCents: number, number = "FAC-2026-0001") => ({ number, issuedOn: "2026-12-21", amountCents });
    const line = { label: "Acompte", unitPriceCents: 30_000, amountCents: 30_000 };
    const deposit = anIssuedInvoice({ kind: "deposit", reference: "PF-2026-0002", lines: [line] });
    const taking = (...deposits: readonly ReturnType<typeof cited>[]) => ({ kind: "balance" as const, deposits: [...deposits] });
    const beside = { others: [deposit] };
    expect(codesOf(taking(cited(30_000)), beside)).toEqual([]);
    expect(codesOf(taking(), beside)).toEqual([]);
    expect(codesOf(taking(cited(30_001)), beside)).toEqual(["invoice.deposit-not-left"]);
    expect(codesOf(taking(cited(15_000), cited(15_001)), beside)).toEqual(["invoice.deposit-not-left"]);
    expect(codesOf(taking(cited(1, "FAC-2026-0009"), cited(1)), beside)).toEqual(["invoice.deposit-not-left"]);
    expect(codesOf(taking(cited(1)), { others: [{ ...deposit, status: "credited" }] })).toEqual(["invoice.deposit-not-left"]);
    expect(codesOf({ ...taking(cited(30_001)), status: "discarded" }, beside)).toEqual([]);
    const { issue } = anIssuedInvoice();
    expect(codesOf({ ...taking(cited(30_001)), status: "issued", issue: issue as never }, beside)).toEqual([]);
    expect(codesOf({ ...taking(cited(30_001)), kind: "credit-note" }, beside)).not.toContain("invoice.deposit-not-left");
  });

  it("sees the same work in another draft, not the rest of a period in another invoice", () => {
    const other = (lines: readonly (typeof halfDays)[number][], reference = "PF-2026-0002") =>
      anInvoice({ reference, lines: [anInvoiceLine({ quantity: 2100, amountCents: 59_500, halfDays: [...lines] })] });
    const own = { lines: other(halfDays.slice(0, 10)).lines };
    const rest = { others: [other(halfDays.slice(10))] };
    expect(codesOf(own, rest).filter((code) => code === "invoice.period-overlap")).toEqual([]);
    expect(codesOf({}, rest)).toEqual(["invoice.period-overlap"]);
    expect(codesOf({}, { others: [{ ...other(halfDays), status: "discarded" }] })).toEqual([]);
  });
});

it("matches three hundred lines and thousands of half-days in no time", () => {
  const { invoice, beside } = group(300);
  const situation = anInvoiceSituation({ invoice: anInvoice(invoice), ...beside });
  const before = process.cpuUsage().user;
  expect(checkInvoice(situation).filter(({ code }) => Object.hasOwn(matchRules, code))).toEqual([]);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2000);
});
