/** 9 digits with a right Luhn key; nine zeros pass Luhn and are refused. */
export function isSiren(siren: string): boolean {
  return /^\d{9}$/.test(siren) && !/^0+$/.test(siren) && luhn(siren) === 0;
}

/** 14 digits whose SIREN and whole are right; La Poste's establishments may use the plain sum instead. */
export function isSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || !isSiren(siret.slice(0, 9))) return false;
  if (luhn(siret) === 0) return true;
  return siret.startsWith(laPoste) && digitSum(siret) % 5 === 0;
}

const laPoste = "356000000";

function luhn(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10;
}

function digitSum(digits: string): number {
  let sum = 0;
  for (const digit of digits) sum += Number(digit);
  return sum;
}
