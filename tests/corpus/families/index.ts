import type { catalogue } from "@kairos/core";
import type { Fault } from "../seeded.js";
import { attendanceFaults, heldOfAttendance } from "./attendance/index.js";
import { heldOfImports, importFaults } from "./imports/index.js";
import { listingFaults } from "./listing.js";
import { quoteFaults } from "./quotes.js";
import { reconciliationFaults } from "./reconciliation.js";
import { heldOfSessions, sessionFaults } from "./sessions/index.js";
import { heldOfSigning, signingFaults } from "./signing/index.js";
import { heldOfStatements, statementFaults } from "./statements/index.js";

type Family = keyof typeof catalogue;
export type FaultsOf<Name extends Family> = { readonly [Code in keyof (typeof catalogue)[Name]]: Fault };

/** One fault for every public code, by family of the catalogue. */
export const families: { readonly [Name in Family]?: Partial<FaultsOf<Name>> } = {
  quotes: quoteFaults,
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
  ...heldOfSessions,
  ...heldOfImports,
  ...heldOfAttendance,
  ...heldOfSigning,
  ...heldOfStatements,
};
