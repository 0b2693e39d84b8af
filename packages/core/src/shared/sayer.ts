import type { Language, Sentence } from "./language.js";
import type { Problem } from "./problem.js";
import type { Row } from "./rules.js";

/** Says a problem in words, in a language. */
export type Say = (problem: Problem, language?: Language) => Sentence;

/** English sentences by code. */
// biome-ignore lint/suspicious/noExplicitAny: the params of a whole table are heterogeneous by nature.
export type EnglishSentences = Readonly<Record<string, (params: any) => Sentence>>;

/** Makes the `say` of some tables: French from their rows, English beside. A code that is in none is said as unknown, never thrown. */
export function sayer(rowOf: (code: string) => Row<object> | undefined, english: EnglishSentences): Say {
  return (problem, language = "fr") => {
    if (problem.severity === "undecided" && "missing" in problem.params) return sayUndecided(problem, language);
    const [row, inEnglish] = [rowOf(problem.code), Object.hasOwn(english, problem.code) ? english[problem.code] : undefined];
    if (row === undefined || inEnglish === undefined) return unknown(problem.code, language);
    return language === "fr" ? row.fr(problem.params) : inEnglish(problem.params);
  };
}

const parts: Readonly<Record<string, { fr: string; en: string }>> = {
  session: { fr: "la session", en: "the session" },
  provider: { fr: "l'organisme", en: "the provider" },
  trainee: { fr: "le stagiaire", en: "the trainee" },
  schedule: { fr: "le planning", en: "the schedule" },
  otherSessions: { fr: "les autres sessions", en: "the other sessions" },
  otherBookings: { fr: "le planning des autres sessions", en: "the schedules of the other sessions" },
  otherQuotes: { fr: "les autres devis", en: "the other quotes" },
};

function sayUndecided(problem: Problem, language: Language): Sentence {
  const missing = (problem.params as { missing: readonly string[] }).missing.map((part) => parts[part]?.[language] ?? part).join(", ");
  return language === "fr"
    ? {
        what: `Le contrôle ${problem.code} n'a pas pu être fait : il manque ${missing}.`,
        why: "Sans cette donnée, on ne peut ni confirmer ni écarter le problème.",
        mend: `Fournissez ${missing}, puis vérifiez de nouveau.`,
      }
    : {
        what: `The check ${problem.code} could not be made: ${missing} is missing.`,
        why: "Without it the problem can be neither confirmed nor ruled out.",
        mend: `Provide ${missing}, then check again.`,
      };
}

function unknown(code: string, language: Language): Sentence {
  return language === "fr"
    ? { what: `Problème inconnu : ${code}.`, why: "Cette version ne connaît pas ce code.", mend: "Mettez Kairos à jour." }
    : { what: `Unknown problem: ${code}.`, why: "This version does not know that code.", mend: "Update Kairos." };
}
