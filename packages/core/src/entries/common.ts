import { inputEnglish } from "../locales/en/input.js";
import { identifierRules } from "../shared/identifier-rules.js";
import { inputRules } from "../shared/input-rules.js";
import type { Row, Table } from "../shared/rules.js";
import { type EnglishSentences, type Say, sayer } from "../shared/sayer.js";

/** Says the problems of these tables, of what cannot be read and of identifiers: what is wrong, why it matters, how to mend it. */
export function sayOf(tables: readonly Table[], english: EnglishSentences): Say {
  const rows: ReadonlyMap<string, Row<object>> = new Map(
    [inputRules, identifierRules, ...tables].flatMap((table) => Object.entries(table)),
  );
  return sayer((code) => rows.get(code), { ...inputEnglish, ...english });
}
