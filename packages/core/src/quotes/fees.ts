import { fold } from "../shared/text.js";

/** How sure we are that a label names a cost that is not pedagogical. */
export type FeeLikelihood = "certain" | "likely";

interface FeePattern {
  readonly likelihood: FeeLikelihood;
  /** Matched against the folded label. */
  readonly pattern: RegExp;
}

/**
 * Labels of ancillary costs, as providers write them. Anchored on the words of a fee, so that « Préparation à l'examen »
 * or « Conduite de matériel » stay what they are: training.
 */
const feePatterns: readonly FeePattern[] = [
  { likelihood: "certain", pattern: /\b(frais|droits?) (annexes?|administratifs?|de gestion|de dossier|de secretariat)\b/ },
  { likelihood: "certain", pattern: /\b(frais|droits?|cout|montant|tarif) (d'|de |de l'|des |du |pour (l'|le |la |les )?)?(\w+ (d'|de |de l'|a l'))?(re-?)?(inscriptions?|examens?|concours|jury|passages?|timbres?)\b/ },
  { likelihood: "certain", pattern: /\bfrais (d'|de |de l'|des |du )?(hebergement|repas|restauration|bouche|deplacements?|transports?|logement|materiels?|equipements?|fournitures?)\b/ },
  { likelihood: "certain", pattern: /^(inscription|presentation) (a l'|au |aux |pour l')(examens?|concours|epreuves?|tests?)\b/ },
  { likelihood: "certain", pattern: /^(hebergement|repas|restauration|logement|nuitees?)\b/ },
  { likelihood: "certain", pattern: /\b(formation|cours|stage)\b.*(\+|\bet\b|\bavec\b|\by compris\b|\binclu(s|ant|t)?\b).*\b(frais|droits?|inscriptions?|hebergement|repas)\b/ },
  { likelihood: "likely", pattern: /^(kit|tenue|epi|equipements?|materiels?|fournitures?|manuels?|livres?|trousse|outillage|caution|location|achat|timbre)\b/ },
  { likelihood: "likely", pattern: /^(inscription|dossier|examen|visite medicale|deplacements?|transports?|licence)$/ },
];

/** Does a label name an ancillary cost: the article's first cause of delay is to leave it among the pedagogical ones. */
export function feeLikelihood(label: string): FeeLikelihood | undefined {
  const folded = fold(label);
  return feePatterns.find(({ pattern }) => pattern.test(folded))?.likelihood;
}
