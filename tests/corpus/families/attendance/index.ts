import type { FaultsOf } from "../index.js";
import { recordFaults } from "./records.js";
import { refusalFaults } from "./refusals.js";
import { rowFaults } from "./rows.js";

/** What the desk finds when something is entered, undone, enrolled, exported or brought in. */
type Held =
  | "attendance.roster-empty"
  | "attendance.half-day-to-choose"
  | "attendance.half-day-unplanned"
  | "attendance.nothing-to-undo"
  | "attendance.entry-corrected"
  | "attendance.enrolled-elsewhere"
  | "attendance.enrolment-has-facts"
  | "attendance.other-establishment"
  | "attendance.account-taken"
  | "attendance.export-too-large"
  | "import.faulty-rows"
  | "import.no-sound-row"
  | "import.changed-since";

export const attendanceFaults: Omit<FaultsOf<"attendance">, Held> = { ...recordFaults, ...refusalFaults, ...rowFaults };
