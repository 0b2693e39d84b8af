import {
  advanceInvoice,
  checkInvoice,
  checkSeries,
  creditLines,
  creditRefusals,
  type InvoiceSituation,
  type IssuedInvoice,
  issueInvoice,
  mayBeCredited,
  type Problem,
  type Result,
  raise,
  readyToIssue,
} from "@kairos/core";
import { invoiceLawRules } from "../../../../packages/core/src/invoices/issuing/law-rules.js";
import { aCustomer, anAgreement, anInvoice, anInvoiceLine, anInvoiceSituation, anIssuedInvoice } from "../../../examples/invoice.js";
import { aProvider } from "../../../examples/provider.js";

export const issuing = { issuedOn: "2026-12-21", by: "karim", at: "2026-12-21T10:00:00.000Z" };
export const original = anIssuedInvoice() as IssuedInvoice;

/** A credit note on the whole of the sound invoice, beside it. */
export function aCreditSituation(
  overrides: Parameters<typeof anInvoice>[0] = {},
  beside: Partial<InvoiceSituation> = {},
): InvoiceSituation {
  const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: original.reference, reason: "Feuille rectifiée" };
  const lines = [anInvoiceLine({ creditedLine: 1 })];
  const invoice = anInvoice({ reference: "PF-2026-0002", kind: "credit-note", credits, lines, ...overrides });
  return anInvoiceSituation({ invoice, original, others: [original], ...beside });
}

const problemsOf = (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems);
const judged = (beside: Partial<InvoiceSituation>) =>
  checkInvoice(anInvoiceSituation(beside)).filter(({ code }) => Object.hasOwn(invoiceLawRules, code));
const withLine = (overrides: Parameters<typeof anInvoiceLine>[0]) => judged({ invoice: anInvoice({ lines: [anInvoiceLine(overrides)] }) });
const refusedTo = (act: Partial<Parameters<typeof readyToIssue>[1]>, beside: Partial<InvoiceSituation> = {}) =>
  problemsOf(readyToIssue(anInvoiceSituation(beside), { ...issuing, ...act }));
const ranked = (rank: number) => {
  const ready = readyToIssue(anInvoiceSituation(), { ...issuing, last: { number: "FAC-2026-0004", rank: 4, issuedOn: "2026-12-20" } });
  if (!ready.ok) throw new Error("not ready");
  return problemsOf(issueInvoice(ready.value, rank));
};
const series = { series: "FAC", year: 2026 };
const taken = [{ number: "FAC-2026-0001", rank: 1, issuedOn: "2026-12-21" }];

/** One broken example of each code, which gives that code and nothing else. */
export const issuingExamples = {
  "invoice.step-illegal": () => problemsOf(advanceInvoice(anIssuedInvoice(), "issue")),
  "invoice.same-person": () => refusedTo({ by: "lea" }),
  "invoice.issued-in-future": () => refusedTo({ issuedOn: "2026-12-22" }),
  "invoice.paid-after-issue": () => refusedTo({ issuedOn: "2026-12-20" }, { invoice: anInvoice({ alreadyPaid: { on: "2026-12-21" } }) }),
  "invoice.number-duplicate": () => ranked(4),
  "invoice.number-gap": () => ranked(6),
  "invoice.number-not-chronological": () => refusedTo({ last: { number: "FAC-2027-0001", rank: 1, issuedOn: "2027-01-04" } }),
  "invoice.series-misuse": () => checkSeries({ ...series, taken, elsewhere: [{ number: "F-2026-0001", rank: 1, issuedOn: "2026-03-01" }] }),
  "invoice.issued-edited": () =>
    checkSeries({ ...series, taken, sealed: [{ sealed: original, kept: anIssuedInvoice({ title: "Cariste CACES R482" }) }] }),
  "invoice.seller-siren": () => judged({ agreement: anAgreement({ siret: "73282932000074" }) }),
  "invoice.seller-address": () => judged({ provider: aProvider({ address: { city: "" } }) }),
  "invoice.customer-siren": () => judged({ invoice: anInvoice({ customerSiret: "99900014400025" }) }),
  "invoice.customer-address": () => judged({ customer: aCustomer({ address: { street: "" } }) }),
  "invoice.exemption-reference": () => judged({ provider: aProvider({ vatAttestationOn: undefined }) }),
  "invoice.vat-mixed": () => withLine({ vatRate: 2000 }),
  "invoice.nda-mention": () => judged({ provider: aProvider({ activityRegion: undefined }) }),
  "invoice.rounding": () => withLine({ amountCents: 119_001 }),
  "invoice.total-out-of-range": () => judged({ invoice: anInvoice({ penalty: { amountCents: 119_001, reason: "Retard" } }) }),
  "invoice.credit-reference": () => checkInvoice(aCreditSituation({ credits: undefined })),
  "invoice.credit-over": () =>
    checkInvoice(
      aCreditSituation({ lines: [anInvoiceLine({ creditedLine: 1, quantity: 4201, unitPriceCents: 1700, amountCents: 119_028 })] }),
    ),
  "invoice.credit-not-billed": () => problemsOf(creditLines(original, [], { kind: "lines", lines: [2] })),
  "invoice.credit-choice": () => [raise(creditRefusals, "invoice.credit-choice", [], { fault: "both", possible: [] })],
  "invoice.credit-of-credit": () => problemsOf(mayBeCredited(anIssuedInvoice({ kind: "credit-note" }))),
};
