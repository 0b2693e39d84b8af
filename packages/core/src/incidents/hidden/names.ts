import { asSeen, type Span } from "../../shared/personal-data.js";
import { captured, inLatin, lettersOf } from "./letters.js";
import { ordinaryWords } from "./ordinary-words.js";

interface Known {
  readonly firstName: string;
  readonly lastName: string;
}

/** The words of somebody's names, folded. */
interface Folded {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Names that a text may hold, ready to be looked for. */
interface Index {
  /** Whole names by their first word: the words that follow. */
  readonly whole: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Last names of one word, and of several by their first word. */
  readonly last: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly first: ReadonlySet<string>;
}

interface Word {
  readonly from: number;
  readonly to: number;
  /** Folded. */
  readonly text: string;
}

const title = "(?:M\\.|MM\\.|Mr\\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Ms\\.?|Mrs\\.?)";
const role =
  "(?:[Cc]andidate?|[Ss]tagiaire|[Dd]emandeur(?:\\s+d'emploi)?|[Dd]emandeuse(?:\\s+d'emploi)?|[Aa]pprenante?|[Bb][ée]n[ée]ficiaire|[Tt]rainee|[Jj]obseeker)";
const capital = "(?!(?:Monsieur|Madame|Mademoiselle|Bonjour|RGC)(?!\\p{L}))\\p{Lu}[\\p{L}'’-]+";
const blank = "[^\\S\\n]";
const properName = `${capital}(?:${blank}(?:(?:de|du|des|la|le|d'|von|van|el|ben)${blank}?)?${capital}){0,3}`;
/** A title before a name, and a role before a whole one: « candidat Camille Durand ». */
const named = [
  new RegExp(`(?<!\\p{L})${title}${blank}+(${properName})`, "gu"),
  new RegExp(`(?<!\\p{L})${role}${blank}*(?::${blank}*)?(${capital}${blank}${capital})`, "gu"),
];

/** Where somebody is named: people of the place however they are written, others after a title or a role. */
export function* namesIn(seen: string, people: readonly Known[]): Generator<Span> {
  yield* captured(seen, named);
  const words = wordsOf(seen);
  const { whole, last, first } = indexOf(foldedOf(people), new Set(words.map(({ text }) => text)));
  for (const [rank, word] of words.entries()) {
    const all = longestAt(words, rank, whole.get(word.text), seen);
    if (all !== undefined) yield all;
    const alone = longestAt(words, rank, last.get(word.text), seen);
    if (alone !== undefined && (!ordinaryWords.has(word.text) || isIntroduced(words, rank, seen))) yield alone;
    if (first.has(word.text) && isIntroduced(words, rank, seen)) yield [word.from, word.to];
  }
}

/** The words of somebody's names by which a text that names them is recognised, folded. */
export interface NameWords {
  /** One of them stands in every text that holds the last name, or the whole name glued together. */
  readonly family: readonly string[];
  /** First names that may stand alone. */
  readonly given: readonly string[];
}

/** What must stand in a text for it to name this person. */
export function nameWordsOf({ firstName, lastName }: Known): NameWords {
  const [given, family] = [textsOf(firstName), textsOf(lastName)];
  const [first = "", last = ""] = [given.join(""), family.join("")];
  const heads = [family[0], ...(first !== "" && last !== "" ? [first + last, last + first] : [])];
  return { family: heads.filter((word) => word !== undefined), given: given.filter((word) => word.length >= 3) };
}

/** The folded words of a text, as those of names are. Several texts hold what each of them holds. */
export function nameWordsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => wordsOf(inLatin(asSeen(text))).map((word) => word.text)));
}

/** Names folded once for a list that is asked again and again. */
const folded = new WeakMap<readonly Known[], readonly Folded[]>();

function foldedOf(people: readonly Known[]): readonly Folded[] {
  const known = folded.get(people);
  if (known !== undefined) return known;
  const made = people.map(({ firstName, lastName }) => ({ given: textsOf(firstName), family: textsOf(lastName) }));
  folded.set(people, made);
  return made;
}

/** Of the people one of whose names begins with a word of the text, or stands in it as one word. */
function indexOf(people: readonly Folded[], present: ReadonlySet<string>): Index {
  const [whole, last, first] = [new Map<string, (readonly string[])[]>(), new Map<string, (readonly string[])[]>(), new Set<string>()];
  const add = (to: Map<string, (readonly string[])[]>, [head, ...rest]: readonly string[]) => {
    if (head === undefined || !present.has(head)) return;
    const own = to.get(head);
    if (own === undefined) to.set(head, [rest]);
    else own.push(rest);
  };
  for (const { given, family } of people) {
    const [start = "", name = ""] = [given[0], family[0]];
    if (start !== "" && name !== "") {
      if (present.has(start)) add(whole, [...given, ...family]);
      if (present.has(name)) add(whole, [...family, ...given]);
      add(whole, [given.join("") + family.join("")]);
      add(whole, [family.join("") + given.join("")]);
    }
    if (present.has(name) && family.join("").length >= 3) add(last, family);
    for (const one of given) if (one.length >= 3 && present.has(one)) first.add(one);
  }
  return { whole, last, first };
}

/** The words of a name, folded as those of a text are. */
function textsOf(name: string): readonly string[] {
  const letters = isAscii.test(name) ? name.toLowerCase() : lettersOf(name.normalize("NFKC"));
  return isWord.test(letters) ? [letters] : letters.split(/[^\p{L}]+/u).filter((text) => text !== "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is what it means.
const isAscii = /^[\x00-\x7f]*$/;
const isWord = /^[a-z]+$/;

function wordsOf(text: string): readonly Word[] {
  const letters = lettersOf(text);
  return [...letters.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({ from: index, to: index + word.length, text: word }));
}

/** The longest of these names that begins at a word: its words follow each other, a blank or a sign apart. */
function longestAt(
  words: readonly Word[],
  rank: number,
  names: readonly (readonly string[])[] | undefined,
  seen: string,
): Span | undefined {
  const start = words[rank];
  if (names === undefined || start === undefined) return undefined;
  let longest: Span | undefined;
  for (const rest of names) {
    const end = rest.reduce<Word | undefined>((before, text, index) => {
      const next = words[rank + index + 1];
      return before !== undefined && next?.text === text && joint.test(seen.slice(before.to, next.from)) ? next : undefined;
    }, start);
    if (end !== undefined && (longest === undefined || end.to > longest[1])) longest = [start.from, end.to];
  }
  return longest;
}

const joint = /^[\s,.'’_\-‐–]{1,4}$/u;

/** Does a title or a role stand right before: « Mme Petit », « le candidat Petit », « la stagiaire : Camille ». */
function isIntroduced(words: readonly Word[], rank: number, seen: string): boolean {
  const [word, before] = [words[rank], words[rank - 1]];
  if (word === undefined || before === undefined) return false;
  const between = seen.slice(before.to, word.from);
  if (titles.has(before.text)) return /^\.?[^\S\n]{0,3}$/.test(between);
  const isCapital = /^\p{Lu}/u.test(seen.slice(word.from, word.to));
  return roles.has(before.text) && /^[^\S\n]{0,3}:?[^\S\n]{1,3}$/.test(between) && (isCapital || !ordinaryWords.has(word.text));
}

const titles = new Set("m mm mr mme mmes mlle monsieur madame mademoiselle ms mrs".split(" "));
const roles = new Set(
  "candidat candidate stagiaire demandeur demandeuse emploi apprenant apprenante beneficiaire trainee jobseeker eleve".split(" "),
);
