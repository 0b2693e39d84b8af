import type { Sentences } from "../../catalogue.js";

export const einvoiceEnglish: Sentences<never> = {};
