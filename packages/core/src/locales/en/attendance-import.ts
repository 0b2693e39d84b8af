import type { attendanceImportRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const attendanceImportEnglish: Sentences<keyof typeof attendanceImportRules> = {};
