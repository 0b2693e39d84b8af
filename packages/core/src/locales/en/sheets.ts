import type { sheetRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const sheetsEnglish: Sentences<keyof typeof sheetRules> = {};
