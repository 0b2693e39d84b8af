import { fold } from "../../shared/text.js";

/** Does a text say more of somebody's health than that it is health: an illness, a treatment, a state. */
export function tellsHealth(text: string): boolean {
  return healthDetail.test(fold(text));
}

/** Where a text says so: whole words, from one character up to another that is left out. */
export function healthIn(text: string): readonly (readonly [from: number, to: number])[] {
  const letters = [...text].map((letter) => (letter.length === 1 ? plainLetter(letter) : "##".slice(0, letter.length))).join("");
  return [...letters.matchAll(everyDetail)].map((match) => {
    const end = match.index + match[0].length;
    return [match.index, end + (/^[a-z]*/.exec(letters.slice(end))?.[0].length ?? 0)];
  });
}

/** As `fold`, letter for letter: what is found stands at the same place. */
function plainLetter(letter: string): string {
  const plain = letter.normalize("NFD").slice(0, 1).toLowerCase();
  return plain.length === 1 ? plain : letter;
}

/** The start of each word, folded: `hospital` is « hospitalisée », hospital and « hospitalisation ». */
const starts: readonly string[] = [
  "alcool",
  "allerg",
  "angine",
  "anxi",
  "appendicit",
  "arthros",
  "asthm",
  "blessure",
  "bronchit",
  "burn-?out",
  "cancer",
  "cardiaque",
  "chimio",
  "chirurg",
  "clinique",
  "conjonctivit",
  "convalescen",
  "covid",
  "depress",
  "dentist",
  "diabet",
  "disease",
  "entorse",
  "enceinte",
  "epilep",
  "fievre",
  "fracture",
  "gastro",
  "grippe",
  "grossesse",
  "handicap",
  "hopita",
  "hospital",
  "illness",
  "infarctus",
  "infection",
  "intoxication",
  "lumbago",
  "malad",
  "maternit",
  "medicament",
  "migraine",
  "otite",
  "pneumon",
  "pregnan",
  "psychiatr",
  "psycholog",
  "radiotherap",
  "rhume",
  "sciatique",
  "sinusit",
  "surgery",
  "tendinit",
  "tuberculos",
  "tumeur",
  "vaccin",
  "varicelle",
  "vomi",
];

/** Whole words, and what several words say together. */
const whole: readonly string[] = [
  "avc",
  "dos bloque",
  "fausse couche",
  "fever",
  "flu",
  "mal (?:de|a la|au|aux) (?:dos|tete|ventre|dents?|gorge)",
  "injur(?:y|ies|ed)",
  "irm",
  "hernie(?: discale)?",
  "operee?",
  "scanner medical",
  "sick",
  "urgences",
  "vih",
  "zona",
];

const detail = `(?<![\\p{L}\\p{N}])(?:(?:${starts.join("|")})|(?:${whole.join("|")})(?![\\p{L}\\p{N}]))`;
const healthDetail = new RegExp(detail, "u");
const everyDetail = new RegExp(detail, "gu");
