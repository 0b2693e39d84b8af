import { failure, fold, type Half, type IsoDate, inputRules, raise, readDay, readStretch, success, type Toward } from "@kairos/core";
import type { Option, Words } from "../option.js";
import { text } from "../options.js";

/** A half of a day; the half may be told by the hours beside it instead. */
export interface NamedHalfDay {
  readonly day: IsoDate;
  readonly half?: Half;
}

/** `07/12/2026 matin`, `lundi 7 décembre après-midi`, `matin du 07/12`: the next such day unless told. */
export function halfDayOption(words: Words, toward?: Toward): Option<NamedHalfDay> {
  return {
    ...text(words, 60),
    write: ({ day, half }) => (half === undefined ? day : `${day} ${half}`),
    read: (raw, reading) => {
      const legible = text(words, 60).read(raw, reading);
      if (!legible.ok) return legible;
      const typed = fold(raw).replace(/apres[- ]midi/, "apresmidi");
      const word = Object.keys(halfWords).find((one) => new RegExp(`(^|\\s)${one}(\\s|$)`).test(typed));
      const left = word === undefined ? typed : typed.replace(word, " ").replace(/\s+/g, " ").trim();
      const day = readDay(left.replace(/^(?:du|de|le|l'|au) /, ""), reading.today, toward);
      if (day === undefined) return failure(raise(inputRules, "input.unknown-value", [], { value: raw.slice(0, 40), allowed: expected }));
      const half = word === undefined ? undefined : halfWords[word];
      return success({ day, ...(half !== undefined && { half }) });
    },
  };
}

/** Hours of one half-day: `9h-12h30`. */
export function stretchOption(words: Words): Option<{ readonly from: string; readonly until: string }> {
  const typed = text(words, 40);
  const read: Option<{ from: string; until: string }>["read"] = (raw, reading) => {
    const legible = typed.read(raw, reading);
    return legible.ok ? readStretch(legible.value) : legible;
  };
  return { ...typed, read, write: ({ from, until }) => `${from}-${until}` };
}

const expected = {
  fr: "un jour et sa moitié : 07/12/2026 matin, 7 décembre après-midi",
  en: "a day and its half: 07/12/2026 morning, 7 décembre après-midi",
};

const halfWords: Readonly<Record<string, Half>> = {
  matin: "morning",
  matinee: "morning",
  morning: "morning",
  apresmidi: "afternoon",
  afternoon: "afternoon",
  soir: "evening",
  soiree: "evening",
  evening: "evening",
};
