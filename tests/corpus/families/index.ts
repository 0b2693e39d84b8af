import type { catalogue } from "@kairos/core";
import type { Fault } from "../seeded.js";
import { accessFaults, heldOfAccess } from "./access/index.js";
import { appointmentFaults } from "./appointments.js";
import { auditFaults, heldOfAudit } from "./audit.js";
import { identifierFaults } from "./identifiers.js";
import { heldOfIncidents, incidentFaults } from "./incidents.js";
import { heldOfInput, inputFaults } from "./input/index.js";
import { heldOfMembership, membershipFaults } from "./membership.js";
import { heldOfPrivacy } from "./privacy.js";
import { quoteFaults } from "./quotes.js";

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
};

/** Codes that no pure function decides, and the test of the desk that holds each. */
export const heldByTheDesk: Readonly<Record<string, string>> = {
  ...heldOfAccess,
  ...heldOfAudit,
  ...heldOfIncidents,
  ...heldOfInput,
  ...heldOfMembership,
  ...heldOfPrivacy,
};
