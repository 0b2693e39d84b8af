import type { Label } from "./language.js";

/** What a reference may name, as a sentence about it begins in French, without its article in English. */
export const kindLabels: Readonly<Record<string, Label>> = {
  quote: { fr: "Le devis", en: "quote" },
  session: { fr: "La session", en: "session" },
  course: { fr: "La formation", en: "course" },
  profile: { fr: "Le profil", en: "profile" },
  review: { fr: "La revue", en: "review" },
  trainee: { fr: "Le stagiaire", en: "trainee" },
  template: { fr: "Le modèle", en: "template" },
  person: { fr: "La personne", en: "person" },
  provider: { fr: "L'établissement", en: "establishment" },
  grant: { fr: "L'habilitation", en: "access grant" },
  version: { fr: "La version", en: "version" },
  attachment: { fr: "La pièce jointe", en: "attachment" },
  appointment: { fr: "Le rendez-vous", en: "appointment" },
  import: { fr: "L'import", en: "import" },
  sheet: { fr: "La feuille", en: "attendance sheet" },
  customer: { fr: "Le payeur", en: "customer" },
  agreement: { fr: "La convention", en: "agreement" },
  order: { fr: "Le bon de commande", en: "purchase order" },
  invoice: { fr: "La facture", en: "invoice" },
  incident: { fr: "L'incident", en: "incident" },
};
