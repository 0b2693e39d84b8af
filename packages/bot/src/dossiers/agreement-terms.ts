import { companyShareMost, formatRate, type Label, type Terms, type TrainingAgreement } from "@kairos/core";
import { both, type ReplyLine } from "../reply.js";
import { vatRegimeLabels } from "./providers.js";

/** What a contract says beside its price, a sentence each. */
export function termsSaid(agreement: TrainingAgreement): readonly ReplyLine[] {
  const { terms } = agreement;
  return [vatSaid(agreement), absencesSaid(terms), companySaid(agreement), depositSaid(terms), penaltiesSaid(terms)].map((text) => ({
    tone: "plain" as const,
    text,
  }));
}

function vatSaid({ vatRegime, vatRate }: TrainingAgreement): Label {
  if (vatRegime === "taxed") return { fr: `TVA : ${formatRate(vatRate)}.`, en: `VAT: ${formatRate(vatRate, "en")}.` };
  const { fr, en } = vatRegimeLabels[vatRegime];
  return { fr: `Sans TVA (${fr}).`, en: `No VAT (${en}).` };
}

function absencesSaid({ toleratedAbsences, toleranceRate }: Terms): Label {
  if (toleratedAbsences === "none") {
    return { fr: "Absences : seules les heures suivies se facturent.", en: "Absences: only hours attended are billed." };
  }
  const [fr, en] =
    toleratedAbsences === "excused" ? ["justifiées", "Excused absences"] : ["justifiées ou non", "Absences, excused or not,"];
  const within = (language: "fr" | "en") => formatRate(toleranceRate, language);
  return toleranceRate === 10_000
    ? { fr: `Absences ${fr} : elles se facturent comme suivies.`, en: `${en} are billed as attended.` }
    : {
        fr: `Absences ${fr} : elles se facturent, jusqu'à ${within("fr")} des heures prévues de chaque stagiaire.`,
        en: `${en} are billed, up to ${within("en")} of each trainee's planned hours.`,
      };
}

function companySaid(agreement: TrainingAgreement): Label {
  const most = companyShareMost(agreement);
  const isOwn = agreement.terms.companyShareMost !== undefined;
  return both((language) => {
    const rate = formatRate(most, language);
    if (language === "en") return `In a company: ${rate} of the training at most${isOwn ? ", as the contract says" : ", as in any AFC"}.`;
    return `En entreprise : ${rate} de la formation au plus, ${isOwn ? "selon le marché" : "comme dans toute AFC"}.`;
  });
}

function depositSaid({ depositRate }: Terms): Label {
  return depositRate === 0
    ? { fr: "Pas d'acompte.", en: "No deposit." }
    : {
        fr: `Acompte : ${formatRate(depositRate)} de la commande, avant la formation.`,
        en: `Deposit: ${formatRate(depositRate, "en")} of the order, before the training.`,
      };
}

function penaltiesSaid({ penaltyRateMost }: Terms): Label {
  return penaltyRateMost === 0
    ? { fr: "Pas de pénalité prévue.", en: "No penalty provided for." }
    : {
        fr: `Pénalités : ${formatRate(penaltyRateMost)} d'une facture au plus.`,
        en: `Penalties: ${formatRate(penaltyRateMost, "en")} of an invoice at most.`,
      };
}
