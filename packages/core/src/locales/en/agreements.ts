import type { Sentences } from "../../catalogue.js";

export const agreementsEnglish: Sentences<never> = {};
