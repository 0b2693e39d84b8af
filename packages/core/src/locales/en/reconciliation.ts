import type { reconciliationRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const reconciliationEnglish: Sentences<keyof typeof reconciliationRules> = {};
