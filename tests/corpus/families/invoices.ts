import type { FaultsOf } from "./index.js";
import { issuingFaults } from "./invoices/issuing.js";
import { lawFaults } from "./invoices/law.js";
import { matchFaults } from "./invoices/match.js";

/** What was asked unclearly, or is known only by looking at the other invoices. */
export const heldOfInvoices = {
  "invoice.origin-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.match-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.customer-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.period-unclear": "tests/bot/factures-preparer.test.ts",
  "invoice.draft-exists": "tests/bot/factures-preparer.test.ts",
  "invoice.not-draft": "tests/bot/factures-preparer.test.ts",
  "invoice.credit-choice": "tests/bot/facture-avoir.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"invoices">, string>>;

export const invoiceFaults: Omit<FaultsOf<"invoices">, keyof typeof heldOfInvoices> = { ...matchFaults, ...lawFaults, ...issuingFaults };
