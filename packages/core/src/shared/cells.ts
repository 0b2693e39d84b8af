import { formatDay, type IsoDate, type Minutes, readDay, readDuration } from "./calendar.js";
import { inputRules } from "./input-rules.js";
import type { Label } from "./language.js";
import { type Cents, readAmount } from "./money.js";
import type { Problem } from "./problem.js";
import { failure, type Result, success } from "./result.js";
import { raise } from "./rules.js";
import { tableRules } from "./table-rules.js";
import { excerpt, fold } from "./text.js";

/** How one kind of value stands in a cell. `write` gives what `read` takes back. */
export interface Cell<Value> {
  read(text: string, at: { readonly line: number; readonly today: IsoDate }): Result<Value>;
  write(value: Value): string;
}

export const textCell: Cell<string> = { read: success, write: (value) => value };

/** A day with its year, as people and spreadsheets write it; never the number that Excel counts days with. */
export const dayCell: Cell<IsoDate> = {
  read: (text, { line, today }) => {
    const bare = text.replace(/[ T]00:00(:00(\.0+)?)?$/, "");
    if (/^\d{5}([.,]\d+)?$/.test(bare)) return failure(raise(tableRules, "table.serial-date", [], { line, value: excerpt(text) }));
    const day = /\d{4}|[/.-]\d{2}$/.test(bare) ? readDay(bare, today) : undefined;
    return day === undefined ? failure(raise(inputRules, "input.not-a-date", [], { value: excerpt(text) })) : success(day);
  },
  write: (day) => formatDay(day),
};

/** Hours: `70`, `70:30`, `70h30`, `70,5`. Written so that no spreadsheet makes an hour of the day of it. */
export const durationCell: Cell<Minutes> = {
  read: (text) => {
    const minutes = readDuration(text);
    return minutes === undefined ? failure(raise(inputRules, "input.not-a-duration", [], { value: excerpt(text) })) : success(minutes);
  },
  write: (minutes) => {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}${rest === 0 ? "" : `h${rest.toString().padStart(2, "0")}`}`;
  },
};

export const amountCell: Cell<Cents> = {
  read: (text) => {
    const read = readAmount(text);
    if ("cents" in read) return success(read.cents);
    const code = read.fault === "ambiguous" ? "input.ambiguous-amount" : "input.not-an-amount";
    return failure(raise(inputRules, code, [], { value: excerpt(text) }));
  },
  write: (cents) => (cents / 100).toFixed(2).replace(".", ","),
};

export const countCell: Cell<number> = {
  read: (text) =>
    /^\d{1,9}$/.test(text) ? success(Number(text)) : failure(raise(inputRules, "input.not-a-number", [], { value: excerpt(text) })),
  write: String,
};

export const yesNoCell: Cell<boolean> = {
  read: (text) => {
    const folded = fold(text);
    if (["oui", "o", "yes", "y", "vrai", "true", "1", "x"].includes(folded)) return success(true);
    if (["non", "n", "no", "faux", "false", "0"].includes(folded)) return success(false);
    return failure(raise(inputRules, "input.unknown-value", [], { value: excerpt(text), allowed: "oui, non" }));
  },
  write: (value) => (value ? "oui" : "non"),
};

/** One of a list, by its code or its words in either language. */
export function choiceCell<Value extends string>(labels: Readonly<Record<Value, Label>>): Cell<Value> {
  const choices = Object.entries(labels) as [Value, Label][];
  return {
    read: (text) => {
      const typed = fold(text);
      const found = choices.find(([value, { fr, en }]) => [value, fr, en].some((name) => fold(name) === typed));
      if (found !== undefined) return success(found[0]);
      const allowed = choices.map(([, { fr }]) => fr).join(", ");
      return failure(raise(inputRules, "input.unknown-value", [], { value: excerpt(text), allowed }));
    },
    write: (value) => labels[value].fr,
  };
}

/** Several in one cell, kept apart by a sign that no spreadsheet splits at. */
export function listCell<Value>(item: Cell<Value>): Cell<readonly Value[]> {
  return {
    read: (text, at) => {
      const read = text.split("|").map((part) => item.read(part.trim(), at));
      const problems: Problem[] = read.flatMap((one) => (one.ok ? [] : one.problems));
      return problems.length > 0 ? { ok: false, problems } : success(read.flatMap((one) => (one.ok ? [one.value] : [])));
    },
    write: (values) => values.map((value) => item.write(value)).join(" | "),
  };
}
