import { dutyFaults } from "./einvoices/duty.js";
import { readingFaults } from "./einvoices/reading.js";
import { writingFaults } from "./einvoices/writing.js";
import type { FaultsOf } from "./index.js";

type HeldByTheDesk = "einvoice.no-attachment" | "einvoice.several-attachments" | "einvoice.pdf-unreadable";

export const einvoiceFaults: Omit<FaultsOf<"einvoices">, HeldByTheDesk> = { ...writingFaults, ...dutyFaults, ...readingFaults };
