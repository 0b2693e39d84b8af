import { ibanLengths, isIban } from "../../shared/iban.js";
import type { Span } from "../../shared/personal-data.js";
import { captured } from "./letters.js";

const month =
  "(?:janvier|janv|f[ée]vrier|f[ée]vr|mars|avril|avr|mai|juin|juillet|juil|ao[uû]t|septembre|sept|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c|january|february|march|april|may|june|july|august|september|october|november|december)";
const day = `\\d{1,2}\\s?[/.\\-–]\\s?\\d{1,2}\\s?[/.\\-–]\\s?(?:19|20)?\\d{2}(?!\\d)|\\d{1,2}(?:er)?\\s+${month}\\.?\\s+(?:19|20)\\d{2}|${month}\\s+\\d{1,2},?\\s+(?:19|20)\\d{2}|(?:19|20)\\d{2}[-/]\\d{2}[-/]\\d{2}`;
const whose = "(?:\\s+(?:du|de\\s+la|de\\s+l'|of\\s+the)\\s*\\p{L}+)?";
const births = [
  new RegExp(
    `(?<!\\p{L})(?:n[ée]{1,2}e?s?(?:\\(e\\)|\\.e|·e)?\\s+le|(?:date|jour)\\s+de\\s+naissance${whose}|naissance${whose}|date\\s+of\\s+birth|birth\\s*date|birthday|born(?:\\s+on)?|ddn|d\\.d\\.n\\.?|dob)\\s*(?:[:=]|est|is)?\\s*(?:le\\s+|on\\s+)?(${day})`,
    "giu",
  ),
];

export function birthsIn(seen: string): Iterable<Span> {
  return captured(seen, births);
}

const emails = [
  /([\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,100}\.\p{L}{2,24})/gu,
  /([\p{L}\p{N}._%+-]{1,64}\s?[[({]\s?(?:at|arobase|chez|a)\s?[\])}]\s?[\p{L}\p{N}-]{1,60}(?:\s?(?:\.|[[({]\s?(?:dot|point)\s?[\])}])\s?[\p{L}\p{N}-]{2,24}){1,3})/giu,
  /([\p{L}\p{N}._%+-]{1,64}\s(?:arobase)\s[\p{L}\p{N}-]{1,60}\s(?:point|dot)\s\p{L}{2,24})/giu,
];

export function emailsIn(seen: string): Iterable<Span> {
  return captured(seen, emails);
}

const pairs = "(?:[\\s./\\-‐–]{0,2}\\d{2}){4}(?![\\d/]|[.\\-]\\d)";
const phones = [
  new RegExp(`(?<![a-fA-F\\d/.\\-+])((?:(?:\\+|00)\\s?\\d{2,3}[\\s.\\-]?(?:\\(0\\)[\\s.\\-]?)?|0)[1-9]${pairs})`, "g"),
  /(?<![\d/.-])(\+\d{1,3}(?:[\s.-]?\(0\))?(?:[\s.-]?\d){8,11})(?![\d/]|[.-]\d)/g,
];

export function phonesIn(seen: string): Iterable<Span> {
  return captured(seen, phones);
}

/** Eleven digits, or seven and a letter: told from other numbers by the word before, or by standing alone. */
const notActivity = "(?<!(?:nda|activit[ée]|d[ée]claration)(?:\\s+(?:n°|num[ée]ro|le|est|est\\s+le|is))?\\s*:?\\s{0,3}(?:n°\\s?)?)";
const identifiers = [
  new RegExp(`(?<![\\d.,/-])(?<!-[0-9a-f]{0,3}[a-f])${notActivity}(\\d{11})(?![\\d.,]?\\d)`, "giu"),
  /(?<![\p{L}\d.,/-])(\d{7}[A-Za-z])(?![\p{L}\d]|-[0-9a-f]{4}(?!\p{L}))/gu,
  /(?<!\p{L})(?:identifiant|id|ident|n°|numéro|numero|num|matricule)\s+(?:d[eu]s?\s+(?:la\s+)?|de\s+l')?(?:france\s+travail|p[ôo]le\s+emploi|ft|pe|candidate?|demandeu(?:r|se)|stagiaire|apprenante?|b[ée]n[ée]ficiaire)(?:\s+(?:est|is))?\s*[:=]?\s*(?:n°\s*)?(\d{8}|\d{7}\s?[A-Za-z]|\d{11})(?!\d)/giu,
];

export function identifiersIn(seen: string): Iterable<Span> {
  return captured(seen, identifiers);
}

export function* ibansIn(seen: string): Generator<Span> {
  for (const match of seen.matchAll(/(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[\s.-]?[A-Za-z0-9]){11,30}/g)) {
    const compact = match[0].replace(/[\s.-]/g, "").toUpperCase();
    const length = ibanLengths[compact.slice(0, 2)];
    if (length === undefined || !isIban(compact.slice(0, length))) continue;
    let [end, letters] = [match.index, 0];
    while (letters < length) {
      if (/[A-Za-z0-9]/.test(seen[end] ?? "")) letters += 1;
      end += 1;
    }
    yield [match.index, end];
  }
}
