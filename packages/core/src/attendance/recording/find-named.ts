import { fold } from "../../shared/text.js";

/** Somebody who may be meant: by reference, or by name. */
export interface Nameable {
  readonly id: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** Who is meant by `T-0004`, `t4`, `Dupont`, `Camille Dupont` or `Dupont C.`, when it can be one of them only. */
export function findNamed(
  typed: string,
  people: readonly Nameable[],
): { readonly id: string } | { readonly fault: "unknown-person" | "several-people" } {
  const folded = fold(typed);
  const number = /^t[- ]?(\d{1,8})$/.exec(folded)?.[1];
  const id = number === undefined ? folded : `t-${number.padStart(4, "0")}`;
  const known = people.find((one) => fold(one.id) === id || fold(one.id) === folded);
  if (known !== undefined) return { id: known.id };
  const words = folded.split(/[\s.]+/).filter((word) => word !== "");
  if (words.length === 0) return { fault: "unknown-person" };
  const [first, second] = people.filter((one) => bears(words, one));
  if (first === undefined) return { fault: "unknown-person" };
  return second === undefined ? { id: first.id } : { fault: "several-people" };
}

/** Every word is one of their names, or the initial of one when another is whole. */
function bears(words: readonly string[], { firstName = "", lastName = "" }: Nameable): boolean {
  const names = fold(`${firstName} ${lastName}`).split(/[\s'-]+/);
  const whole = fold(`${firstName} ${lastName}`).split(" ");
  const isName = (word: string) => names.includes(word) || whole.includes(word);
  const isInitial = (word: string) => word.length === 1 && names.some((name) => name.startsWith(word));
  return words.some(isName) && words.every((word) => isName(word) || isInitial(word));
}
