import { holdsNir, type Language } from "@kairos/core";

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
  for (const [found] of text.matchAll(/(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}(?![A-Z0-9])/gi)) {
    const compact = found.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    for (let length = Math.min(compact.length, 34); length >= 15; length -= 1) if (hasRightKey(compact.slice(0, length))) return true;
  }
  return false;
}

function hasRightKey(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
