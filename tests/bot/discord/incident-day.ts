import type { Name } from "./scene.js";

/** The incidents of the day, each command at least once. */
export const incidentDay: readonly (readonly [Name, string])[] = [
  ["gestionnaire", "/incident diagnostic message:Erreur 403 : accès refusé en ouvrant le devis"],
  [
    "gestionnaire",
    "/incident ouvrir message:Erreur 403 : accès refusé pas:J'ouvre Devis, je clique sur Modifier moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01 capture:image.png capture-verifiee:oui",
  ],
  ["gestionnaire", "/incident completer incident:INC-2026-0001 devis:DEV-2026-0001"],
  ["gestionnaire", "/incident fichier incident:INC-2026-0001"],
  ["gestionnaire", "/incident envoye incident:INC-2026-0001 moment:il y a 5 minutes"],
  ["gestionnaire", "/incident reponse incident:INC-2026-0001 texte:Le droit manquait, il vient d'être ajouté."],
  ["gestionnaire", "/incident resolu incident:INC-2026-0001 solution:Droit ajouté par le RGC dans le portail"],
  ["rgc", "/incident rouvrir incident:INC-2026-0001 motif:L'erreur est revenue"],
  ["rgc", "/incident abandonner incident:INC-2026-0001 motif:Signalé deux fois"],
  ["rgc", "/incident liste statut:abandonné"],
  ["rgc", "/incident voir incident:INC-2026-0001"],
  ["rgc", "/incident mois"],
];
