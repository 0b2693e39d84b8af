import { rowOf } from "./catalogue.js";
import { english } from "./locales/en.js";
import { sayer } from "./shared/sayer.js";

/** A problem in words: what is wrong, why it matters, how to mend it. An unknown code is said as such, never thrown. */
export const say = sayer(rowOf, english);
