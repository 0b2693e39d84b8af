import type { FaultsOf } from "./index.js";
import { issuingFaults } from "./invoices/issuing.js";
import { lawFaults } from "./invoices/law.js";
import { matchFaults } from "./invoices/match.js";

type HeldByTheDesk =
  | "invoice.origin-unclear"
  | "invoice.match-unclear"
  | "invoice.customer-unclear"
  | "invoice.period-unclear"
  | "invoice.draft-exists"
  | "invoice.not-draft"
  | "invoice.credit-choice";

export const invoiceFaults: Omit<FaultsOf<"invoices">, HeldByTheDesk> = { ...matchFaults, ...lawFaults, ...issuingFaults };
