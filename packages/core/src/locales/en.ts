import type { Sentence } from "../shared/language.js";
import type { ParamsOf, Table } from "../shared/rules.js";
import type { catalogue, ProblemCode } from "../wording.js";
import { accessEnglish } from "./en/access.js";
import { inputEnglish } from "./en/input.js";
import { membershipEnglish } from "./en/membership.js";
import { quotesEnglish } from "./en/quotes.js";

type AllTables = (typeof catalogue)[keyof typeof catalogue];
type RowOf<Code extends string> = AllTables extends infer T ? (T extends Table ? (Code extends keyof T ? T[Code] : never) : never) : never;

/** The English sentence of each code; the compiler lists what is missing. */
export type English<Code extends string> = { readonly [C in Code]: (params: ParamsOf<RowOf<C>>) => Sentence };

export const english: English<ProblemCode> = { ...inputEnglish, ...membershipEnglish, ...accessEnglish, ...quotesEnglish };
