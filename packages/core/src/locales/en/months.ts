import type { monthRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const monthsEnglish: Sentences<keyof typeof monthRules> = {};
