import { displayEnglish } from "../locales/en/display.js";
import { inputEnglish } from "../locales/en/input.js";
import { membershipEnglish } from "../locales/en/membership.js";
import { quotesEnglish } from "../locales/en/quotes.js";
import { type Provider, type ProviderInput, providerRules, providerSchema } from "../membership/index.js";
import { quoteRefusals, quoteRules } from "../quotes/index.js";
import {
  displayRules,
  type Session,
  type SessionInput,
  sessionRules,
  sessionSchema,
  type Trainee,
  traineeSchema,
} from "../sessions/index.js";
import { identifierRules } from "../shared/identifiers.js";
import { inputRules } from "../shared/input-rules.js";
import type { Row, Table } from "../shared/rules.js";
import { sayer } from "../shared/sayer.js";

// Everything a quote needs, and no more: what `@kairos/core/quotes` gives to a page that only checks quotes.

export * from "../quotes/index.js";
export type { Language, Sentence } from "../shared/language.js";
export { parse } from "../shared/parse.js";
export { hasErrors, type Path, type Problem, type Severity } from "../shared/problem.js";
export type { Result } from "../shared/result.js";
export { type Provider, type ProviderInput, providerSchema, type Session, type SessionInput, sessionSchema, type Trainee, traineeSchema };

const tables: readonly Table[] = [inputRules, identifierRules, providerRules, sessionRules, displayRules, quoteRules, quoteRefusals];
const rows: ReadonlyMap<string, Row<object>> = new Map(tables.flatMap((table) => Object.entries(table)));

/** A problem of a quote in words: what is wrong, why it matters, how to mend it. */
export const say = sayer((code) => rows.get(code), { ...inputEnglish, ...membershipEnglish, ...displayEnglish, ...quotesEnglish });
