import type { Name } from "./scene.js";

/** What the day says of incidents of the portal: every command at least once. */
export const incidentDay: readonly (readonly [Name, string])[] = [
  ["gestionnaire", "/incident diagnostic message:Erreur 403 : accès refusé en ouvrant le devis"],
];
