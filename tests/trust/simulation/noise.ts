import { addDays, formatDay, type IsoDate } from "@kairos/core";
import type { Random } from "../random.js";
import { called, type Name, names, type Step } from "./cast.js";

/** What is there to be named, the last last. */
export interface Named {
  readonly of: (kind: Kind) => readonly string[];
}
export const kinds = ["quote", "session", "trainee", "invoice", "appointment", "incident", "grant", "order", "agreement", "sheet"] as const;
export type Kind = (typeof kinds)[number];

/** What people try, in order or not, allowed or not: most of it is refused. */
const tries: readonly string[] = [
  "/devis corriger reference:{quote} lieu:Bordeaux, annexe {n}",
  "/devis annoncer reference:{quote} cout:{n}00 €",
  "/devis frais reference:{quote} libelle:Frais {n} nature:annexe prix:{n}0",
  "/devis soumettre reference:{quote}",
  "/devis approuver reference:{quote}",
  "/devis decision reference:{quote} decision:accord",
  "/devis annuler reference:{quote} motif:Doublon",
  "/devis expirer reference:{quote}",
  "/devis voir reference:{quote}",
  "/devis liste",
  "/devis creer dispositif:POEI session:{session} stagiaire:{trainee}",
  "/session corriger reference:{session} salle:Salle {n}",
  "/session planning reference:{session} demi-journee:{day} matin horaire:9h-12h",
  "/session visibilite reference:{session} etape:annulée",
  "/session voir reference:{session}",
  "/session liste",
  "/session doublons",
  "/stagiaire corriger reference:{trainee} prenom:Camille",
  "/assiduite saisir session:{session} jour:{day} matin",
  "/assiduite annuler-saisie session:{session} jour:{day} matin",
  "/assiduite corriger session:{session} stagiaire:{trainee} jour:{day} matin statut:présent raison:Relue",
  "/assiduite inscrire session:{session} stagiaire:{trainee}",
  "/assiduite inscrire session:{session} stagiaire:{trainee} retirer:oui",
  "/assiduite cloturer session:{session} mois:{month}",
  "/assiduite rouvrir session:{session} mois:{month} raison:Feuille retrouvée",
  "/assiduite mois session:{session} mois:{month}",
  "/assiduite retirer-feuille feuille:{sheet}",
  "/facture preparer devis:{quote}",
  "/facture preparer commande:{order}",
  "/facture emettre facture:{invoice}",
  "/facture abandonner facture:{invoice}",
  "/facture avoir facture:{invoice} motif:Erreur",
  "/facture deposer facture:{invoice}",
  "/facture reception facture:{invoice}",
  "/facture rejet facture:{invoice} motif:Engagement inconnu",
  "/facture paiement facture:{invoice} montant:{n}0",
  "/facture annuler-paiement facture:{invoice} motif:Erreur",
  "/facture voir facture:{invoice}",
  "/facture liste",
  "/commande annuler commande:{order} motif:Reportée",
  "/convention corriger convention:{agreement} acompte:{n} %",
  "/rdv proposer nature:suivi le:{day} heure:1{n}h formateur:{person} candidat:{trainee}",
  "/rdv deplacer reference:{appointment} le:{day} heure:1{n}h",
  "/rdv confirmer reference:{appointment}",
  "/rdv tenu reference:{appointment}",
  "/rdv semaine",
  "/incident rouvrir incident:{incident} motif:Encore",
  "/incident resolu incident:{incident} solution:Rien à faire",
  "/incident liste",
  "/acces voir",
  "/acces accorder personne:{person} profil:valideur motif:Renfort",
  "/acces retirer habilitation:{grant}",
  "/organisme voir",
  "/organisme regler parametre:devis-validite valeur:{n}0",
  "/journal chercher acte:devis",
  "/aide",
];

/** The team must remain able to work: the grants of the opening stay, whatever is tried. */
const spared = /^\/acces retirer habilitation:H-000[1-8]$/;

export function noise(random: Random, named: Named, today: IsoDate): Step {
  const { pick, int, chance } = random;
  const day = addDays(today, int(40) - 30);
  const line = pick(tries).replace(/\{(\w+)\}/g, (_, kind: string) => {
    if (kind === "n") return String(1 + int(8));
    if (kind === "day") return formatDay(day);
    if (kind === "month") return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
    if (kind === "person") return called(pick(names));
    const known = named.of(kind as Kind);
    if (known.length === 0) return "X-0001";
    // What is recent is what people work on; now and then, something of long ago.
    return chance(0.9) ? pick(known.slice(-12)) : pick(known);
  });
  if (spared.test(line)) return { person: "rgc", line: "/acces voir" };
  return { person: chance(0.75) ? personFor(line) : pick(names), line };
}

/** Who would type it, by the noun. */
function personFor(line: string): Name {
  const noun = line.slice(1).split(" ")[0] ?? "";
  return (
    (
      {
        session: "coordinateur",
        assiduite: "coordinateur",
        stagiaire: "gestionnaire",
        facture: "comptable",
        commande: "facturation",
        convention: "facturation",
        rdv: "assistant",
        devis: /approuver|decision/.test(line) ? "valideur" : "gestionnaire",
        incident: "gestionnaire",
      } as Record<string, Name>
    )[noun] ?? "rgc"
  );
}
