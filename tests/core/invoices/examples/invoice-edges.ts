import { checkInvoice, type InvoiceSituation, type Problem, type TrainingAgreementInput } from "@kairos/core";
import { anEnrolment } from "../../../examples/attendance.js";
import { aQuote, type Overrides } from "../../../examples/index.js";
import { anAgreement, anInvoice, anInvoiceLine, anInvoiceSituation, anIssuedInvoice, anOrder } from "../../../examples/invoice.js";
import { absentAtFirst, ofQuote, proofWith, quoted, wholePrice } from "./billing.js";

type Changes = Parameters<typeof anInvoice>[0];
const judged = (invoice: Changes, beside: Partial<InvoiceSituation> = {}): readonly Problem[] =>
  checkInvoice(anInvoiceSituation({ invoice: anInvoice(invoice), ...beside }));
const agreed = (changes: Overrides<TrainingAgreementInput>, invoice: Changes = {}) => judged(invoice, { agreement: anAgreement(changes) });
const line = anInvoiceLine();
const { halfDays } = line;
const { proof } = anInvoiceSituation();
const poei = { ...ofQuote, scheme: "poei" } as const;
const ofPoei = { scheme: "poei", poei: { form: "external", payee: "employer" } } as const;
const perTrainee = anAgreement({ basis: "trainee", unitPriceCents: 119_000 });
const half = (amountCents: number, part = halfDays.slice(0, 10)): Changes => ({
  lines: [wholePrice({ unitPriceCents: amountCents, amountCents, halfDays: [...part] })],
  endsOn: "2026-12-11",
});
const deposit = (amountCents: number) =>
  ({ kind: "deposit", lines: [{ label: "Acompte", unitPriceCents: amountCents, amountCents }] }) satisfies Changes;
const atRates = { agreement: anAgreement({ terms: { depositRate: 3000, penaltyRateMost: 1000 } }) };
const inCompany = (count: number) =>
  proofWith({ planned: proof.planned.map((one, index) => (index < count ? { ...one, at: "company" as const } : one)) });
const claim = (day: string, reference: string) => ({
  ...{
    kind: "billed" as const,
    sessionReference: "SE-2026-014",
    siret: anOrder().siret,
    traineeId: "T-0007",
    day,
    minutes: 210,
    reference,
  },
  ...{ half: "morning" as const, at: "2026-12-19T09:00:00.000Z" },
});

/** Invoices at the edge of a rule: what is found of each stands in `findings.txt`. */
export const invoiceEdges: Readonly<Record<string, () => readonly Problem[]>> = {
  "a sound invoice": () => judged({}),
  "a sound invoice of a quote": () => judged(ofQuote, quoted()),

  // What it rests on.
  "no agreement": () => judged({ agreement: undefined }, { agreement: undefined }),
  "an agreement that is not kept": () => judged({}, { agreement: undefined }),
  "an agreement signed on the first day billed": () => agreed({ signedOn: "2026-12-07" }),
  "an agreement signed the day after": () => agreed({ signedOn: "2026-12-08" }),
  "a credit note without agreement": () => judged({ kind: "credit-note" }, { agreement: undefined }),
  "an order that is not kept": () => judged({}, { order: undefined }),
  "an order that it does not name": () => judged({ order: undefined }),
  "a quote that is not kept": () => judged(ofQuote, { ...quoted(), quote: undefined }),
  "no quote at all": () => judged({ ...ofQuote, quote: undefined }, { ...quoted(), quote: undefined }),
  "a quote that was closed after it was accepted": () => judged(ofQuote, quoted({ status: "closed" })),
  "a quote that was closed": () => judged(ofQuote, quoted({ status: "closed", decision: undefined })),
  "a quote that was cancelled after it was accepted": () => judged(ofQuote, quoted({ status: "cancelled" })),
  "a POEI that pays the employer": () => judged(poei, quoted(ofPoei)),
  "a credit note of a POEI that pays the employer": () => judged({ ...poei, kind: "credit-note" }, quoted(ofPoei)),
  "an AIF that pays an employer": () => judged(ofQuote, quoted({ poei: { form: "external", payee: "employer" } })),
  "a POEI that pays the provider": () => judged(poei, quoted({ scheme: "poei", poei: { form: "external", payee: "provider" } })),
  "fees in an AFC": () => judged({ lines: [line, { label: "Frais de dossier", unitPriceCents: 5000, amountCents: 5000 }] }),
  "likely fees in an AFC": () => judged({ lines: [line, { label: "Manuel", unitPriceCents: 5000, amountCents: 5000 }] }),
  "fees in a credit note": () => judged({ kind: "credit-note", lines: [{ label: "Frais de dossier", unitPriceCents: 1, amountCents: 1 }] }),
  "fees in an AIF": () => judged({ ...ofQuote, lines: [{ label: "Frais de dossier", unitPriceCents: 1, amountCents: 1 }] }, quoted()),
  "fees in an AFC and in its quote": () =>
    judged(
      { lines: [line, { label: "Frais de dossier", unitPriceCents: 1, amountCents: 1 }] },
      { quote: aQuote({ funding: { traineeCents: 1 } }) },
    ),
  "an AFC whose quote asks the trainee nothing": () => judged({}, { quote: aQuote({ funding: { traineeCents: 0 } }) }),
  "an AFC whose quote has no plan": () => judged({}, { quote: aQuote({ funding: undefined }) }),
  "seven half-days in a company": () => judged({}, inCompany(7)),
  "six half-days in a company": () => judged({}, inCompany(6)),
  "seven in a company, the contract's share": () =>
    judged({}, { agreement: anAgreement({ terms: { companyShareMost: 3500 } }), ...inCompany(7) }),
  "seven in a company, a share less": () => judged({}, { agreement: anAgreement({ terms: { companyShareMost: 3499 } }), ...inCompany(7) }),
  "seven in a company, for a deposit": () => judged(deposit(1), { ...atRates, ...inCompany(7) }),
  "seven in a company, for an AIF": () => judged(ofQuote, { ...quoted(), ...inCompany(7) }),

  // What attendance proves.
  "absent at first": () => judged({}, absentAtFirst),
  "absent at first, already issued": () => checkInvoice(anInvoiceSituation({ invoice: anIssuedInvoice(), ...absentAtFirst })),
  "absent at first, discarded": () => judged({ status: "discarded" }, absentAtFirst),
  "absent at first, credited": () => judged({ status: "credited" }, absentAtFirst),
  "absent at first, in a balance": () => judged({ kind: "balance" }, absentAtFirst),
  "absent at first, two lines": () => judged({ lines: [line, { ...line, traineeId: undefined, halfDays: [] }] }, absentAtFirst),
  "nobody enrolled": () => judged({}, proofWith({ roster: [] })),
  "a trainee of another order": () => judged({}, { order: anOrder({ traineeIds: ["T-0009"] }) }),
  "a trainee of no order that is kept": () => judged({}, { order: undefined, ...proofWith({ roster: [] }) }),
  "a trainee of another quote": () => judged(ofQuote, quoted({ traineeId: "T-0009" })),
  "a trainee of a quote of nobody": () => judged(ofQuote, quoted({ traineeId: undefined })),
  "nobody's line": () => judged({ lines: [{ ...line, traineeId: undefined }] }),
  "a credit note of somebody else": () => judged({ kind: "credit-note", lines: [{ ...line, traineeId: "T-0009" }] }),
  "two half-days billed before, by two": () =>
    judged({}, proofWith({ billed: [claim("2026-12-08", "F-2"), claim("2026-12-07", "F-1"), claim("2026-12-09", "F-2")] })),
  "a half-day billed before, of a deposit": () =>
    judged(deposit(1), { ...atRates, ...proofWith({ billed: [claim("2026-12-07", "F-1")] }) }),
  "a half-day billed twice here": () =>
    judged({ lines: [{ ...line, quantity: 4410, amountCents: 124_950, halfDays: [...halfDays, ...halfDays.slice(0, 1)] }] }),
  "two trainees, one half-day short each": () => {
    const roster = ["T-0007", "T-0008"].map((traineeId) => anEnrolment({ traineeId }));
    return judged(
      { lines: roster.map(({ traineeId }) => ({ ...line, traineeId, quantity: 3990, amountCents: 113_050, halfDays: halfDays.slice(1) })) },
      { order: anOrder({ minutes: 8400, trainees: 2 }), proof: { ...proof, roster } },
    );
  },
  "a half-day left, in a deposit": () => judged({ ...deposit(1), lines: [{ ...line, halfDays: halfDays.slice(1) }] }, atRates),
  "an open month": () => judged({}, proofWith({ months: [] })),
  "a half-day without a fact": () => judged({}, proofWith({ records: proof.records.slice(1) })),
  "two half-days without a signature": () => judged({}, proofWith({ signIns: proof.signIns.slice(2) })),

  // What may be asked in all.
  "a minute over the order": () => judged({}, { order: anOrder({ minutes: 4199 }) }),
  "a minute over the order, with another invoice before": () =>
    judged(
      { lines: [{ ...line, quantity: 2100, amountCents: 59_500, halfDays: halfDays.slice(10) }], startsOn: "2026-12-14" },
      {
        order: anOrder({ minutes: 4199 }),
        others: [
          anIssuedInvoice({
            reference: "PF-2026-0002",
            endsOn: "2026-12-11",
            lines: [{ ...line, quantity: 2100, amountCents: 59_500, halfDays: halfDays.slice(0, 10) }],
          }),
        ],
      },
    ),
  "a minute over the order, of a deposit": () => judged(deposit(1), { ...atRates, order: anOrder({ minutes: 4199 }) }),
  "a cent over the order, by the trainee": () =>
    judged({ lines: [wholePrice({ unitPriceCents: 119_001, amountCents: 119_001 })] }, { agreement: perTrainee }),
  "a cent over the order, by the hour": () => judged({ lines: [line, { label: "Supplément", unitPriceCents: 1, amountCents: 1 }] }),
  "a cent over the quote": () => judged(ofQuote, quoted({ funding: { franceTravailCents: 118_999, traineeCents: 12_001 } })),
  "a cent over the quote, of a deposit": () =>
    judged({ ...ofQuote, ...deposit(119_001) }, quoted({ funding: { franceTravailCents: 118_999, traineeCents: 12_001 } })),
  "half the hours, half the price": () => judged(half(59_500), { agreement: perTrainee }),
  "half the hours, a cent more": () => judged(half(59_501), { agreement: perTrainee }),
  "half the hours, a cent more, by the hour": () => judged(half(59_501)),
  "half the hours, a cent more, of an AIF": () => judged({ ...ofQuote, ...half(59_501) }, quoted()),
  "half the hours, half the price, of an AIF": () => judged({ ...ofQuote, ...half(59_500) }, quoted()),
  "half the hours, then the rest at the whole price": () =>
    judged(half(119_000, halfDays.slice(10)), {
      agreement: perTrainee,
      others: [anIssuedInvoice({ ...half(59_500), reference: "PF-2026-0002" })],
    }),
  "half the hours, a cent more, of a credit note": () => judged({ kind: "credit-note", ...half(59_501) }, { agreement: perTrainee }),
  "the same in another draft": () => judged({}, { others: [anInvoice({ reference: "PF-2026-0002" })] }),
  "the same in another draft, a day earlier and later": () =>
    judged({}, { others: [anInvoice({ reference: "PF-2026-0002", startsOn: "2026-12-08", endsOn: "2026-12-17" })] }),
  "the same in another draft, around": () =>
    judged({}, { others: [anInvoice({ reference: "PF-2026-0002", startsOn: "2026-12-06", endsOn: "2026-12-19" })] }),
  "the same in another draft, after": () =>
    judged({}, { others: [anInvoice({ reference: "PF-2026-0002", startsOn: "2026-12-19", endsOn: "2026-12-20" })] }),
  "the same in a deposit, or discarded": () =>
    judged({}, { others: [anInvoice({ reference: "PF-2", kind: "deposit" }), anInvoice({ reference: "PF-3", status: "discarded" })] }),
  "the same in an issued invoice, its half-days unsaid": () =>
    judged({}, { others: [anIssuedInvoice({ reference: "PF-2026-0002", lines: [{ ...line, halfDays: [] }] })] }),
  "the half-days unsaid here, somebody else there": () =>
    judged(
      { lines: [{ ...line, halfDays: [] }] },
      { others: [anInvoice({ reference: "PF-2", lines: [{ ...line, traineeId: "T-0008" }] })] },
    ),
  "the same, both issued": () =>
    checkInvoice(anInvoiceSituation({ invoice: anIssuedInvoice(), others: [anInvoice({ reference: "PF-2026-0002" })] })),
  "a penalty at the contract's rate": () => judged({ penalty: { amountCents: 11_900, reason: "Retard" } }, atRates),
  "a penalty a cent above": () => judged({ penalty: { amountCents: 11_901, reason: "Retard" } }, atRates),
  "a penalty of a credit note": () => judged({ kind: "credit-note", penalty: { amountCents: 11_901, reason: "Retard" } }, atRates),
  "a penalty of an AIF": () => judged({ ...ofQuote, penalty: { amountCents: 1, reason: "Retard" } }, quoted()),
  "a deposit at the contract's rate": () => judged(deposit(35_700), atRates),
  "a deposit a cent above": () => judged(deposit(35_701), atRates),
  "a deposit a cent above, discarded": () => judged({ ...deposit(35_701), status: "discarded" }, atRates),
  "a deposit a cent above, credited": () => judged({ ...deposit(35_701), status: "credited" }, atRates),
  "a deposit of no order": () => judged(deposit(1), { ...atRates, order: undefined }),
  "a deposit of no agreement": () => judged(deposit(1), { agreement: undefined }),
};
