import type { Settings } from "@kairos/core";
import { attendanceSettings } from "./settable-attendance.js";
import { invoiceSettings } from "./settable-invoices.js";
import { paymentSettings } from "./settable-payments.js";
import { sessionSettings } from "./settable-sessions.js";
import { supportSettings } from "./settable-support.js";
import { setting } from "./setting.js";
import { channel, dayList, days, flag, hour, money, months, monthsOrNone, place, years, zone } from "./setting-values.js";

/** What a provider may set, one row each; regional and contractual limits have no value until someone sets one. */
export const settable = {
  "separation-taches": setting("séparation des tâches", "separation of duties", flag, (settings, on) => ({
    ...settings,
    separationOfDuties: on ? "required" : "waived",
  })),
  fuseau: setting("heure locale", "local time", zone, (settings, timeZone) => ({ ...settings, timeZone })),
  documents: setting("documents", "documents", place, (settings, documents) => inChat(settings, { documents })),
  "salon-equipe": setting("salon de l'équipe", "staff channel", channel, (settings, staffChannel) => inChat(settings, { staffChannel })),
  "resume-heure": setting("résumé du jour", "daily digest", hour, (settings, digestAt) => inChat(settings, { digestAt })),
  "adhesion-duree": setting("durée de l'adhésion", "length of the agreement", years, (settings, agreementYears) => ({
    ...settings,
    membership: { ...settings.membership, agreementYears },
  })),
  "adhesion-rappels": setting("rappels de l'adhésion", "reminders of the agreement", dayList, (settings, renewalDays) => ({
    ...settings,
    membership: { ...settings.membership, renewalDays },
  })),
  "journal-conservation": setting("conservation du journal", "retention of the trail", months, (settings, retentionMonths) => ({
    ...settings,
    trail: { ...settings.trail, retentionMonths },
  })),
  "assiduite-conservation": setting(
    "conservation des preuves d'assiduité",
    "retention of attendance evidence",
    years,
    (settings, attendanceYears) => ({
      ...settings,
      privacy: { ...settings.privacy, attendanceYears },
    }),
  ),
  "devis-validite": setting("validité d'un devis", "validity of a quote", days, (settings, validityDays) => ({
    ...settings,
    quotes: { ...settings.quotes, validityDays },
  })),
  "revue-rythme": setting("rythme de la revue des droits", "rhythm of the access review", months, (settings, reviewMonths) =>
    inAccess(settings, { reviewMonths }),
  ),
  "compte-dormant": setting("compte dormant après", "account dormant after", days, (settings, inactiveDays) =>
    inAccess(settings, { inactiveDays }),
  ),
  "mot-de-passe-rgc": setting(
    "changement du mot de passe de qui gère les droits",
    "change of the password of whoever manages rights",
    months,
    (settings, managerPasswordMonths) => inAccess(settings, { managerPasswordMonths }),
  ),
  "mot-de-passe-tous": setting(
    "changement du mot de passe des autres",
    "change of everybody else's password",
    monthsOrNone,
    (settings, userPasswordMonths) => inAccess(settings, { userPasswordMonths }),
  ),
  "aif-delai": setting("délai de l'AIF avant le début", "AIF time before the start", days, (settings, minDaysBeforeStart) =>
    inAif(settings, { minDaysBeforeStart }),
  ),
  "aif-delai-bloquant": setting("blocage d'une AIF en retard", "late AIF is blocking", flag, (settings, lateIsBlocking) =>
    inAif(settings, { lateIsBlocking }),
  ),
  "aif-plafond": setting("plafond régional de l'AIF", "regional cap of the AIF", money, (settings, maxAmountCents) =>
    inAif(settings, { maxAmountCents }),
  ),
  "aif-plafond-horaire": setting("plafond horaire de l'AIF", "hourly cap of the AIF", money, (settings, maxHourlyCents) =>
    inAif(settings, { maxHourlyCents }),
  ),
  "aif-reste-a-charge": setting(
    "reste à charge admis pour l'AIF",
    "trainee share allowed with the AIF",
    flag,
    (settings, allowTraineeContribution) => inAif(settings, { allowTraineeContribution }),
  ),
  "aif-second-devis": setting("deux devis demandés pour l'AIF", "two quotes required for the AIF", flag, (settings, secondQuoteRequired) =>
    inAif(settings, { secondQuoteRequired }),
  ),
  ...sessionSettings,
  ...attendanceSettings,
  ...paymentSettings,
  ...invoiceSettings,
  ...supportSettings,
};

function inChat(settings: Settings, chat: Partial<Settings["chat"]>): object {
  return { ...settings, chat: { ...settings.chat, ...chat } };
}

function inAccess(settings: Settings, access: Partial<Settings["access"]>): object {
  return { ...settings, access: { ...settings.access, ...access } };
}

function inAif(settings: Settings, aif: Partial<Settings["aif"]>): object {
  return { ...settings, aif: { ...settings.aif, ...aif } };
}
