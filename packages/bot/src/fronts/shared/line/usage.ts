import { excerpt, type Label } from "@kairos/core";
import type { Answer } from "../../../dispatch.js";

/** Why a line could not be understood, and what to type instead. */
export interface Usage {
  readonly what: Label;
  readonly mend: Label;
}

/** Every way a line may be mistyped. */
export const usage = {
  empty: (nouns: readonly string[]): Usage => ({
    what: { fr: "Rien à faire : aucune commande.", en: "Nothing to do: no command." },
    mend: among(nouns.map((noun) => `/${noun}`)),
  }),
  unknown: (kind: Label, typed: string, meant: string | undefined, known: readonly string[]): Usage => ({
    what: { fr: `${kind.fr} : « ${excerpt(typed)} ».`, en: `${kind.en}: “${excerpt(typed)}”.` },
    mend: meant === undefined ? among(known) : didYouMean(meant),
  }),
  incomplete: (typed: string, paths: readonly string[]): Usage => ({
    what: { fr: `« ${typed} » attend la suite.`, en: `“${typed}” expects more.` },
    mend: among(paths),
  }),
  notAnOption: (typed: string, known: readonly string[]): Usage => ({
    what: {
      fr: `« ${typed} » n'est pas une option : on attend « nom:valeur ».`,
      en: `“${typed}” is not an option: “name:value” is expected.`,
    },
    mend: among(known),
  }),
  repeated: (name: string): Usage => ({
    what: { fr: `L'option « ${name}: » est donnée deux fois.`, en: `The option “${name}:” is given twice.` },
    mend: { fr: "Gardez-en une seule.", en: "Keep only one." },
  }),
  unterminated: (typed: string, closing: string): Usage => ({
    what: { fr: `Guillemet jamais refermé : ${typed}`, en: `Quote never closed: ${typed}` },
    mend: { fr: `Ajoutez ${closing} à la fin de la valeur.`, en: `Add ${closing} at the end of the value.` },
  }),
  afterQuote: (typed: string): Usage => ({
    what: { fr: `« ${typed} » suit un guillemet fermant sans espace.`, en: `“${typed}” follows a closing quote without a space.` },
    mend: { fr: "Mettez toute la valeur entre guillemets, puis une espace.", en: "Quote the whole value, then leave a space." },
  }),
  optionInValue: (name: string, meant: string | undefined): Usage => ({
    what: { fr: `Option inconnue : « ${excerpt(name)}: ».`, en: `Unknown option: “${excerpt(name)}:”.` },
    mend: {
      fr: `${meant === undefined ? "" : `${didYouMean(`${meant}:`).fr} `}Si ces mots font partie de la valeur, mettez-la entre guillemets.`,
      en: `${meant === undefined ? "" : `${didYouMean(`${meant}:`).en} `}If these words belong to the value, put it between quotes.`,
    },
  }),
};

/** The same, as any other answer, so that it is shown and reported like one. */
export function answerTo({ what, mend }: Usage): Answer {
  const lines = [
    { tone: "bad", text: what },
    { tone: "muted", text: mend },
  ] as const;
  return { outcome: "invalid", reply: { outcome: "refused", lines }, files: [], visibility: "private", trace: "" };
}

function didYouMean(word: string): Label {
  return { fr: `Vouliez-vous dire « ${word} » ?`, en: `Did you mean “${word}”?` };
}

function among(words: readonly string[]): Label {
  if (words.length === 0) return { fr: "Cette commande n'a pas d'option.", en: "This command has no option." };
  const list = words.join(", ");
  return { fr: `Au choix : ${list}.`, en: `One of: ${list}.` };
}
