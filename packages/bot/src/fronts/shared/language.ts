import { afterColon, type Label, type Language } from "@kairos/core";

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
  return headed(head, language === "fr" ? afterColon(sentence) : sentence, language);
}

/** In French, the space before a high sign and inside quotes never breaks a line. */
export function unbroken(text: string, language: Language): string {
  return language === "fr" ? text.replace(/ (?=[:;!?»%€](?:\s|$|[.,)]))/g, "\u00a0").replace(/« /g, "«\u00a0") : text;
}
