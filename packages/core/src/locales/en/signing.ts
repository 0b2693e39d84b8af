import type { signInRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const signingEnglish: Sentences<keyof typeof signInRules> = {};
