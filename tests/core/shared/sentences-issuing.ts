import {
  type creditRefusals,
  type invoiceLawRules,
  type invoiceRefusals,
  type issueRefusals,
  type seriesRules,
  sirenOf,
} from "@kairos/core";
import { bordeaux } from "../../examples/index.js";
import type { Samples } from "./sentences.js";

type Codes =
  | keyof typeof invoiceRefusals
  | keyof typeof issueRefusals
  | keyof typeof creditRefusals
  | keyof typeof seriesRules
  | keyof typeof invoiceLawRules;

const invoice = "FAC-2026-0001";
const cited = { number: invoice, issuedOn: "2026-12-21" };

export const issuingSamples: Pick<Samples, Codes> = {
  "invoice.step-illegal": [
    { action: "issue", status: "issued", invoice, possible: ["deposit", "settle"] },
    { action: "credit", status: "credited", invoice, possible: [] },
  ],
  "invoice.same-person": [{ invoice: "PF-2026-0001" }],
  "invoice.issued-in-future": [{ issuedOn: "2026-12-22", today: "2026-12-21" }],
  "invoice.paid-after-issue": [{ paidOn: "2026-12-21", issuedOn: "2026-12-20" }],
  "invoice.number-duplicate": [{ number: invoice }],
  "invoice.number-gap": [
    { first: "FAC-2026-0002", last: "FAC-2026-0002", count: 1 },
    { first: "FAC-2026-0002", last: "FAC-2026-0004", count: 3 },
  ],
  "invoice.number-not-chronological": [
    { issuedOn: "2026-12-20", last: invoice, lastOn: "2026-12-21" },
    { number: "FAC-2026-0002", issuedOn: "2026-12-20", last: invoice, lastOn: "2026-12-21" },
  ],
  "invoice.series-misuse": [
    { series: "FAC", numbers: ["F-2026-0001"] },
    { series: "FAC", numbers: ["F-2026-0001", "F-2026-0002"] },
  ],
  "invoice.issued-edited": [
    { number: invoice, fields: ["title", "lines"], isGone: false },
    { number: invoice, fields: [], isGone: true },
  ],
  "invoice.seller-siren": [{ siren: sirenOf(bordeaux), others: [{ reference: "CONV-2026-0001", siren: sirenOf(bordeaux) }] }],
  "invoice.seller-address": [{}],
  "invoice.customer-siren": [
    { siret: bordeaux, fault: "own" },
    { siret: bordeaux, fault: "unknown" },
  ],
  "invoice.customer-address": [{ customer: "France Travail" }],
  "invoice.exemption-reference": [
    { fault: "no-attestation", line: 1 },
    { fault: "no-reference", line: 2 },
  ],
  "invoice.vat-mixed": [{ line: 1 }],
  "invoice.nda-mention": [{}],
  "invoice.rounding": [{ line: 1, amountCents: 119_001, expectedCents: 119_000 }],
  "invoice.total-out-of-range": [{ cents: -100, mostCents: 1_000_000_000 }],
  "invoice.credit-reference": [
    { fault: "nothing-cited" },
    { fault: "not-issued", cited },
    { fault: "differs", cited, invoice: { number: "FAC-2026-0002", issuedOn: "2026-12-22" } },
  ],
  "invoice.credit-over": [
    { invoice, line: 2, askedCents: 10_000, leftCents: 5_000 },
    { invoice, askedCents: 10_000, leftCents: 0 },
  ],
  "invoice.credit-not-billed": [
    { invoice, fault: "line", asked: [3], possible: [1, 2] },
    { invoice, fault: "trainee", asked: ["T-0009"], possible: [] },
    {
      invoice,
      fault: "half-day",
      asked: [{ day: "2026-12-07", half: "morning" }],
      possible: [{ day: "2026-12-07", half: "afternoon" }],
    },
  ],
  "invoice.credit-choice": [
    { fault: "both", possible: [] },
    { fault: "which-line", possible: [1, 2] },
    { fault: "which-trainee", possible: ["T-0007"] },
  ],
  "invoice.credit-of-credit": [{ invoice: "AV-2026-0001" }],
};
