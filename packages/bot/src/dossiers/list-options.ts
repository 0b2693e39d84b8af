import { failure, fold, inputRules, type Label, type Result, raise, success } from "@kairos/core";
import type { Option, Words } from "../option.js";
import { text } from "../options.js";

/** Several of a list, by their first words, separated by commas; `toutes` for all of them, `aucune` for none. */
export function severalOf<Value extends string>(words: Words, labels: Readonly<Record<Value, Label>>): Option<readonly Value[]> {
  const all = Object.keys(labels) as Value[];
  return {
    ...text(words, 200),
    write: (values) => (values.length === 0 ? "aucune" : values.map((value) => labels[value].fr).join(" ; ")),
    read: (raw, reading) => {
      const legible = text(words, 200).read(raw, reading);
      if (!legible.ok) return legible;
      if (/^(toute?s|tous|all)$/.test(fold(raw))) return success(all);
      if (isNone(raw)) return success([]);
      const found: Value[] = [];
      for (const typed of partsOf(raw)) {
        const start = fold(typed);
        const value = all.find((one) => [one, labels[one].fr, labels[one].en].some((name) => fold(name).startsWith(start)));
        if (value === undefined)
          return failure(raise(inputRules, "input.unknown-value", [], { value: typed.slice(0, 40), allowed: allowedOf(labels) }));
        if (!found.includes(value)) found.push(value);
      }
      return success(found);
    },
  };
}

/** Codes separated by commas; `aucun` for none. What a code is, is the schema's. */
export function codes(words: Words, most = 200): Option<readonly string[]> {
  return {
    ...text(words, most),
    write: (values) => (values.length === 0 ? "aucun" : values.join(", ")),
    read: (raw, reading): Result<readonly string[]> => {
      const legible = text(words, most).read(raw, reading);
      return legible.ok ? success(isNone(raw) ? [] : [...new Set(partsOf(raw))]) : legible;
    },
  };
}

export function isNone(typed: string): boolean {
  return /^(aucune?s?|none|rien)$/.test(fold(typed));
}

/** What stands between commas, semicolons or line ends. */
export function partsOf(typed: string): readonly string[] {
  return typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function allowedOf<Value extends string>(labels: Readonly<Record<Value, Label>>): Label {
  const names = Object.values<Label>(labels);
  return { fr: names.map(({ fr }) => fr).join(" ; "), en: names.map(({ en }) => en).join("; ") };
}
