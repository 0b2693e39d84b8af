import type { catalogue } from "@kairos/core";
import type { Fault } from "../seeded.js";
import { attendanceFaults } from "./attendance/index.js";
import { importFaults } from "./imports/index.js";
import { listingFaults } from "./listing.js";
import { quoteFaults } from "./quotes.js";
import { reconciliationFaults } from "./reconciliation.js";
import { sessionFaults } from "./sessions/index.js";
import { signingFaults } from "./signing/index.js";
import { statementFaults } from "./statements/index.js";

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
  "session.schedule-two-ways": "tests/bot/sessions.test.ts",
  "session.schedule-exists": "tests/bot/sessions.test.ts",
  "file.not-text": "tests/bot/files/read-table.test.ts",
  "file.encoding": "tests/bot/files/read-table.test.ts",
  "file.beyond-limits": "tests/bot/files/read-table.test.ts",
  "xml.not-well-formed": "tests/bot/files/xml.test.ts",
  "xml.declaration-refused": "tests/bot/files/xml.test.ts",
  "table.header-missing": "tests/bot/files/read-table.test.ts",
  "table.column-missing": "tests/bot/files/read-table.test.ts",
  "table.column-twice": "tests/bot/files/read-table.test.ts",
  "table.column-unknown": "tests/bot/files/read-table.test.ts",
  "table.formula": "tests/bot/files/read-table.test.ts",
  "table.row-length": "tests/bot/files/read-table.test.ts",
  "table.quotes": "tests/bot/files/read-table.test.ts",
  "lheo.not-lheo": "tests/bot/files/xml.test.ts",
  "lheo.version-unknown": "tests/bot/files/xml.test.ts",
  "import.nothing-sound": "tests/bot/imports.test.ts",
  "import.faulty-entries": "tests/bot/imports.test.ts",
  "import.wrong-status": "tests/bot/imports.test.ts",
  "import.other-nature": "tests/bot/attendance-import.test.ts",
  "import.used-since": "tests/bot/imports.test.ts",
  "attendance.roster-empty": "tests/bot/assiduite.test.ts",
  "attendance.half-day-to-choose": "tests/bot/assiduite.test.ts",
  "attendance.half-day-unplanned": "tests/bot/assiduite.test.ts",
  "attendance.nothing-to-undo": "tests/bot/assiduite.test.ts",
  "attendance.entry-corrected": "tests/bot/assiduite.test.ts",
  "attendance.enrolled-elsewhere": "tests/bot/assiduite-corrections.test.ts",
  "attendance.enrolment-has-facts": "tests/bot/assiduite-corrections.test.ts",
  "attendance.other-establishment": "tests/bot/assiduite-corrections.test.ts",
  "attendance.account-taken": "tests/bot/assiduite-corrections.test.ts",
  "attendance.export-too-large": "tests/bot/attendance-export.test.ts",
  "import.faulty-rows": "tests/bot/attendance-import.test.ts",
  "import.no-sound-row": "tests/bot/attendance-import.test.ts",
  "import.changed-since": "tests/bot/attendance-import.test.ts",
  "attendance.code-unknown": "tests/bot/sign-in.test.ts",
  "attendance.code-other-group": "tests/bot/sign-in.test.ts",
  "attendance.sign-in-blocked": "tests/bot/sign-in.test.ts",
  "attendance.nothing-to-sign": "tests/bot/sign-in.test.ts",
  "attendance.movement-unknown": "tests/bot/assiduite-mouvements.test.ts",
  "attendance.movement-too-early": "tests/bot/assiduite-mouvements.test.ts",
};
