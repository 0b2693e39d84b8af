import type { certificateRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";

export const certificatesEnglish: Sentences<keyof typeof certificateRules> = {};
