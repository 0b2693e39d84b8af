import { type ProblemCode, rowOf } from "./catalogue.js";
import { english } from "./locales/en.js";
import type { Language, Sentence } from "./shared/language.js";
import type { Problem } from "./shared/problem.js";

/** A problem in words: what is wrong, why it matters, how to mend it. An unknown code is said as such, never thrown. */
export function say(problem: Problem, language: Language = "fr"): Sentence {
  if (problem.severity === "undecided" && "missing" in problem.params) return sayUndecided(problem, language);
  const row = rowOf(problem.code as string);
  if (row === undefined) return unknown(problem.code, language);
  if (language === "fr") return row.fr(problem.params);
  return (english[problem.code as ProblemCode] as (params: object) => Sentence)(problem.params);
}

const parts: Readonly<Record<string, { fr: string; en: string }>> = {
  session: { fr: "la session", en: "the session" },
  provider: { fr: "l'organisme", en: "the provider" },
  trainee: { fr: "le stagiaire", en: "the trainee" },
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
