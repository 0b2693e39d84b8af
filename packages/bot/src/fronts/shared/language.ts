import type { Label, Language } from "@kairos/core";

/** The words both fronts put around an answer. */
export const wording = {
  why: { fr: "Pourquoi", en: "Why" },
  mend: { fr: "Pour corriger", en: "To mend it" },
  next: { fr: "Prochaine étape", en: "Next step" },
  nexts: { fr: "Prochaines étapes", en: "Next steps" },
  document: { fr: "Document", en: "Document" },
  reference: { fr: "Référence", en: "Reference" },
} satisfies Readonly<Record<string, Label>>;

/** `Document : …` in French typography, `Document: …` in English. */
export function headed(head: Label, text: string, language: Language): string {
  return language === "fr" ? `${head.fr}\u00a0: ${text}` : `${head.en}: ${text}`;
}

/** As `headed`, before a sentence. */
export function explained(head: Label, sentence: string, language: Language): string {
  return headed(head, language === "fr" ? lowered(sentence) : sentence, language);
}

/** French goes on in lower case after a colon, except for proper nouns and acronyms. */
function lowered(text: string): string {
  const [first = ""] = text.split(/[\s\u00a0']/);
  const isProper = properNouns.has(first) || /^\p{Lu}{2}/u.test(first);
  return isProper ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

const properNouns: ReadonlySet<string> = new Set(["France", "Kairos", "Qualiopi", "Pôle", "Mon", "Discord"]);

/** In French, the space before a high sign and inside quotes never breaks a line. */
export function unbroken(text: string, language: Language): string {
  return language === "fr" ? text.replace(/ (?=[:;!?»%€](?:\s|$|[.,)]))/g, "\u00a0").replace(/« /g, "«\u00a0") : text;
}
