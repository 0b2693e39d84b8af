import { holdsNir, ibanLengths, isIban, type Language } from "@kairos/core";

/** What never passes through a chat, whoever typed it: a text that holds bank data or a social security number is left out whole. */
export function withheld(text: string, language: Language): string {
  return holdsNir(text) || holdsIban(text) ? hidden[language] : text;
}

const hidden = {
  fr: "[non affiché ici : donnée bancaire ou numéro de sécurité sociale]",
  en: "[not shown here: bank data or social security number]",
};

/** Country, key and account number, spaced or not, with a right key (ISO 13616). */
function holdsIban(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\p{Cf}+/gu, "");
  // Looked for from every place: what stands before it may look like the beginning of one.
  for (const [, found = ""] of plain.matchAll(/(?=((?<!\d)[A-Z]{2}\d{2}(?:[\s.,/_-]{0,3}[A-Z0-9]){11,30}))/gi)) {
    const compact = found.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    if (isIban(compact.slice(0, ibanLengths[compact.slice(0, 2)]))) return true;
  }
  return false;
}
