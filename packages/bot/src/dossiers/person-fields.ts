import { formatCents, formatDay, formatInstant, formatMinutes, formatRate, type Label } from "@kairos/core";

export type Thing = Readonly<Record<string, unknown>>;

/** How one thing that is kept of somebody reads, to them. */
export interface Field {
  readonly label: Label;
  /** `beside`: the thing the value is a field of. */
  readonly show: (value: never, zone: string, beside: Thing) => string;
}

/**
 * What is kept under one heading, by path, `lines.unitPriceCents` whatever the line. `technical`: of use to the desk alone, or said
 * already by the heading, or about the team; it is in the JSON, and not in what is read.
 */
export type Fields = Readonly<Record<string, Field | "technical">>;

/** What is kept, as a heading says it to the person. */
export interface Kind {
  readonly label: Label;
  /** A table for each thing, one line a field; or one table for all, one line a thing. */
  readonly layout: "sheets" | "rows";
  /** What tells one sheet from the others; of rows, what those of one table share. */
  readonly name?: string;
  readonly fields: Fields;
}

export const shown =
  <Value>(show: (value: Value, zone: string, beside: Thing) => string) =>
  (fr: string, en: string): Field => ({ label: { fr, en }, show: show as Field["show"] });

export const words = shown<string | number>(String);
export const day = shown<string>((value) => formatDay(value));
export const instant = shown<string>((value, zone) => formatInstant(value, zone));
export const cents = shown<number>((value) => formatCents(value));
/** None is nothing to say. */
export const minutes = shown<number>((value) => (value === 0 ? "" : formatMinutes(value)));
export const months = shown<number>((value) => `${value} mois`);
export const rate = shown<number>((value) => (value === 0 ? "" : formatRate(value)));
export const yesOrNo = shown<boolean>((value) => (value ? "oui" : "non"));
export const oneOf = (fr: string, en: string, labels: Readonly<Record<string, Label>>): Field =>
  shown<string>((value) => labels[value]?.fr ?? value)(fr, en);
/** Codes in one text, parted by blanks. */
export const severalOf = (fr: string, en: string, labels: Readonly<Record<string, Label>>): Field =>
  shown<string>((value) =>
    value
      .split(" ")
      .map((code) => labels[code]?.fr ?? code)
      .join(", "),
  )(fr, en);

/** One line of a sheet. */
export interface Said {
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

/** Everything that says something of a thing, in the order it is kept; what is unknown here is said under its path rather than left out. */
export function saidOf(value: unknown, fields: Fields, zone: string, path = "", beside: Thing = {}): readonly Said[] {
  const field = fields[path];
  if (value === null || value === undefined || value === "" || field === "technical") return [];
  if (Array.isArray(value)) return listed(value, fields, zone, path);
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => saidOf(item, fields, zone, path === "" ? key : `${path}.${key}`, value as Thing));
  }
  const label = field?.label.fr ?? path;
  const text = field === undefined ? String(value) : field.show(value as never, zone, beside);
  return text === "" ? [] : [{ path, label, value: text }];
}

/** Each thing of a list on a line of its own, under the words of the list and its rank. */
function listed(list: readonly unknown[], fields: Fields, zone: string, path: string): readonly Said[] {
  const field = fields[path];
  const label = field === undefined || field === "technical" ? path : field.label.fr;
  if (list.every((item) => typeof item !== "object")) {
    return list.length === 0 ? [] : [{ path, label, value: list.map((item) => shownIn(field, item, zone)).join(", ") }];
  }
  return list.map((item, index) => ({
    path,
    label: list.length === 1 ? label : `${label} ${index + 1}`,
    value: saidOf(item, fields, zone, path)
      .map((one) => `${one.label} : ${one.value}`)
      .join(" ; "),
  }));
}

const shownIn = (field: Fields[string] | undefined, item: unknown, zone: string): string =>
  field === undefined || field === "technical" ? String(item) : field.show(item as never, zone, {});
