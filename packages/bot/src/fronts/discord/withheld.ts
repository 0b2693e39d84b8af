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
  const plain = text.normalize("NFKC").replace(/\p{Cf}+/gu, "");
  // Looked for from every place: what stands before it may look like the beginning of one.
  for (const [, found = ""] of plain.matchAll(/(?=((?<!\d)[A-Z]{2}\d{2}(?:[\s.,/_-]{0,3}[A-Z0-9]){11,30}))/gi)) {
    const compact = found.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    const most = lengths[compact.slice(0, 2)];
    if (most !== undefined && hasRightKey(compact.slice(0, most))) return true;
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

/** Of an IBAN, by country (ISO 13616 registry): where people who are paid in euros hold accounts. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  VA: 22,
};
