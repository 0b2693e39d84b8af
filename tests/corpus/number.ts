import { corpus, type Dossier } from "./seeded.js";

/** A dossier's own number, for what the desk would have numbered: `0007`. */
export function numberOf(dossier: Dossier): string {
  return String(corpus.indexOf(dossier) + 1).padStart(4, "0");
}
