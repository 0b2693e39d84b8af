import { failure, formatMonth, type IsoMonth, inputRules, raise, readMonth, success } from "@kairos/core";
import type { Option, Words } from "../option.js";
import { text } from "../options.js";

/** A month: `12/2026`, `décembre 2026`, `décembre`. */
export function monthOption(words: Words): Option<IsoMonth> {
  return {
    ...text(words, 40),
    write: (month) => formatMonth(month),
    read: (raw, { today }) => {
      const month = readMonth(raw, today);
      return month === undefined
        ? failure(raise(inputRules, "input.unknown-value", [], { value: raw.slice(0, 40), allowed: expected }))
        : success(month);
    },
  };
}

const expected = { fr: "un mois : 12/2026, décembre 2026", en: "a month: 12/2026, December 2026" };

/** Of which month, where one must be said. */
export const whichMonth = monthOption({ fr: ["mois", "Quel mois : 12/2026, décembre"], en: ["month", "Which month: 12/2026, December"] });
