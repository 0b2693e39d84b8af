import type { invoiceRefusals, Label } from "@kairos/core";
import { issuingTitles } from "./problem-titles-issuing.js";

const refusals: Readonly<Record<keyof typeof invoiceRefusals, Label>> = {
  "invoice.step-illegal": { fr: "étape de facture impossible", en: "invoice step not possible" },
};

/** The codes of agreements, invoices, payments and channels, one group a vertical. */
export const invoiceTitles = {
  ...refusals,
  ...issuingTitles,
};
