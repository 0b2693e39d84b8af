import type { Sentences } from "../../catalogue.js";

export const channelEnglish: Sentences<never> = {};
