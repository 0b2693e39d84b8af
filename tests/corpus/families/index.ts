import type { catalogue } from "@kairos/core";
import type { Fault } from "../seeded.js";
import { accessFaults, heldOfAccess } from "./access/index.js";
import { agreementFaults, heldOfAgreements } from "./agreements.js";
import { appointmentFaults } from "./appointments.js";
import { attendanceFaults, heldOfAttendance } from "./attendance/index.js";
import { auditFaults, heldOfAudit } from "./audit.js";
import { einvoiceFaults, heldOfEinvoices } from "./einvoices.js";
import { identifierFaults } from "./identifiers.js";
import { heldOfImports, importFaults } from "./imports/index.js";
import { heldOfIncidents, incidentFaults } from "./incidents.js";
import { heldOfInput, inputFaults } from "./input/index.js";
import { heldOfInvoices, invoiceFaults } from "./invoices.js";
import { listingFaults } from "./listing.js";
import { heldOfMembership, membershipFaults } from "./membership.js";
import { paymentFaults } from "./payments.js";
import { heldOfPrivacy } from "./privacy.js";
import { quoteFaults } from "./quotes.js";
import { reconciliationFaults } from "./reconciliation.js";
import { heldOfSessions, sessionFaults } from "./sessions/index.js";
import { heldOfSigning, signingFaults } from "./signing/index.js";
import { heldOfStatements, statementFaults } from "./statements/index.js";

type Family = keyof typeof catalogue;
export type FaultsOf<Name extends Family> = { readonly [Code in keyof (typeof catalogue)[Name]]: Fault };

/** One fault for every public code, by family of the catalogue. */
export const families: { readonly [Name in Family]?: Partial<FaultsOf<Name>> } = {
  access: accessFaults,
  appointments: appointmentFaults,
  audit: auditFaults,
  identifiers: identifierFaults,
  incidents: incidentFaults,
  input: inputFaults,
  membership: membershipFaults,
  quotes: quoteFaults,
  agreements: agreementFaults,
  invoices: invoiceFaults,
  payments: paymentFaults,
  einvoices: einvoiceFaults,
  sessions: sessionFaults,
  listing: listingFaults,
  imports: importFaults,
  attendance: attendanceFaults,
  signing: signingFaults,
  statements: statementFaults,
  reconciliation: reconciliationFaults,
};

/** Codes that no pure function decides, and the test of the desk that holds each. */
export const heldByTheDesk: Readonly<Record<string, string>> = {
  ...heldOfAgreements,
  ...heldOfInvoices,
  ...heldOfEinvoices,
  ...heldOfSessions,
  ...heldOfImports,
  ...heldOfAttendance,
  ...heldOfSigning,
  ...heldOfStatements,
  ...heldOfAccess,
  ...heldOfAudit,
  ...heldOfIncidents,
  ...heldOfInput,
  ...heldOfMembership,
  ...heldOfPrivacy,
};
