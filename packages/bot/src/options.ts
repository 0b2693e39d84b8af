import {
  type ClockTime,
  failure,
  formatCents,
  formatDay,
  formatMinutes,
  type IsoDate,
  inputRules,
  type Label,
  line,
  type Problem,
  paragraph,
  parse,
  raise,
  readAmount,
  readClock,
  readDay,
  readDuration,
  success,
  type Toward,
} from "@kairos/core";
import { type CheckedFile, checkFile, type FileKind, isOnlyPicture } from "./files/received.js";
import { unnamed } from "./files/safe-name.js";
import type { Option, ReferenceKind, Words } from "./option.js";

/** Only what was given: what is left out must not overwrite what is stored. */
export function given<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** The same option, which may be left out. */
export function optional<Value>(option: Option<Value>): Option<Value | undefined> {
  return { ...option, required: false } as Option<Value | undefined>;
}

/**
 * The same option, for words pasted as they come, or a file that may be called by somebody's name: what is secret in the
 * words is masked before anything is kept, and the name is read by the command, kept nowhere.
 */
export function masked<Value>(option: Option<Value>): Option<Value> {
  if (option.kind !== "file") return { ...option, masked: true };
  const read: typeof option.read = (text, { file, ...reading }) => {
    if (file === undefined) return option.read(text, reading);
    const checked = option.read(text, { ...reading, file: { ...file, name: unnamed(file.name) } });
    return checked.ok ? success({ ...checked.value, name: file.name }) : checked;
  };
  return { ...option, masked: true, read };
}

export function text(words: Words, most = 255, lines?: "several"): Option<string> {
  return {
    kind: "text",
    words,
    required: true,
    most,
    ...(lines !== undefined && { lines }),
    write: (value) => value,
    read: (raw) =>
      raw.trim() === ""
        ? failure(raise(inputRules, "input.missing", [], {}))
        : parse(lines === "several" ? paragraph(most) : line(most), raw),
  };
}

/** A reference to something the desk keeps; completed as it is typed, checked again by the command. */
export function reference(suggests: ReferenceKind, words: Words): Option<string> {
  return { ...text(words, 80), suggests };
}

export function integer(words: Words, least = 1, most = 1_000_000): Option<number> {
  return {
    kind: "integer",
    words,
    required: true,
    least,
    most,
    write: String,
    read: (raw) => {
      if (!/^-?\d{1,12}$/.test(raw.trim())) return failure(raise(inputRules, "input.not-a-number", [], { value: raw.slice(0, 40) }));
      const value = Number(raw.trim());
      return value < least || value > most ? failure(raise(inputRules, "input.out-of-range", [], { least, most })) : success(value);
    },
  };
}

export function yesOrNo(words: Words): Option<boolean> {
  const meanings: Readonly<Record<string, boolean>> = {
    oui: true,
    yes: true,
    true: true,
    vrai: true,
    o: true,
    non: false,
    no: false,
    false: false,
    faux: false,
    n: false,
  };
  return {
    kind: "boolean",
    words,
    required: true,
    write: (value) => (value ? "oui" : "non"),
    read: (raw) => {
      const typed = raw.trim().toLowerCase();
      const value = Object.hasOwn(meanings, typed) ? meanings[typed] : undefined;
      return value === undefined ? failure(unknownValue(raw, ["oui", "non"])) : success(value);
    },
  };
}

/** One of a list. The value is stable; people see and may type its label, or what stands before the colon of one that explains itself. */
export function choice<Value extends string>(words: Words, labels: Readonly<Record<Value, Label>>): Option<Value> {
  const choices = (Object.entries(labels) as [Value, Label][]).map(([value, label]) => ({ value, label }));
  return {
    kind: "choice",
    words,
    required: true,
    choices,
    write: (value) => value,
    read: (raw) => {
      const typed = plain(raw);
      const match = choices.find(({ value, label }) =>
        [value, label.fr, label.en].some((name) => plain(name) === typed || plain(name.split(/ ?: /)[0] ?? name) === typed),
      );
      return match === undefined
        ? failure(
            unknownValue(
              raw,
              choices.map(({ label }) => label.fr),
            ),
          )
        : success(match.value as Value);
    },
  };
}

export function amount(words: Words): Option<number> {
  return {
    kind: "text",
    words,
    required: true,
    most: 40,
    write: (cents) => formatCents(cents),
    read: (raw) => {
      const read = readAmount(raw);
      const value = raw.slice(0, 40);
      if ("fault" in read)
        return failure(raise(inputRules, read.fault === "ambiguous" ? "input.ambiguous-amount" : "input.not-an-amount", [], { value }));
      return read.cents < 0 ? failure(raise(inputRules, "input.out-of-range", [], { least: 0 })) : success(read.cents);
    },
  };
}

/** A day; one without its year is looked for ahead of today, unless it must be behind. */
export function day(words: Words, toward: Toward = "next"): Option<IsoDate> {
  return {
    kind: "text",
    words,
    required: true,
    most: 40,
    write: (value) => formatDay(value),
    read: (raw, { today }) => {
      const value = readDay(raw, today, toward);
      return value === undefined ? failure(raise(inputRules, "input.not-a-date", [], { value: raw.slice(0, 40) })) : success(value);
    },
  };
}

/** An hour of the clock: `9h30`, `14:00`. */
export function clock(words: Words): Option<ClockTime> {
  return { kind: "text", words, required: true, most: 40, write: (value) => value, read: readClock };
}

export function duration(words: Words): Option<number> {
  return {
    kind: "text",
    words,
    required: true,
    most: 40,
    write: formatMinutes,
    read: (raw) => {
      const value = readDuration(raw);
      return value === undefined ? failure(raise(inputRules, "input.not-a-duration", [], { value: raw.slice(0, 40) })) : success(value);
    },
  };
}

/** A file of one of these kinds, judged by its bytes. The text of the option is the file's name: of a picture, masked, since none is kept. */
export function file<const Kind extends FileKind>(words: Words, kinds: readonly Kind[]): Option<CheckedFile<Kind>> {
  return {
    kind: "file",
    words,
    required: true,
    kinds,
    ...(isOnlyPicture(kinds) && { masked: true as const }),
    read: (_name, { file: received }) =>
      received === undefined ? failure(raise(inputRules, "input.missing", [], {})) : checkFile(received, kinds),
  };
}

function unknownValue(raw: string, allowed: readonly string[]): Problem {
  return raise(inputRules, "input.unknown-value", [], { value: raw.slice(0, 40), allowed: allowed.join(", ") });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}
