import { type billingRefusals, type MismatchField, type matchRules, mismatchLabels, nothingReasons } from "@kairos/core";
import type { Samples } from "./sentences.js";

const trainees = [{ traineeId: "T-0007", count: 2, first: { day: "2026-12-07", half: "morning" as const } }];
const period = { startsOn: "2026-12-07", endsOn: "2026-12-18" };
const beyond = {
  billedMinutes: 42_000,
  provedMinutes: 39_300,
  trainees: [{ traineeId: "T-0007", billedMinutes: 4200, provedMinutes: 1500 }],
};
const unnamed = { ...beyond, trainees: [{ traineeId: undefined, billedMinutes: 42_000, provedMinutes: 39_300 }] };
const figures: Readonly<Partial<Record<MismatchField, readonly [string | number, string | number]>>> = {
  price: [1700, 1650],
  vatRate: [0, 2000],
  startsOn: ["2026-10-07", "2026-11-01"],
};

/** Params of the sentences about what is billed and what it is matched with. */
export const billingSamples: Pick<Samples, keyof typeof matchRules | keyof typeof billingRefusals> = {
  "invoice.agreement-missing": (["none", "unsigned", "late"] as const).map((why) => ({
    why,
    agreement: "CONV-2026-0001",
    signedOn: why === "late" ? "2026-12-08" : undefined,
    startsOn: "2026-12-07",
  })),
  "invoice.agreement-mismatch": (Object.keys(mismatchLabels) as MismatchField[]).flatMap((field) =>
    (["agreement", "order", "quote"] as const).map((from) => {
      const [invoice, agreed] = figures[field] ?? (field === "endsOn" || field === "cancelled" ? ["2027-01-08", "2026-12-18"] : ["A", "B"]);
      return { field, invoice, agreed, from, reference: "BC-2026-118" };
    }),
  ),
  "invoice.order-reference-missing": [{ order: undefined }, { order: "BC-2026-118" }],
  "invoice.quote-not-accepted": [
    { quote: undefined, status: undefined },
    { quote: "DEV-2026-0001", status: undefined },
    { quote: "DEV-2026-0001", status: "under-review" },
  ],
  "invoice.poei-payee": [undefined, "Kervella"].map((employer) => ({ quote: "DEV-2026-0002", employer })),
  "invoice.afc-fee-to-trainee": (["line", "quote"] as const).map((by) => ({ by, label: "Frais de dossier", amountCents: 5000 })),
  "invoice.company-share": [{ share: 3500, most: 3000, session: "SE-2026-014" }],
  "invoice.hours-over-attendance": [beyond, unnamed],
  "invoice.hours-under-attendance": [
    { billedMinutes: 3990, provedMinutes: 4200, leftMinutes: 210, trainees: [{ traineeId: "T-0007", leftMinutes: 210 }] },
  ],
  "invoice.trainee-unknown": (["order", "quote", "session"] as const).map((from) => ({ traineeId: "T-0007", from, reference: "R-1" })),
  "invoice.trainee-twice": [1, 2].flatMap((count) =>
    [[], ["FAC-2026-0001"]].map((invoices) => ({ count, minutes: 210 * count, invoices, trainees })),
  ),
  "invoice.attendance-incomplete": (["open-months", "unrecorded", "unsigned"] as const).flatMap((why) =>
    [1, 2].map((count) => ({ why, session: "SE-2026-014", months: ["2026-12", "2027-01"].slice(0, count), count, trainees })),
  ),
  "invoice.credit-needed": [{ invoice: "FAC-2026-0001", ...beyond }],
  "invoice.over-order": (["minutes", "cents"] as const).flatMap((unit) =>
    [true, false].map((isAmended) => ({ order: "BC-2026-118", isAmended, unit, ordered: 4200, before: 210, billed: 4200 })),
  ),
  "invoice.over-quote": [{ quote: "DEV-2026-0001", paidCents: 100_000, before: 0, billed: 119_000 }],
  "invoice.pro-rata": (["order", "quote"] as const).map((from) => ({
    traineeId: "T-0007",
    billedCents: 119_000,
    dueCents: 59_500,
    followedMinutes: 2100,
    plannedMinutes: 4200,
    from,
    reference: "R-1",
  })),
  "invoice.period-overlap": [true, false].map((isDraft) => ({ other: "PF-2026-0002", isDraft, ...period })),
  "invoice.penalty-over-contract": [{ amountCents: 5000, mostCents: 0, rate: 0 }],
  "invoice.deposit-over-rate": [{ before: 0, billed: 40_000, mostCents: 35_700, rate: 3000 }],
  "invoice.deposit-not-left": [0, 30_000].map((leftCents) => ({ number: "FAC-2026-0001", takenCents: 35_700, leftCents })),
  "invoice.nothing-to-bill": nothingReasons.flatMap((why) =>
    [1, 2].map((count) => ({
      why,
      session: "SE-2026-014",
      origin: "BC-2026-118",
      months: ["2026-12", "2027-01"].slice(0, count),
      trainees,
      invoices: count === 1 ? [] : ["FAC-2026-0001"],
    })),
  ),
  "invoice.origin-unclear": [{}],
  "invoice.match-unclear": [{}],
  "invoice.customer-unclear": [0, 2].map((count) => ({ count })),
  "invoice.period-unclear": (["both", "reversed"] as const).map((why) => ({ why })),
  "invoice.draft-exists": [{ draft: "PF-2026-0001", origin: "BC-2026-118", ...period }],
  "invoice.not-draft": [{ invoice: "FAC-2026-0001", status: "issued" }],
};
