import type { certificateRules, Label } from "@kairos/core";

const certificateTitles: Readonly<Record<keyof typeof certificateRules, Label>> = {
  "certificate.before-end": { fr: "certificat avant la fin", en: "certificate before the end" },
  "certificate.field-missing": { fr: "certificat incomplet", en: "certificate incomplete" },
  "certificate.hours-differ": { fr: "heures du certificat non prouvées", en: "certificate hours not proven" },
  "certificate.unsigned": { fr: "certificat sans signataire", en: "certificate without a signatory" },
};

/** Codes of attendance, in a few words. */
export const attendanceTitles = { ...certificateTitles };
