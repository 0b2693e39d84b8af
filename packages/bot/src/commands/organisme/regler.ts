import { accessRefusals, inputRules, type Label, parse, providerSchema, raise, type Settings } from "@kairos/core";
import { command } from "../../command.js";
import { holdersOf } from "../../dossiers/access.js";
import { changesBetween } from "../../dossiers/changes.js";
import {
  channel,
  dayList,
  days,
  flag,
  hour,
  money,
  months,
  monthsOrNone,
  place,
  type SettingValue,
  years,
  zone,
} from "../../dossiers/setting-values.js";
import { establishmentOption } from "../../establishment.js";
import { choice, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

interface Setting {
  readonly label: Label;
  readonly expects: Label;
  /** The settings with the typed value in place, and the value as it is shown; nothing when it cannot be read. */
  readonly apply: (settings: Settings, typed: string) => { readonly settings: object; readonly shown: Label } | undefined;
}

function setting<Value>(
  fr: string,
  en: string,
  { expects, read, show }: SettingValue<Value>,
  put: (settings: Settings, value: Value) => object,
): Setting {
  const apply: Setting["apply"] = (settings, typed) => {
    const found = read(typed);
    return found && { settings: put(settings, found.value), shown: show(found.value) };
  };
  return { label: { fr, en }, expects, apply };
}

/** What a provider may set, one row each; regional and contractual limits have no value until someone sets one. */
const settable = {
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
};

type SettingId = keyof typeof settable;

/** What is offered says what is expected: « résumé du jour (une heure : 08:30, ou aucun) ». */
const offered = Object.fromEntries(
  Object.entries(settable).map(([id, { label, expects }]) => [
    id,
    { fr: `${label.fr} (${expects.fr})`, en: `${label.en} (${expects.en})` },
  ]),
) as Record<SettingId, Label>;

export default command({
  words: {
    fr: ["regler", "Règle un paramètre de l'organisme ou de sa région"],
    en: ["set", "Set a parameter of the provider or its region"],
  },
  needs: "provider.manage",
  visibility: "private",
  example: "/organisme regler parametre:aif-delai valeur:21",
  options: {
    setting: choice({ fr: ["parametre", "Le paramètre à régler"], en: ["setting", "The parameter to set"] }, offered),
    value: text(
      { fr: ["valeur", "Sa valeur : 15, 3 000 €, oui, 08:30, aucun"], en: ["value", "Its value: 15, 3000, yes, 08:30, none"] },
      40,
    ),
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const { setting: id, value } = input;
    const { label, expects, apply } = settable[id];
    const applied = provider && apply(provider.settings, value);
    const unexpected = raise(inputRules, "input.unknown-value", ["valeur"], { value, allowed: expects });
    if (provider === undefined || applied === undefined) return refused([unexpected]);
    const changed = parse(providerSchema, { ...provider, settings: applied.settings });
    if (!changed.ok) return refused(changed.problems.map((problem) => (isLimit(problem) ? { ...problem, path: ["valeur"] } : unexpected)));
    const waived = changed.value.settings.separationOfDuties === "waived" && provider.settings.separationOfDuties === "required";
    const people = waived ? await holdersOf(store, provider, today) : 0;
    if (people > 1) return refused([raise(accessRefusals, "access.waiver-not-alone", ["valeur"], { people })]);
    await store.providers.save(changed.value);
    const { shown } = applied;
    return done({
      title: { fr: "Paramètre réglé", en: "Parameter set" },
      lines: [line("good", `${sentence(label.fr)} : ${shown.fr}`, `${sentence(label.en)}: ${shown.en}`)],
      data: { setting: id, value },
      trace: { object: provider.siret, details: { setting: id, ...changesBetween(provider.settings, changed.value.settings) } },
    });
  },
});

function inChat(settings: Settings, chat: Partial<Settings["chat"]>): object {
  return { ...settings, chat: { ...settings.chat, ...chat } };
}

function inAccess(settings: Settings, access: Partial<Settings["access"]>): object {
  return { ...settings, access: { ...settings.access, ...access } };
}

function inAif(settings: Settings, aif: Partial<Settings["aif"]>): object {
  return { ...settings, aif: { ...settings.aif, ...aif } };
}

/** A limit that was passed is told as such; any other fault is one of form. */
function isLimit({ code }: { readonly code: string }): boolean {
  return code === "input.out-of-range";
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
