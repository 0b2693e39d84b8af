import { fold, inputRules, type Label, parse, providerSchema, raise, readAmount, type Settings } from "@kairos/core";
import { command } from "../../command.js";
import { choice, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

interface Setting {
  readonly label: Label;
  /** The settings with the typed value in place, or nothing when it cannot be read. Limits are the schema's. */
  readonly apply: (settings: Settings, typed: string) => object | undefined;
}

/** What a provider may set, one row each; regional and contractual limits have no value until someone sets one. */
const settable = {
  "separation-taches": {
    label: { fr: "séparation des tâches (oui ou non)", en: "separation of duties (yes or no)" },
    apply: (settings, typed) => flag(typed, (on) => ({ ...settings, separationOfDuties: on ? "required" : "waived" })),
  },
  documents: {
    label: { fr: "documents (chat ou dossier)", en: "documents (chat or folder)" },
    apply: (settings, typed) => place(typed, (documents) => ({ ...settings, chat: { ...settings.chat, documents } })),
  },
  "salon-equipe": {
    label: { fr: "salon de l'équipe (#salon ou aucun)", en: "staff channel (#channel or none)" },
    apply: (settings, typed) => channel(typed, (staffChannel) => ({ ...settings, chat: { ...settings.chat, staffChannel } })),
  },
  "resume-heure": {
    label: { fr: "résumé du jour : heure (08:30 ou aucun)", en: "daily digest: hour (08:30 or none)" },
    apply: (settings, typed) => hour(typed, (digestAt) => ({ ...settings, chat: { ...settings.chat, digestAt } })),
  },
  "devis-validite": {
    label: { fr: "validité d'un devis, en jours", en: "validity of a quote, in days" },
    apply: (settings, typed) => whole(typed, (validityDays) => ({ ...settings, quotes: { ...settings.quotes, validityDays } })),
  },
  "aif-delai": {
    label: { fr: "AIF : jours avant le début", en: "AIF: days before the start" },
    apply: (settings, typed) => whole(typed, (minDaysBeforeStart) => ({ ...settings, aif: { ...settings.aif, minDaysBeforeStart } })),
  },
  "aif-delai-bloquant": {
    label: { fr: "AIF : le retard bloque (oui ou non)", en: "AIF: lateness blocks (yes or no)" },
    apply: (settings, typed) => flag(typed, (lateIsBlocking) => ({ ...settings, aif: { ...settings.aif, lateIsBlocking } })),
  },
  "aif-plafond": {
    label: { fr: "AIF : plafond régional", en: "AIF: regional cap" },
    apply: (settings, typed) => money(typed, (maxAmountCents) => ({ ...settings, aif: { ...settings.aif, maxAmountCents } })),
  },
  "aif-plafond-horaire": {
    label: { fr: "AIF : plafond horaire", en: "AIF: hourly cap" },
    apply: (settings, typed) => money(typed, (maxHourlyCents) => ({ ...settings, aif: { ...settings.aif, maxHourlyCents } })),
  },
  "aif-reste-a-charge": {
    label: { fr: "AIF : reste à charge admis (oui ou non)", en: "AIF: trainee share allowed (yes or no)" },
    apply: (settings, typed) =>
      flag(typed, (allowTraineeContribution) => ({ ...settings, aif: { ...settings.aif, allowTraineeContribution } })),
  },
  "aif-second-devis": {
    label: { fr: "AIF : deux devis demandés (oui ou non)", en: "AIF: two quotes asked (yes or no)" },
    apply: (settings, typed) => flag(typed, (secondQuoteRequired) => ({ ...settings, aif: { ...settings.aif, secondQuoteRequired } })),
  },
} satisfies Readonly<Record<string, Setting>>;

type SettingId = keyof typeof settable;
const labels = Object.fromEntries(Object.entries(settable).map(([id, { label }]) => [id, label])) as Record<SettingId, Label>;

export default command({
  words: {
    fr: ["regler", "Règle un paramètre de l'organisme ou de sa région"],
    en: ["set", "Set a parameter of the provider or its region"],
  },
  needs: "provider.manage",
  visibility: "private",
  example: "/organisme regler parametre:aif-delai valeur:21",
  options: {
    setting: choice({ fr: ["parametre", "Ce qu'on règle"], en: ["setting", "What is set"] }, labels),
    value: text(
      { fr: ["valeur", "Sa valeur : 15, 3 000 €, oui, 08:30, aucun"], en: ["value", "Its value: 15, 3000, yes, 08:30, none"] },
      40,
    ),
  },
  async run({ input, provider, store }) {
    const { setting, value } = input;
    const settings = provider && settable[setting].apply(provider.settings, value);
    if (provider === undefined || settings === undefined) return refused([raise(inputRules, "input.malformed", ["valeur"], {})]);
    const changed = parse(providerSchema, { ...provider, settings });
    if (!changed.ok) return refused(changed.problems.map((problem) => ({ ...problem, path: ["valeur"] })));
    await store.providers.save(changed.value);
    const { fr, en } = labels[setting];
    return done({
      title: { fr: "Paramètre réglé", en: "Parameter set" },
      lines: [line("good", `${fr} : ${value}`, `${en}: ${value}`)],
      data: { setting, value },
      trace: { object: provider.siret, details: { setting, value } },
    });
  },
});

/** Where documents go. */
function place<T>(typed: string, use: (documents: Settings["chat"]["documents"]) => T): T | undefined {
  if (/^chat$/.test(fold(typed))) return use("chat");
  return /^(dossier|folder)$/.test(fold(typed)) ? use("folder") : undefined;
}

/** A channel as Discord writes a mention of it, or its id; nothing for none. */
function channel<T>(typed: string, use: (id: string | undefined) => T): T | undefined {
  if (isNone(typed)) return use(undefined);
  const id = /^(?:<#(\d+)>|(\d+))$/.exec(typed.trim())?.slice(1).find(Boolean);
  return id === undefined ? undefined : use(id);
}

/** `08:30`, `8h30`, `8 h`. */
function hour<T>(typed: string, use: (time: string) => T): T | undefined {
  if (isNone(typed)) return use("off");
  const [, hours, minutes = "00"] = /^(\d{1,2}) ?[h:] ?(\d{2})?$/.exec(fold(typed)) ?? [];
  return hours === undefined ? undefined : use(`${hours.padStart(2, "0")}:${minutes}`);
}

function isNone(typed: string): boolean {
  return /^(aucune?|none)$/.test(fold(typed));
}

function whole<T>(typed: string, use: (value: number) => T): T | undefined {
  return /^\d{1,4}$/.test(typed.trim()) ? use(Number(typed.trim())) : undefined;
}

function money<T>(typed: string, use: (cents: number) => T): T | undefined {
  const read = readAmount(typed);
  return "cents" in read ? use(read.cents) : undefined;
}

function flag<T>(typed: string, use: (on: boolean) => T): T | undefined {
  if (/^(oui|yes|o|y)$/i.test(typed.trim())) return use(true);
  return /^(non|no|n)$/i.test(typed.trim()) ? use(false) : undefined;
}
