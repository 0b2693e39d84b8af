import type { movementRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const movementsEnglish: Sentences<keyof typeof movementRules> = {};
