import type { recordRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const attendanceRecordsEnglish: Sentences<keyof typeof recordRules> = {};
