import { type Channel, channelLabels, excerpt, fold, formatDay, type IsoDate, readDay, type Settings } from "@kairos/core";
import { both, same } from "../reply.js";
import { isNone } from "./list-options.js";
import { days, type SettingValue } from "./setting-values.js";

/** How the numbers of a series begin. */
export const series: SettingValue<string> = {
  expects: { fr: "le début des numéros, 1 à 6 lettres ou chiffres : FAC", en: "how numbers begin, 1 to 6 letters or digits: FAC" },
  read: (typed) => {
    const value = typed.trim().toUpperCase();
    return /^[A-Z0-9]{1,6}$/.test(value) ? { value } : undefined;
  },
  show: (value) => same(`${value}-2026-0001`),
};

/** By which door invoices go out. */
export const invoiceChannel: SettingValue<Channel> = {
  expects: { fr: "Chorus Pro ou autre", en: "Chorus Pro or other" },
  read: (typed) => {
    if (/^chorus( ?pro)?$/.test(fold(typed))) return { value: "chorus" };
    return /^(autre( canal)?|other( channel)?)$/.test(fold(typed)) ? { value: "other" } : undefined;
  },
  show: (value) => channelLabels[value],
};

/** Days, or the public term in force. */
export const paymentDays: SettingValue<number | undefined> = {
  expects: { fr: "un nombre de jours : 45, ou aucun pour le délai public", en: "a number of days: 45, or none for the public term" },
  read: (typed, today) => (isNone(typed) ? { value: undefined } : days.read(typed, today)),
  show: (value) => (value === undefined ? { fr: "le délai public", en: "the public term" } : days.show(value)),
};

/** A sentence that invoices print as it is. */
export const mention: SettingValue<string> = {
  expects: { fr: "la phrase imprimée, 200 lettres au plus", en: "the sentence printed, 200 letters at most" },
  read: (typed) => {
    const value = typed.trim();
    return value === "" || value.length > 200 || isNone(value) ? undefined : { value };
  },
  show: (value) => same(excerpt(value, 200)),
};

/** Of which size the provider is, for what the law asks of each. */
export const companySize: SettingValue<Settings["invoices"]["companySize"]> = {
  expects: { fr: "petite (TPE, PME) ou grande (ETI, grande entreprise)", en: "small or large (mid-size and above)" },
  read: (typed) => {
    if (/^(petite?|tpe|pme|micro|small)$/.test(fold(typed))) return { value: "small" };
    return /^(grande?|eti|grande entreprise|large)$/.test(fold(typed)) ? { value: "large" } : undefined;
  },
  show: (value) => (value === "small" ? { fr: "petite", en: "small" } : { fr: "grande", en: "large" }),
};

/** The first day of something, or none while it is not known. */
export const firstDay: SettingValue<IsoDate | undefined> = {
  expects: { fr: "le premier jour : 01/09/2026, ou aucun", en: "the first day: 01/09/2026, or none" },
  read: (typed, today) => {
    if (isNone(typed)) return { value: undefined };
    const value = readDay(typed, today);
    return value === undefined ? undefined : { value };
  },
  show: (value) =>
    value === undefined
      ? { fr: "aucun", en: "none" }
      : both((language) => `${language === "fr" ? "depuis le" : "since"} ${formatDay(value, language)}`),
};
