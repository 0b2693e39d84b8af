import type { Due, Interest, InterestRow, paymentRefusals, paymentRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const invoice = "FAC-2026-0001";
const due: Due = { totalCents: 119_000, prepaidCents: 0, creditedCents: 0, paidCents: 0, leftCents: 119_000, refundCents: 0 };
const less: Due = { ...due, prepaidCents: 10_000, creditedCents: 20_000, paidCents: 30_000, leftCents: 59_000 };
const back: Due = { ...due, creditedCents: 19_000, paidCents: 119_000, leftCents: 0, refundCents: 19_000 };
const row: InterestRow = { from: "2027-01-21", until: "2027-01-21", days: 1, baseCents: 119_000, bankRate: 215, rate: 1015, cents: 33 };
const unknown: InterestRow = { ...row, bankRate: undefined, rate: undefined, cents: undefined };
const interests: readonly Interest[] = [
  { rows: [row], cents: 33 },
  { rows: [row, row], cents: 66 },
  { rows: Array.from({ length: 6 }, () => row), cents: 198 },
  { rows: [unknown], cents: undefined },
];
const terms = [
  { dueOn: "2027-01-20", from: "issue" as const, startsOn: "2026-12-21" },
  { dueOn: "2027-01-20", from: "receipt" as const, startsOn: "2026-12-21" },
];

export const paymentSamples: Pick<Samples, keyof typeof paymentRules | keyof typeof paymentRefusals> = {
  "payment.overdue": terms.flatMap((term) =>
    interests.map((interest) => ({ invoice, leftCents: 119_000, term, daysLate: interest.rows.length, interest, indemnityCents: 4000 })),
  ),
  "payment.refund-due": [{ invoice, due: back }],
  "payment.credit-note": [{ invoice: "AV-2026-0001" }],
  "payment.empty": [{ invoice }],
  "payment.before-issue": [{ invoice, on: "2026-12-20", issuedOn: "2026-12-21" }],
  "payment.over": [due, less].map((one) => ({ invoice, amountCents: 119_001, due: one })),
  "payment.duplicate": [undefined, "VIR-2027-118"].map((reference) => ({ invoice, on: "2027-01-15", amountCents: 50_000, reference })),
  "payment.unknown": [0, 1, 3].map((count) => ({ invoice, count })),
};
