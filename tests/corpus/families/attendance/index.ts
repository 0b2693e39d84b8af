import type { FaultsOf } from "../index.js";
import { recordFaults } from "./records.js";
import { refusalFaults } from "./refusals.js";
import { rowFaults } from "./rows.js";

/** What the desk finds when something is entered, undone, enrolled, exported or brought in. */
export const heldOfAttendance = {
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
} satisfies Partial<Record<keyof FaultsOf<"attendance">, string>>;

export const attendanceFaults: Omit<FaultsOf<"attendance">, keyof typeof heldOfAttendance> = {
  ...recordFaults,
  ...refusalFaults,
  ...rowFaults,
};
