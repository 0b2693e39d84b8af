/** Length of an IBAN in the countries that use the euro and their neighbours; any other is judged by its key alone. */
const lengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  FR: 27,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  MC: 27,
  NL: 18,
  PT: 25,
};

/** Capitals and digits without blanks, its length the country's, its key right (ISO 7064, modulo 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const length = lengths[iban.slice(0, 2)];
  return (length === undefined || iban.length === length) && remainderOf(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** The country, the key and the account read as one number, letters as 10 to 35, modulo 97. */
function remainderOf(rearranged: string): number {
  let remainder = 0;
  for (const character of rearranged) {
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder;
}
