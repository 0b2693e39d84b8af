import type { catalogue } from "@kairos/core";
import type { Fault } from "../seeded.js";
import { agreementFaults } from "./agreements.js";
import { einvoiceFaults } from "./einvoices.js";
import { invoiceFaults } from "./invoices.js";
import { paymentFaults } from "./payments.js";
import { quoteFaults } from "./quotes.js";

type Family = keyof typeof catalogue;
export type FaultsOf<Name extends Family> = { readonly [Code in keyof (typeof catalogue)[Name]]: Fault };

/** One fault for every public code, by family of the catalogue. */
export const families: { readonly [Name in Family]?: Partial<FaultsOf<Name>> } = {
  quotes: quoteFaults,
  agreements: agreementFaults,
  invoices: invoiceFaults,
  payments: paymentFaults,
  einvoices: einvoiceFaults,
};

/** Codes that no pure function decides, and the test of the desk that holds each. */
export const heldByTheDesk: Readonly<Record<string, string>> = {
  "agreement.already-signed": "tests/bot/conventions.test.ts",
  "agreement.billed-already": "tests/bot/conventions.test.ts",
  "order.already-cancelled": "tests/bot/commandes.test.ts",
  "invoice.origin-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.match-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.customer-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.period-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.draft-exists": "tests/bot/factures-preparer.test.ts",
  "invoice.not-draft": "tests/bot/factures-preparer.test.ts",
  "invoice.credit-choice": "tests/bot/facture-avoir.test.ts",
  "einvoice.no-attachment": "tests/bot/einvoice.test.ts",
  "einvoice.several-attachments": "tests/bot/einvoice.test.ts",
  "einvoice.pdf-unreadable": "tests/bot/einvoice.test.ts",
};
