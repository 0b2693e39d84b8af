import type { Words } from "../../option.js";

/** How each family of commands is called and presented; a new folder of commands adds its line. */
export const nouns: Readonly<Record<string, Words>> = {
  acces: { fr: ["acces", "Habilitations : qui peut faire quoi"], en: ["access", "Access grants: who may do what"] },
  adhesion: { fr: ["adhesion", "Adhésion au portail : où l'on en est"], en: ["membership", "Portal membership: where it stands"] },
  aide: { fr: ["aide", "Les commandes et comment s'en servir"], en: ["help", "The commands and how to use them"] },
  assiduite: {
    fr: ["assiduite", "Assiduité : présences, émargement, mois, rapprochement"],
    en: ["attendance", "Attendance: presence, sign-in, months, reconciliation"],
  },
  commande: {
    fr: ["commande", "Bons de commande d'une convention : quantités, avenants"],
    en: ["order", "Purchase orders of an agreement: quantities, amendments"],
  },
  convention: {
    fr: ["convention", "Conventions d'achat et payeurs : marché, prix, conditions"],
    en: ["agreement", "Purchase agreements and customers: market, price, terms"],
  },
  cours: {
    fr: ["cours", "Formations du catalogue : ce que leurs sessions ont en commun"],
    en: ["course", "Courses of the catalogue: what their sessions share"],
  },
  devis: { fr: ["devis", "Devis AIF et POEI : préparer, vérifier, suivre"], en: ["quote", "AIF and POEI quotes: prepare, check, follow"] },
  donnees: {
    fr: ["donnees", "Données personnelles : conservation, export, effacement"],
    en: ["data", "Personal data: retention, export, erasure"],
  },
  facture: {
    fr: ["facture", "Factures et avoirs : préparer, rapprocher, émettre, suivre"],
    en: ["invoice", "Invoices and credit notes: prepare, match, issue, follow"],
  },
  incident: {
    fr: ["incident", "Incidents du portail : diagnostic, dossier pour le support"],
    en: ["incident", "Portal incidents: diagnosis, file for support"],
  },
  journal: {
    fr: ["journal", "Le journal : qui a fait quoi, et s'il est intact"],
    en: ["trail", "The trail: who did what, and whether it is intact"],
  },
  organisme: { fr: ["organisme", "L'organisme de formation et ses réglages"], en: ["provider", "The training provider and its settings"] },
  rdv: {
    fr: ["rdv", "Rendez-vous : proposer, confirmer, retrouver une heure libre"],
    en: ["appointment", "Appointments: propose, confirm, find a free time"],
  },
  session: { fr: ["session", "Sessions de formation"], en: ["session", "Training sessions"] },
  stagiaire: { fr: ["stagiaire", "Stagiaires et candidats"], en: ["trainee", "Trainees and candidates"] },
};

/** Families that only those who run the place need to see. */
export const keysOfTheHouse: ReadonlySet<string> = new Set(["acces", "donnees", "journal", "organisme"]);

/** A family that nobody described yet still has a name and a sentence. */
export function wordsOf(noun: string): Words {
  return nouns[noun] ?? { fr: [noun, `Commandes « ${noun} »`], en: [noun, `Commands about “${noun}”`] };
}
