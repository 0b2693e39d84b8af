import { type BasisPoints, excerpt, failure, formatRate, inputRules, type Label, raise, readRate, success } from "@kairos/core";
import type { Option, Words } from "../option.js";
import { text } from "../options.js";

const most: BasisPoints = 10_000;

/** A share of a hundred: `30 %`, `30`, `12,5 %`. In hundredths of a percent. */
export function percent(words: Words): Option<BasisPoints> {
  return {
    ...text(words, 40),
    write: (rate) => formatRate(rate),
    read: (raw) => {
      const rate = readRate(raw);
      if (rate === undefined) return failure(raise(inputRules, "input.unknown-value", [], { value: excerpt(raw), allowed: expected }));
      return rate > most ? failure(raise(inputRules, "input.out-of-range", [], { least: 0, most: 100 })) : success(rate);
    },
  };
}

const expected: Label = { fr: "un pourcentage de 0 à 100 : 30 %, ou 12,5", en: "a percentage from 0 to 100: 30%, or 12.5" };
