import { fold } from "../shared/text.js";
import type { Symptom } from "./incident.js";

/** What the portal or a browser writes, and what people write of it, folded; the first that fits is the symptom. */
const signs: readonly (readonly [Symptom, RegExp])[] = [
  ["suspicious-message", /hamecon|phishing|(?:lien|mail|courriel|message|e-mail) (?:suspect|douteux|bizarre|louche)|suspicious/],
  [
    "forbidden",
    /\b403\b|forbidden|acces (?:refuse|interdit|non autorise)|(?:pas|plus) (?:les? )?(?:droits?|habilit|autoris)|access denied|not authori[sz]ed|habilitation/,
  ],
  [
    "account-blocked",
    /compte (?:\w+ ){0,3}(?:bloque|verrouille|inactif|desactive|suspendu|dormant)|account (?:\w+ ){0,2}(?:locked|blocked|disabled|inactive|dormant)/,
  ],
  [
    "login-refused",
    /(?:identifiants?|mots? de passe|login|password|connexion|authentification) (?:\w+ ){0,4}(?:incorrect|invalide|errone|refuse|impossible|echoue|invalid|failed)|(?:peux|peut|arrive|parviens?) (?:pas|plus) (?:a )?(?:me |se )?connecter|invalid credentials|cannot (?:log|sign) in/,
  ],
  [
    "blank-page",
    /page (?:\w+ ){0,3}(?:blanche|vide)|ecran blanc|blank (?:page|screen)|(?:rien|plus rien) ne s'affiche|page ne (?:se )?charge/,
  ],
  [
    "attendance-undeclarable",
    /(?:assiduite|presences?|absences?|attendance) (?:\w+ ){0,6}(?:impossible|refus|bloqu|grise|pas)|(?:declarer|saisir|valider) (?:l'|les? )?(?:assiduite|presences?|absences?)/,
  ],
  [
    "quote-stuck",
    /devis (?:\S+ ){0,6}(?:bloque|coince|en attente|n'avance|avance (?:pas|plus)|toujours)|quote (?:\S+ ){0,4}(?:stuck|pending)/,
  ],
  ["quote-impossible", /(?:saisir|creer|enregistrer|deposer) (?:\w+ ){0,3}devis|devis (?:\S+ ){0,4}(?:impossible|refuse|grise)|qualiopi/],
  [
    "session-invisible",
    /session (?:\S+ ){0,6}(?:introuvable|invisible|apparait (?:pas|plus)|n'apparait|visible|absente|manque)|(?:trouve|vois|voit) (?:pas|plus) (?:\w+ ){0,3}session|session not (?:found|visible)/,
  ],
];

/** What a pasted message, or a sentence, is about; nothing when no sign is known. */
export function recogniseSymptom(text: string): Symptom | undefined {
  const said = fold(text.slice(0, longest));
  return signs.find(([, sign]) => sign.test(said))?.[0];
}

const longest = 4000;
