import { type IsoDate, isIsoDate } from "../../../shared/calendar.js";
import { type Element, within } from "../../../shared/element.js";
import { largestCents, readDecimal } from "../decimals.js";

/** What reads the values of a file, and keeps those that are not what they should be. */
export interface Fields {
  text(from: Element | undefined, ...path: readonly string[]): string | undefined;
  day(from: Element | undefined, ...path: readonly string[]): IsoDate | undefined;
  /** In units of the last of so many decimals; more of them are refused in an amount, rounded in a quantity or a price. */
  number(scale: number, excess: "refused" | "rounded", from: Element | undefined, ...path: readonly string[]): number | undefined;
  cents(from: Element | undefined, ...path: readonly string[]): number | undefined;
}

export interface UnreadableValue {
  readonly element: string;
  readonly value: string;
  readonly line: number;
}

export function fieldsTelling(unreadable: (value: UnreadableValue) => void): Fields {
  const read = <Value>(element: Element | undefined, from: (text: string) => Value | undefined): Value | undefined => {
    const text = element?.text.trim() ?? "";
    if (element === undefined || text === "") return undefined;
    const value = from(text);
    if (value === undefined) unreadable({ element: element.name, value: text, line: element.line });
    return value;
  };
  const number: Fields["number"] = (scale, excess, from, ...path) =>
    read(within(from, ...path), (text) => readDecimal(text, scale, excess));
  return {
    text: (from, ...path) => read(within(from, ...path), (text) => text),
    day: (from, ...path) => read(within(from, ...path, "DateTimeString"), readDay102),
    number,
    cents: (from, ...path) =>
      read(within(from, ...path), (text) => {
        const cents = readDecimal(text, 2);
        return cents === undefined || Math.abs(cents) > largestCents ? undefined : cents;
      }),
  };
}

/** A day of format 102; others only give a month or an hour. */
function readDay102(text: string): IsoDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return isIsoDate(date) ? date : undefined;
}

/** An object of what is known: `undefined` is left out. */
export function known<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
}

/** The same, or nothing when nothing is known. */
export function knownAtAll<Values extends object>(values: Values): ReturnType<typeof known<Values>> | undefined {
  const some = known(values);
  return Object.keys(some).length === 0 ? undefined : some;
}
