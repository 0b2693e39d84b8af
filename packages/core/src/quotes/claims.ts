import { fold } from "../shared/text.js";

/**
 * Does a text let the reader believe that the State approves the provider. « Titre reconnu par l'État » speaks of a
 * diploma and « ne vaut pas agrément de l'État » is the legal mention: neither claims anything for the provider.
 */
export function claimsApproval(text: string): boolean {
  return mayClaim.test(text) && claims.test(fold(text).replace(denials, "").replace(ofSomethingElse, ""));
}

const mayClaim = /tat\b/i;
const denials = /\b(ne vaut pas|sans|non|pas|aucun|ni) (un |d')?agre(ments?|e{1,2}s?)\b/g;
const claims =
  /\b(?:(?:agre(?:e{1,2}s?|ments?)|habilite|reconnu|certifie|approuve)e?s? (?:par |de )?(?:l'|d')etat|agre(?:e{1,2}s?|ments?) etat)\b/;
const ofSomethingElse =
  /\b(titres?|diplomes?|certifications?|certificats?|brevets?|qualifications?|licences?|jurys?|controleurs?|experts?|moniteurs?|assistante?s? maternelle?s?)(?: (?!organisme|centre|ecole|institut|etablissement|formation)[\w'-]+){0,6} (?:agree|habilite|reconnu|certifie|approuve)e?s? (?:par )?(?:l'|d')?etat\b/g;
