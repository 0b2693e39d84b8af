import { fold } from "../shared/text.js";
import type { Symptom } from "./incident.js";
import type { Answers } from "./questions.js";

/** A few words between two that count. */
const gap = "(?:[^\\s.!?]+ ){0,6}";
const cannot =
  "(?:peux|peut|pouvons|peuvent|arrive|arrivons|arrivent|parviens|parvient|parvenons|reussis|reussit) (?:pas|plus|toujours pas)";
const never =
  "(?:impossible|imposible|bloque\\w*|coince\\w*|refuse\\w*|grise\\w*|ne marche (?:pas|plus)|marche (?:pas|plus)|ne fonctionne (?:pas|plus))";
const unable = "(?:cannot|can ?not|can't|unable to|not able to|impossible to)";

/** What the portal or a browser writes, and what people write of it, folded; the first that fits is the symptom. */
const signs: readonly (readonly [Symptom, RegExp])[] = [
  [
    "suspicious-message",
    /hamecon|phish?ing|\b(?:lien|mail|e-?mail|courriel|message|sms|site|link) (?:\S+ ){0,5}(?:suspect|douteu|bizarre|louche|etrange|frauduleu|suspicious|strange|fake)|suspicious (?:\w+ )?(?:link|e-?mail|message|site)|arnaque|\bscam\b|faux (?:site|mail|courriel)|usurp/,
  ],
  [
    "forbidden",
    /(?<![\d.,-])403(?![\d.,]?\d|-\d)|forbidden|acc?c?es (?:\S+ )?(?:refuse|interdit|non autorise|denied)|access (?:is )?(?:denied|refused)|not (?:authori[sz]ed|allowed) to|(?:pas|plus|aucune?) (?:\w+ )?(?:l'|d')?(?:droits?|habilit\w*|autoris\w*)|(?:droits?|habilitations?) (?:\S+ )?(?:insuffisant|manquant|non activ)|insufficient (?:rights|privileges|permissions)|non habilite/,
  ],
  [
    "account-blocked",
    /comptes? (?:\S+ ){0,4}(?:bloque|verouille|verrouille|inactif|inactive|desactive|suspendu|dormant)|accounts? (?:\S+ ){0,4}(?:locked|blocked|disabled|inactive|dormant|suspended)|(?:debloquer|reactiver|deverrouiller) (?:\S+ ){0,2}compte|nombre (?:maxim\w+ )?de tentatives|too many (?:failed )?attempts/,
  ],
  [
    "login-refused",
    new RegExp(
      `(?:identifiants?|mots? de passes?|mdp|login|log-?in|password|passwords?|con+ex+ion|authentification|authentication|credentials) ${gap}(?:incorr?ecte?s?|invalides?|errone\\w*|faux|refuse\\w*|refused|impossible|echoue\\w*|echec|invalid|failed|wrong|rejete\\w*|ne (?:marche|fonctionne|passe) (?:pas|plus)|(?:marche|passe) (?:pas|plus))` +
        `|(?:${cannot}|impossible|imposible) (?:a |de )?(?:me |se |nous |m')?(?:re)?con+ecter|\\b(?:m'|me |se |nous )(?:re)?con+ecter (?:\\S+ ){0,2}(?:impossible|echoue)` +
        `|(?:invalid|incorrect|wrong) (?:\\w+ ){0,3}(?:credentials|password|login|identifier)|echec (?:\\S+ )?(?:de (?:la |l')?|d'|a l')?(?:con+ex+ion|authentification)|con+ex+ion (?:\\w+ )?(?:impossible|refusee)|${unable} (?:log|sign|get) ?(?:in|on)|log-?in (?:is )?(?:failed|refused)`,
    ),
  ],
  [
    "blank-page",
    /pages? (?:\S+ ){0,4}(?:blan(?:che|ches|c)\b|vides?\b)|(?:ecran|onglet) (?:\S+ ){0,2}(?:blanc|vide)|(?:blank|white|empty) (?:page|screen)|(?:page|screen) (?:\S+ ){0,3}(?:blank|white|empty)|(?:plus )?rien ne s'affiche|n'affiche (?:plus )?rien|page (?:\S+ ){0,3}ne (?:se )?(?:charge|s'affiche|s'ouvre) (?:pas|plus)|nothing (?:shows|is displayed|loads|appears)/,
  ],
  [
    "attendance-undeclarable",
    new RegExp(
      `(?:assiduites?|presences?|absences?|emargements?|attendances?|aes|ais) ${gap}(?:${never}|(?:pas|plus) (?:enregistr|declar|valid|saisi)\\w*|refus\\w*|cannot|can't|stuck|greyed|rejected)` +
        `|(?:${cannot}|impossible) ${gap}(?:declarer|saisir|valider|enregistrer|transmettre|envoyer) ${gap}(?:assiduites?|l'assiduite|presences?|absences?|emargements?)` +
        `|${unable} ${gap}(?:declare|enter|record|submit) ${gap}attendance`,
    ),
  ],
  [
    "quote-stuck",
    new RegExp(
      `(?:devis|quote) ${gap}(?:bloque\\w*|coince\\w*|en attente|n'?avance|avance (?:pas|plus)|bouge (?:pas|plus)|toujours|sans reponse|pas de reponse|stuck|pending|waiting|no longer moves|not moving)`,
    ),
  ],
  [
    "quote-impossible",
    new RegExp(
      `(?:${cannot}|impossible|imposible) ${gap}(?:saisir|creer|enregistrer|deposer|entrer|faire|ajouter|rediger) ${gap}(?:devis|aif|poei)` +
        `|(?:saisir|saisie|creer|creation|enregistrer|deposer) (?:\\S+ ){0,3}devis ${gap}${never}|devis ${gap}(?:impossible|refuse|grise\\w*|interdit)|bouton ${gap}devis ${gap}grise` +
        `|qualiopi ${gap}(?:pas|plus|absente?|invisible|manqu\\w*|not)|(?:pas|plus|missing) ${gap}qualiopi|${unable} ${gap}(?:enter|create|save|submit) ${gap}quote`,
    ),
  ],
  [
    "session-invisible",
    new RegExp(
      `(?:sessions?|formations?) ${gap}(?:introuvables?|invisibles?|n'?apparai\\w+|apparai(?:t|ssent) (?:pas|plus)|(?:pas|plus|non) (?:visible|affichee?|referencee?|trouve\\w*)s?|ne (?:se )?(?:voit|trouve|remonte|s'affiche)|absentes?|manque\\w*|disparu\\w*|not (?:found|visible|showing|listed)|(?:does|do) not (?:show|appear)|missing|invisible)` +
        `|(?:trouve|retrouve|vois|voit|voyons|trouvons) (?:pas|plus) (?:\\S+ ){0,3}(?:sessions?|formation)|(?:sessions?|formation) not (?:found|visible)|(?:cannot|can't) (?:see|find) (?:\\S+ ){0,3}sessions?|(?:aucune?|no) sessions? (?:ne |n')?(?:trouvee?|found|correspond)`,
    ),
  ],
];

/** What a pasted message, or a sentence, is about; nothing when no sign is known. */
export function recogniseSymptom(text: string): Symptom | undefined {
  const said = legible(text);
  return signs.find(([, sign]) => sign.test(said))?.[0];
}

/** What the text answers already of what would be asked about a symptom. */
export function answersIn(text: string, symptom: Symptom): Answers {
  const said = legible(text);
  if (symptom === "login-refused") return /incorr?ect|invalid|errone|wrong/.test(said) ? { "message-says": "wrong" } : {};
  if (symptom !== "forbidden") return {};
  const [task, ...others] = works.filter(([, sign]) => sign.test(said)).map(([id]) => id);
  return task !== undefined && others.length === 0 ? { task } : {};
}

/** The screens of the portal, by the words that name them. */
const works: readonly (readonly [task: string, RegExp])[] = [
  ["quotes", /\bdevis\b|\bquotes?\b|\baif\b|\bpoei\b/],
  ["sessions", /\bsessions? (?:de formation|se-)|\breferencement|\blisting/],
  ["attendance", /assiduite|emargement|attendance/],
  ["invoices", /\bfactur|\binvoic/],
  ["accounts", /gid partenaires|gestion des (?:comptes|acces|habilitations)/],
];

function legible(text: string): string {
  return fold(text.slice(0, longest))
    .replace(/[«»"“”*_`]/g, "")
    .replace(/ {2,}/g, " ");
}

const longest = 4000;
