import { dutyFaults } from "./einvoices/duty.js";
import { readingFaults } from "./einvoices/reading.js";
import { writingFaults } from "./einvoices/writing.js";
import type { FaultsOf } from "./index.js";

/** What is wrong with a PDF before any invoice is found in it. */
export const heldOfEinvoices = {
  "einvoice.no-attachment": "tests/bot/einvoice.test.ts",
  "einvoice.several-attachments": "tests/bot/einvoice.test.ts",
  "einvoice.pdf-unreadable": "tests/bot/einvoice.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"einvoices">, string>>;

export const einvoiceFaults: Omit<FaultsOf<"einvoices">, keyof typeof heldOfEinvoices> = {
  ...writingFaults,
  ...dutyFaults,
  ...readingFaults,
};
