import { type BillingProof, billingRefusals, checkInvoice, type InvoiceSituation, matchRules, type Problem, raise } from "@kairos/core";
import { aFact } from "../../../examples/attendance.js";
import { aQuote } from "../../../examples/index.js";
import { anAgreement, anInvoice, anInvoiceLine, anInvoiceSituation, anIssuedInvoice, anOrder } from "../../../examples/invoice.js";

type Changes = Parameters<typeof anInvoice>[0];

/** What the match says of the sound invoice, changed as told. */
export const matched = (invoice: Changes, beside: Partial<InvoiceSituation> = {}): readonly Problem[] =>
  checkInvoice(anInvoiceSituation({ invoice: anInvoice(invoice), ...beside })).filter(({ code }) => Object.hasOwn(matchRules, code));

export const proofWith = (changes: Partial<BillingProof>): { readonly proof: BillingProof } => ({
  proof: { ...anInvoiceSituation().proof, ...changes },
});

const { records, planned, months } = anInvoiceSituation().proof;
const [firstFact, ...otherFacts] = records;
const halfDays = anInvoiceLine().halfDays;
const isFirst = ({ day, half }: { day: string; half: string }) => day === firstFact?.day && half === firstFact.half;

/** Absent on the first morning, at every other half-day otherwise. */
export const absentAtFirst = proofWith({
  records: [...otherFacts, ...(firstFact === undefined ? [] : [aFact("T-0007", firstFact, { status: "unexcused" })])],
});

const decided = { version: 1, recordedBy: "karim", recordedAt: "2026-11-30T10:00:00Z" };

/** The sound invoice of an accepted AIF quote. */
export const ofQuote = { scheme: "aif", agreement: undefined, order: undefined, quote: "DEV-2026-0001" } as const;
export const quoted = (overrides: Parameters<typeof aQuote>[0] = {}) => ({
  agreement: undefined,
  order: undefined,
  quote: aQuote({ status: "accepted", decision: { ...decided, on: "2026-11-30", outcome: "accepted" }, ...overrides }),
});

/** A line that bills the whole price of a trainee. */
export const wholePrice = (changes: Parameters<typeof anInvoiceLine>[0] = {}) =>
  anInvoiceLine({ unit: "flat", quantity: 1, unitPriceCents: 119_000, ...changes });
const perTrainee = anAgreement({ basis: "trainee", unitPriceCents: 119_000 });

const refused = <Code extends keyof typeof billingRefusals>(code: Code, params: Parameters<(typeof billingRefusals)[Code]["fr"]>[0]) => [
  raise(billingRefusals, code, [], params as never),
];

/** One broken example of each code, which gives that code and nothing else. */
export const billingExamples: {
  readonly [Code in keyof typeof matchRules | keyof typeof billingRefusals]: () => readonly Problem[];
} = {
  "invoice.agreement-missing": () => matched({}, { agreement: anAgreement({ signedOn: undefined }) }),
  "invoice.agreement-mismatch": () => matched({ lines: [anInvoiceLine({ unitPriceCents: 1650, amountCents: 115_500 })] }),
  "invoice.order-reference-missing": () => matched({ order: undefined }, { order: undefined }),
  "invoice.quote-not-accepted": () => matched(ofQuote, quoted({ status: "under-review", decision: undefined })),
  "invoice.poei-payee": () =>
    matched(
      { ...ofQuote, scheme: "poei" },
      quoted({ scheme: "poei", poei: { form: "external", employer: "Boulangerie des Quais", payee: "employer" } }),
    ),
  "invoice.afc-fee-to-trainee": () => matched({}, { quote: aQuote({ funding: { traineeCents: 5000 } }) }),
  "invoice.company-share": () =>
    matched({}, proofWith({ planned: planned.map((one, index) => (index < 7 ? { ...one, at: "company" as const } : one)) })),
  "invoice.hours-over-attendance": () => matched({}, absentAtFirst),
  "invoice.hours-under-attendance": () =>
    matched({ lines: [anInvoiceLine({ quantity: 3990, amountCents: 113_050, halfDays: halfDays.filter((one) => !isFirst(one)) })] }),
  "invoice.trainee-unknown": () => matched({}, { order: anOrder({ traineeIds: ["T-0009"] }) }),
  "invoice.trainee-twice": () =>
    matched(
      {},
      proofWith({
        billed: [
          {
            kind: "billed",
            sessionReference: "SE-2026-014",
            siret: anOrder().siret,
            traineeId: "T-0007",
            day: "2026-12-07",
            half: "morning",
            minutes: 210,
            reference: "FAC-2026-0001",
            at: "2026-12-19T09:00:00.000Z",
          },
        ],
      }),
    ),
  "invoice.attendance-incomplete": () => matched({}, proofWith({ months: months.map((one) => ({ ...one, status: "reopened" as const })) })),
  "invoice.credit-needed": () =>
    checkInvoice(anInvoiceSituation({ invoice: anIssuedInvoice(), ...absentAtFirst })).filter(({ code }) =>
      Object.hasOwn(matchRules, code),
    ),
  "invoice.over-order": () => matched({}, { order: anOrder({ minutes: 4199 }) }),
  "invoice.over-quote": () => matched(ofQuote, quoted({ funding: { franceTravailCents: 100_000, traineeCents: 31_000 } })),
  "invoice.pro-rata": () =>
    matched({ lines: [wholePrice({ halfDays: halfDays.slice(0, 10) })], endsOn: "2026-12-11" }, { agreement: perTrainee }),
  "invoice.period-overlap": () => matched({}, { others: [anInvoice({ reference: "PF-2026-0002" })] }),
  "invoice.penalty-over-contract": () => matched({ penalty: { amountCents: 5000, reason: "Compte rendu en retard" } }),
  "invoice.deposit-over-rate": () =>
    matched(
      { kind: "deposit", lines: [{ label: "Acompte", unitPriceCents: 40_000, amountCents: 40_000 }] },
      { agreement: anAgreement({ terms: { depositRate: 3000 } }) },
    ),
  "invoice.deposit-not-left": () =>
    matched({ kind: "balance", deposits: [{ number: "FAC-2026-0001", issuedOn: "2026-11-20", amountCents: 35_700 }] }),
  "invoice.nothing-to-bill": () =>
    refused("invoice.nothing-to-bill", {
      why: "open-months",
      session: "SE-2026-014",
      origin: "BC-2026-118",
      months: ["2026-12"],
      trainees: [],
      invoices: [],
    }),
  "invoice.origin-unclear": () => refused("invoice.origin-unclear", {}),
  "invoice.match-unclear": () => refused("invoice.match-unclear", {}),
  "invoice.customer-unclear": () => refused("invoice.customer-unclear", { count: 2 }),
  "invoice.period-unclear": () => refused("invoice.period-unclear", { why: "reversed" }),
  "invoice.draft-exists": () =>
    refused("invoice.draft-exists", { draft: "PF-2026-0001", origin: "BC-2026-118", startsOn: "2026-12-07", endsOn: "2026-12-18" }),
  "invoice.not-draft": () => refused("invoice.not-draft", { invoice: "FAC-2026-0001", status: "issued" }),
};
