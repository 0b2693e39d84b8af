import type { Label, reconciliationRules } from "@kairos/core";

/** What a reconciliation finds, in a few words. */
const reconciliationTitles: Readonly<Record<keyof typeof reconciliationRules, Label>> = {
  "attendance.half-day-twice": { fr: "demi-journée comptée plusieurs fois", en: "half-day counted more than once" },
  "attendance.after-abandon": { fr: "après l'abandon", en: "after the withdrawal" },
  "attendance.half-day-to-come": { fr: "jour pas encore venu", en: "day to come" },
  "attendance.half-day-unplanned": { fr: "hors du planning", en: "outside the schedule" },
  "attendance.half-day-beyond": { fr: "plus que le planning", en: "more than planned" },
  "attendance.not-recorded": { fr: "rien de saisi", en: "nothing recorded" },
  "attendance.signed-not-recorded": { fr: "signé mais pas saisi", en: "signed but not recorded" },
  "attendance.signed-absent": { fr: "signé mais saisi absent", en: "signed but recorded absent" },
  "attendance.not-signed": { fr: "suivi sans signature", en: "attended without a signature" },
  "attendance.billed-not-signed": { fr: "facturé sans signature", en: "billed without a signature" },
  "attendance.not-declared": { fr: "suivi mais pas déclaré", en: "attended but not declared" },
  "attendance.declared-differs": { fr: "déclaré autre que saisi", en: "declared other than recorded" },
  "attendance.billed-differs": { fr: "facturé autre que saisi", en: "billed other than recorded" },
  "attendance.billed-not-as-declared": { fr: "facturé autre que déclaré", en: "billed other than declared" },
};

/** Codes of attendance, in a few words. */
export const attendanceTitles = { ...reconciliationTitles };
