import type { Sentences } from "../../catalogue.js";

export const billingEnglish: Sentences<never> = {};
