import { accessChange } from "./access-change.js";
import { agreementRenewal } from "./agreement-renewal.js";
import { appointmentMissed, appointmentMissedKind } from "./appointment-missed.js";
import { appointmentReminder, appointmentReminderKind } from "./appointment-reminder.js";
import { digest } from "./digest.js";
import { incidentKnown } from "./incident-known.js";
import { incidentReminder } from "./incident-reminder.js";
import { incidentSolved } from "./incident-solved.js";
import { interruptedWork, interruptedWorkKind } from "./interrupted-work.js";
import { invoicesDue } from "./invoices-due.js";
import { monthsDue } from "./months-due.js";
import { movementsDue } from "./movements-due.js";
import type { NewsKind } from "./notice.js";
import { quoteReminder } from "./quote-reminder.js";
import { reviewDue } from "./review-due.js";

/** Every kind of news, by the name it is kept under. */
export const kinds: ReadonlyMap<string, NewsKind> = new Map([
  ["quote-reminder", quoteReminder],
  ["agreement-renewal", agreementRenewal],
  ["digest", digest],
  ["access-change", accessChange],
  ["review-due", reviewDue],
  [appointmentReminderKind, appointmentReminder],
  [appointmentMissedKind, appointmentMissed],
  ["movements-due", movementsDue],
  ["months-due", monthsDue],
  ["invoices-due", invoicesDue],
  ["incident-reminder", incidentReminder],
  ["incident-known", incidentKnown],
  ["incident-solved", incidentSolved],
  [interruptedWorkKind, interruptedWork],
]);
