import type { Label, privacyRefusals } from "@kairos/core";

export const privacyTitles: Readonly<Record<keyof typeof privacyRefusals, Label>> = {
  "privacy.in-training": { fr: "personne encore en formation", en: "person still in training" },
  "privacy.already-erased": { fr: "effacement déjà enregistré", en: "erasure recorded already" },
  "privacy.still-enabled": { fr: "personne encore habilitée", en: "person who still holds a right" },
};
