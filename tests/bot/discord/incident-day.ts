import type { Name } from "./scene.js";

/** The incidents of the day, each command at least once. */
export const incidentDay: readonly (readonly [Name, string])[] = [
  [
    "gestionnaire",
    "/incident ouvrir message:Erreur 403 : accès refusé pas:J'ouvre Devis, je clique sur Modifier moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01 capture:image.png capture-verifiee:oui",
  ],
  ["gestionnaire", "/incident completer incident:INC-2026-0001 devis:DEV-2026-0001"],
  ["gestionnaire", "/incident fichier incident:INC-2026-0001"],
];
