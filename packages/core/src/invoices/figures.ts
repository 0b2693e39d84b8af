import type { DatedValue } from "../shared/dated.js";
import type { BasisPoints } from "../shared/money.js";

/** Days a public body has to pay, from the day it received the invoice. */
export const publicPaymentDays: readonly DatedValue<number>[] = [{ from: "2019-04-01", value: 30, source: "public-payment-terms" }];

/** Recovery indemnity that is due without reminder, in cents. */
export const recoveryIndemnityCents: readonly DatedValue<number>[] = [{ from: "2013-01-01", value: 4000, source: "public-payment-terms" }];

/** What a public body owes above the European Central Bank's rate when it is late, in basis points. */
export const lateInterestAboveBank: readonly DatedValue<BasisPoints>[] = [
  { from: "2013-03-16", value: 800, source: "public-payment-terms" },
];

/** Most of an AFC that may take place in a company. */
export const afcCompanyShare: readonly DatedValue<BasisPoints>[] = [{ from: "2024-01-01", value: 3000, source: "afc-cariforef-occitanie" }];

/** Every business must be able to receive electronic invoices. */
export const einvoiceReceiving: readonly DatedValue<true>[] = [{ from: "2026-09-01", value: true, source: "e-invoicing-reform" }];

/** Which companies must issue electronic invoices for what bears VAT. */
export const einvoiceIssuing: readonly DatedValue<readonly ("small" | "large")[]>[] = [
  { from: "2026-09-01", value: ["large"], source: "e-invoicing-reform" },
  { from: "2027-09-01", value: ["large", "small"], source: "e-invoicing-reform" },
];
