import type { Sentences } from "../../catalogue.js";

export const paymentsEnglish: Sentences<never> = {};
