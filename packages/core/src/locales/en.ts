import type { ProblemCode, Sentences } from "../catalogue.js";
import { accessEnglish } from "./en/access.js";
import { accessReviewEnglish } from "./en/access-review.js";
import { agreementsEnglish } from "./en/agreements.js";
import { appointmentsEnglish } from "./en/appointments.js";
import { attendanceImportEnglish } from "./en/attendance-import.js";
import { attendanceRecordsEnglish } from "./en/attendance-records.js";
import { auditEnglish } from "./en/audit.js";
import { billingEnglish } from "./en/billing.js";
import { certificatesEnglish } from "./en/certificates.js";
import { channelEnglish } from "./en/channel.js";
import { displayEnglish } from "./en/display.js";
import { einvoiceEnglish } from "./en/einvoice.js";
import { einvoiceReadingEnglish } from "./en/einvoice-reading.js";
import { filesEnglish } from "./en/files.js";
import { importsEnglish } from "./en/imports.js";
import { incidentsEnglish } from "./en/incidents.js";
import { inputEnglish } from "./en/input.js";
import { issuingEnglish } from "./en/issuing.js";
import { joiningEnglish } from "./en/joining.js";
import { listingEnglish } from "./en/listing.js";
import { membershipEnglish } from "./en/membership.js";
import { monthsEnglish } from "./en/months.js";
import { movementsEnglish } from "./en/movements.js";
import { paymentsEnglish } from "./en/payments.js";
import { privacyEnglish } from "./en/privacy.js";
import { quotesEnglish } from "./en/quotes.js";
import { reconciliationEnglish } from "./en/reconciliation.js";
import { schedulesEnglish } from "./en/schedules.js";
import { sheetsEnglish } from "./en/sheets.js";
import { signingEnglish } from "./en/signing.js";

/** The English sentence of each code. */
export const english: Sentences<ProblemCode> = {
  ...inputEnglish,
  ...filesEnglish,
  ...importsEnglish,
  ...membershipEnglish,
  ...joiningEnglish,
  ...accessEnglish,
  ...accessReviewEnglish,
  ...appointmentsEnglish,
  ...auditEnglish,
  ...privacyEnglish,
  ...attendanceRecordsEnglish,
  ...attendanceImportEnglish,
  ...signingEnglish,
  ...sheetsEnglish,
  ...monthsEnglish,
  ...movementsEnglish,
  ...certificatesEnglish,
  ...reconciliationEnglish,
  ...quotesEnglish,
  ...schedulesEnglish,
  ...displayEnglish,
  ...listingEnglish,
  ...agreementsEnglish,
  ...billingEnglish,
  ...issuingEnglish,
  ...paymentsEnglish,
  ...channelEnglish,
  ...einvoiceEnglish,
  ...einvoiceReadingEnglish,
  ...incidentsEnglish,
};
