import {
  agreementRefusals,
  agreementRules,
  billingRefusals,
  channelRefusals,
  creditRefusals,
  dutyRules,
  electronicInvoiceRules,
  invoiceRefusals,
  invoiceRules,
  issueRefusals,
  paymentRefusals,
  paymentRules,
  readingRules,
  seriesRules,
} from "../invoices/index.js";
import { agreementsEnglish } from "../locales/en/agreements.js";
import { billingEnglish } from "../locales/en/billing.js";
import { channelEnglish } from "../locales/en/channel.js";
import { einvoiceEnglish } from "../locales/en/einvoice.js";
import { einvoiceReadingEnglish } from "../locales/en/einvoice-reading.js";
import { issuingEnglish } from "../locales/en/issuing.js";
import { paymentsEnglish } from "../locales/en/payments.js";
import { sayOf } from "./common.js";

export type { AttendanceRecord } from "../attendance/index.js";
export * from "../invoices/index.js";
export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export { type Session, type SessionInput, sessionSchema, type Trainee, type TraineeInput, traineeSchema } from "../sessions/index.js";
export * from "./common-names.js";

/** A problem of invoices in words. */
export const say = sayOf(
  [
    agreementRefusals,
    agreementRules,
    billingRefusals,
    channelRefusals,
    creditRefusals,
    dutyRules,
    electronicInvoiceRules,
    invoiceRefusals,
    invoiceRules,
    issueRefusals,
    paymentRefusals,
    paymentRules,
    readingRules,
    seriesRules,
  ],
  {
    ...agreementsEnglish,
    ...billingEnglish,
    ...channelEnglish,
    ...einvoiceEnglish,
    ...einvoiceReadingEnglish,
    ...issuingEnglish,
    ...paymentsEnglish,
  },
);
