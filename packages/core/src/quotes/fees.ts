import { fold } from "../shared/text.js";

/** How sure we are that a label names a cost that is not pedagogical. */
export type FeeLikelihood = "certain" | "likely";

/**
 * Does a label name an ancillary cost: the first cause of delay is to leave it among the pedagogical ones. Fees are
 * recognised by what is paid (« frais d'inscription ») or by what the label is (« Kit EPI »), never by a word alone, so that
 * « Préparation à l'examen » or « Gestion des frais de déplacement » stay what they are: training.
 */
export function feeLikelihood(label: string): FeeLikelihood | undefined {
  if (!hints.test(label)) return undefined;
  const folded = fold(label).replace(/\b([dl])(?:' | (?=[aehiou]))/g, "$1'");
  let best: FeeLikelihood | undefined;
  for (const part of folded.split(additions)) {
    const likelihood = goodsOf(part) ?? costsOf(part, folded);
    if (likelihood === "certain") return likelihood;
    best ??= likelihood;
  }
  return best;
}

/** What adds a fee to the training it is mixed with. */
const additions = /\+|[ (](?:avec|y compris|dont|plus|incluant) /;
const clauses = /[,;:()[\]/]| [-–] /;

/** A label without any of these, accented or not, needs no closer look. */
const hints =
  /frais|droit|co[uû]t|cou\u0302t|redevance|taxe|inscri|sentation|passage|examen|pi\b|kit|pack|berg|repas|jeuner|restau|loge|nuit|pension|tenue|chauss|tement|blous|casqu|gant|mallet|trouss|mat[eé]|mati.{1,2}re|consom|quip|outil|fournit|manuel|livre|ouvrage|achat|locat|cauti|transp|placement|traj|indem|licen|adh|cotis|assur|timbre|dical|copies|dossier|certif|bon |voucher/i;

const link = "(?:d'?|de la |de l'|de |des |du |pour (?:l'|la |le |les )?|lies? (?:a l'|a la |au |aux ))?";
const papers = "(?:re)?inscriptions?|examens?|concours|jurys?|dossiers?|timbres?";
const travel = "hebergement|repas|restauration|bouche|deplacements?|transports?|logement|sejours?";

/** Costs named as such, anywhere in the label. */
const paperCosts = new RegExp(
  `\\b(?:(?:droits?|couts?|redevances?|taxes?|forfaits?|montants?|tarifs?) ${link}(?:(?:re)?inscriptions?|examens?|concours)` +
    `|frais ${link}(?:${papers}|gestion|secretariat|passages?|presentation|adhesion|annexes?|administratifs?)` +
    `|frais .*\\bet (?:d'|de )(?:${papers}|${travel}))\\b`,
);
const travelCosts = new RegExp(`\\bfrais ${link}(?:${travel}|kilometriques?|postaux|port|envoi|materiels?|equipements?|fournitures?)\\b`);
/** A label that starts with « frais » names a fee, unless it names the training itself or a subject taught. */
const unsureCosts = new RegExp(
  `\\b(?:frais|droits?|couts?) ${link}certifications?\\b|^ ?frais (?!${link}(?:pedagog|formation|tutorat|accompagn|prepar|enseign|encadr|anim|interven|suivi|generaux|reels|profession|banc|financ|personnel))`,
);
const included =
  /\b(inscriptions?|hebergement|repas|restauration|dossier|examens?|certifications?|epi|materiels?|manuels?|livres?|tenues?|kits?|mallettes?|trousses?)( [\w']+){0,2} (inclu|compri)(s|ses?|es?)\b/;

/** Words without which none of the costs above is named. */
const priced = /frais|droit|cout|redevance|taxe|forfait|montant|tarif|inscription|presentation|inclu|compri/;

/** « Gestion des frais de déplacement » teaches; « hors frais d'examen » says they are not in. */
const taught =
  /\b(hors|sans|gestion|gerer|traite\w*|comptabilis\w+|calcul\w*|saisi\w*|suivi\w*|maitris\w+|optimis\w+|factur\w+|control\w+|enregistr\w+|analys\w+|redui\w+|reduction|prepar\w+|comprendre|connaitre|etabli\w+|declar\w+|notes?|verifi\w+|imput\w+)\b/;
const excluded = /\b(non|pas|en sus|en supplement|a part|exclue?s?)\b/;

function costsOf(part: string, label: string): FeeLikelihood | undefined {
  if (!priced.test(part)) return undefined;
  for (const clause of part.split(clauses)) {
    if (paperHeads.test(clause)) return "certain";
    const paper = paperCosts.exec(clause);
    if (paper !== null && isPaid(clause, paper.index, label, true)) return "certain";
    const trip = travelCosts.exec(clause);
    if (trip !== null && isPaid(clause, trip.index, label, false)) return "certain";
    const unsure = unsureCosts.exec(clause);
    if (unsure !== null && isPaid(clause, unsure.index, label, true)) return "likely";
    const inside = included.exec(clause);
    if (inside !== null && !excluded.test(clause))
      return /^(inscr|heberg|repas|restau|dossier)/.test(inside[1] ?? "") ? "certain" : "likely";
  }
  return undefined;
}

/** Is the cost at `index` charged, rather than taught or set aside. After « et », only a travel cost can still be taught. */
function isPaid(clause: string, index: number, label: string, paper: boolean): boolean {
  if (excluded.test(clause) && !label.startsWith(clause.slice(index))) return false;
  const before = clause.slice(0, index);
  return !taught.test(before) || (paper && / et (les |des )?$/.test(before));
}

const exams = "examens?|epreuves?|concours|tests?|certification|session|toeic|toefl|tosa|pix|caces|titre|diplome|permis|code";

/** Signing somebody up for an exam is a fee; training for it is not. */
const paperHeads = new RegExp(
  `^ ?(?:(?:re)?inscriptions? (?:a l'|au |aux |pour l'|a la |a )?(?:${exams})|presentation (?:a l'|aux? )(?:examens?|epreuves?|concours))\\b(?!.*(?:entrain|prepar|oral|simul))`,
);

const stays = "hebergement|repas|dejeuners?|logement|nuitees?|pension complete|demi-pension|petits?[ -]dejeuners?";
const stayed = `(?: (?:(?:du )?midi|(?:du )?soir|des? stagiaires?|du stagiaire|en internat|en hotel|a l'hotel|en residence|en pension complete|sur place|sur site|\\d.*|x ?\\d.*))?`;

/** Labels that are, as a whole, a fee or a thing. Those that stop before a colon teach after it: « Location de véhicules : agent de comptoir ». */
const certainGoods = heads([
  `(?:${stays})${stayed}(?: (?:et|ou) (?:${stays}|restauration|transports?)${stayed})*$`,
  "indemnites? (?:kilometriques?|de (?:repas|transport|deplacement|logement|trajet))\\b",
]);
const likelyGoods = heads([
  "(?:re)?inscriptions?(?: administratives?| universitaires?| definitives?| pedagogiques?)?$",
  "passages? (?:de l'|de la |d'|du |des )?(?:examens?|epreuves?|permis|toeic|tosa|certification)\\b",
  "(?:bons?|vouchers?|coupons?) (?:d'|de )?(?:examens?|certification)\\b",
  "examens?(?: medical| final| officiel| toeic| toefl| tosa| pix| voltaire| t3p| vtc)?$",
  "redevances?\\b[^:]*$",
  "matieres? d'oeuvre$",
  "photocopies$|copies$",
  "dossiers?(?: administratif| d'inscription)?$",
  "timbres?(?: fisca(?:l|ux))?$",
  "visites? medicales?\\b[^:]*$",
  `restauration${stayed}(?: et (?:${stays}))?$`,
  "(?:kit|kits (?:epi|materiel|outils?|stagiaires?)|mallettes?|trousses?|packs? (?:epi|materiel|outils?))\\b[^:]*$",
  "(?:epi|equipements? de protection(?: individuelle| collective)?s?)(?: fournis?)?$",
  "tenues?(?: (?:professionnelles?|de travail|de securite|de cuisine|de service|image|reglementaires?|completes?)\\b[^:]*)?$",
  "(?:blouses?|chaussures de securite|vetements? (?:de travail|professionnels?)|gants de (?:protection|travail)|casques? de (?:protection|chantier))\\b[^:]*$",
  "(?:materiels?|equipements?|outillages?|fournitures?|consommables?)(?: (?:pedagogiques?|scolaires?|individuels?|individuelles?|professionnels?|personnels?|fournis?|necessaires?|de base|(?:du |des )?stagiaires?))?(?: et (?:materiels?|equipements?|outillages?|fournitures?|consommables?|manuels?|livres?|tenues?))?$",
  "(?:fournitures?|achats?|locations?|dotations?) (?:d'|de l'|de |du |des )?(?:materiels?|manuels?|livres?|livrets?|epi|kits?|equipements?|tenues?|outils?|outillage|ouvrages?|fournitures?|ordinateurs?|vehicules?|engins?|motos?|chariots?)\\b[^:]*$",
  "(?:manuels?|livres?|livrets?|ouvrages?)(?: (?:du stagiaire|de cours|de code|de formation|de reference|scolaires?|pedagogiques?|fournis?))?(?: et (?:manuels?|livres?|livrets?|ouvrages?|fournitures?))?(?: fournis)?$",
  "cautions?(?: (?:materiel|du materiel|de garantie|pour .*))?$",
  "(?:transports?|deplacements?|trajets?)(?: (?:du |des |de )(?:stagiaires?|candidats?)| aller[ -]retour| domicile.*)?$",
  "licences?(?: (?:logiciels?|logicielles?|d'utilisation|informatiques?)\\b[^:]*)?$",
  "(?:adhesions?|cotisations?)(?: (?:annuelles?|obligatoires?|a l'association))?$",
  "assurances? (?:du )?(?:stagiaires?|responsabilite civile|accidents?)$",
]);

function goodsOf(part: string): FeeLikelihood | undefined {
  const plain = punctuated.test(part) ? part.replace(/ ?[([].*$|[)\]]/g, "").replace(/ ?[/&] ?/g, " et ") : part;
  const named = plain.trim().replace(packaging, "");
  if (certainGoods.test(named)) return "certain";
  return likelyGoods.test(named) ? "likely" : undefined;
}

const punctuated = /[([)\]/&]/;
const packaging =
  /^(?:forfait|pack|supplement|option|participation|prestations?|autres?) (?:d'|de |des |aux? |a l')?(?=heberg|repas|restau|loge|nuit|transp)/;

function heads(sources: readonly string[]): RegExp {
  return new RegExp(`^(?:${sources.join("|")})`);
}
