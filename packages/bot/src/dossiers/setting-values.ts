import { fold, formatCents, type IsoDate, type Label, type Problem, readAmount, type Settings } from "@kairos/core";
import { same } from "../reply.js";
import { isNone } from "./list-options.js";

/** One kind of value that a setting takes: how it is asked for, read, and shown once it is set. Limits are the schema's. */
export interface SettingValue<Value> {
  /** As it follows « Écrivez ». */
  readonly expects: Label;
  /** Wrapped, since « aucun » reads as nothing; nothing at all when it cannot be read. */
  read(typed: string, today: IsoDate): { readonly value: Value } | { readonly problems: readonly Problem[] } | undefined;
  show(value: Value): Label;
}

const none: Label = { fr: "aucun", en: "none" };

export const flag: SettingValue<boolean> = {
  expects: { fr: "oui ou non", en: "yes or no" },
  read: (typed) => {
    if (/^(oui|yes|o|y)$/.test(fold(typed))) return { value: true };
    return /^(non|no|n)$/.test(fold(typed)) ? { value: false } : undefined;
  },
  show: (value) => (value ? { fr: "oui", en: "yes" } : { fr: "non", en: "no" }),
};

export const days: SettingValue<number> = {
  expects: { fr: "un nombre de jours : 14", en: "a number of days: 14" },
  read: (typed) => {
    const [, count] = /^(\d{1,4})(?: ?(?:j|jours?|d|days?))?$/.exec(fold(typed)) ?? [];
    return count === undefined ? undefined : { value: Number(count) };
  },
  show: (value) => ({ fr: `${value} jour${value > 1 ? "s" : ""}`, en: `${value} day${value === 1 ? "" : "s"}` }),
};

export const shortMinutes: SettingValue<number> = {
  expects: { fr: "un nombre de minutes : 15", en: "a number of minutes: 15" },
  read: (typed) => {
    const [, count] = /^(\d{1,3})(?: ?(?:min|mn|minutes?))?$/.exec(fold(typed)) ?? [];
    return count === undefined ? undefined : { value: Number(count) };
  },
  show: (value) => ({ fr: `${value} minute${value > 1 ? "s" : ""}`, en: `${value} minute${value === 1 ? "" : "s"}` }),
};

export const months: SettingValue<number> = {
  expects: { fr: "un nombre de mois : 12", en: "a number of months: 12" },
  read: (typed) => {
    const [, count] = /^(\d{1,3})(?: ?(?:mois|m|months?))?$/.exec(fold(typed)) ?? [];
    return count === undefined ? undefined : { value: Number(count) };
  },
  show: (value) => ({ fr: `${value} mois`, en: `${value} month${value === 1 ? "" : "s"}` }),
};

export const monthsOrNone: SettingValue<number | undefined> = {
  expects: { fr: "un nombre de mois : 12, ou aucun", en: "a number of months: 12, or none" },
  read: (typed, today) => (isNone(typed) ? { value: undefined } : months.read(typed, today)),
  show: (value) => (value === undefined ? none : months.show(value)),
};

export const years: SettingValue<number> = {
  expects: { fr: "un nombre d'années : 3", en: "a number of years: 3" },
  read: (typed) => {
    const [, count] = /^(\d{1,2})(?: ?(?:ans?|annees?|years?|y))?$/.exec(fold(typed)) ?? [];
    return count === undefined ? undefined : { value: Number(count) };
  },
  show: (value) => ({ fr: `${value} an${value > 1 ? "s" : ""}`, en: `${value} year${value === 1 ? "" : "s"}` }),
};

/** `90, 30, 7`; the greatest first, each once. */
export const dayList: SettingValue<readonly number[]> = {
  expects: { fr: "des nombres de jours : 90, 30, 7", en: "numbers of days: 90, 30, 7" },
  read: (typed) => {
    const [list] = /^\d{1,4}(?:(?: ?[,;] ?| (?:et |and )?)\d{1,4})*(?= ?(?:j|jours?|d|days?)?$)/.exec(fold(typed)) ?? [];
    return list === undefined ? undefined : { value: [...new Set(list.match(/\d+/g)?.map(Number))].sort((a, b) => b - a) };
  },
  show: (value) => {
    const [list, s] = [value.join(", "), Math.max(...value) > 1 ? "s" : ""];
    return { fr: `${list} jour${s} avant la fin`, en: `${list} day${s} before the end` };
  },
};

export const money: SettingValue<number> = {
  expects: { fr: "un montant : 3 000 €", en: "an amount: €3,000" },
  read: (typed) => {
    const read = readAmount(typed);
    return "cents" in read ? { value: read.cents } : undefined;
  },
  show: (cents) => ({ fr: formatCents(cents), en: formatCents(cents, "en") }),
};

/** `08:30`, `8h30`, `8 h`; `off` for none. */
export const hour: SettingValue<string> = {
  expects: { fr: "une heure : 08:30, ou aucun", en: "an hour: 08:30, or none" },
  read: (typed) => {
    if (isNone(typed)) return { value: "off" };
    const [, hours, minutes = "00"] = /^(\d{1,2}) ?[h:] ?(\d{2})?$/.exec(fold(typed)) ?? [];
    return hours === undefined ? undefined : { value: `${hours.padStart(2, "0")}:${minutes}` };
  },
  show: (time) => (time === "off" ? none : same(time)),
};

/** A channel as Discord writes a mention of it, or its id; nothing for none. Its name is not known here. */
export const channel: SettingValue<string | undefined> = {
  expects: {
    fr: "le salon, pris dans la liste que Discord ouvre quand on tape #, ou aucun",
    en: "the channel, from the list that Discord opens when you type #, or none",
  },
  read: (typed) => {
    if (isNone(typed)) return { value: undefined };
    const value = /^(?:<#(\d+)>|(\d+))$/.exec(typed.trim())?.slice(1).find(Boolean);
    return value === undefined ? undefined : { value };
  },
  show: (id) => (id === undefined ? none : { fr: "salon réglé", en: "channel set" }),
};

/** A time zone, by a place people know or by its own name; the schema refuses one that does not exist. */
export const zone: SettingValue<string> = {
  expects: { fr: "un lieu : Paris, Martinique, La Réunion", en: "a place: Paris, Martinique, Réunion" },
  read: (typed) => {
    const place = fold(typed).replace(/^(la|l'|le) ?/, "");
    return { value: places[place] ?? typed.trim() };
  },
  show: same,
};

const places: Readonly<Record<string, string>> = {
  paris: "Europe/Paris",
  metropole: "Europe/Paris",
  guadeloupe: "America/Guadeloupe",
  martinique: "America/Martinique",
  guyane: "America/Cayenne",
  reunion: "Indian/Reunion",
  mayotte: "Indian/Mayotte",
};

/** Where documents go. */
export const place: SettingValue<Settings["chat"]["documents"]> = {
  expects: { fr: "chat ou dossier", en: "chat or folder" },
  read: (typed) => {
    if (fold(typed) === "chat") return { value: "chat" };
    return /^(dossier|folder)$/.test(fold(typed)) ? { value: "folder" } : undefined;
  },
  show: (documents) => (documents === "chat" ? same("chat") : { fr: "dossier", en: "folder" }),
};

/** What one signature covers. */
export const signedBy: SettingValue<Settings["attendance"]["signedBy"]> = {
  expects: { fr: "demi-journée ou jour", en: "half-day or day" },
  read: (typed) => {
    if (/^(demi-journees?|half-days?)$/.test(fold(typed))) return { value: "half-day" };
    return /^(jours?|journees?|days?)$/.test(fold(typed)) ? { value: "day" } : undefined;
  },
  show: (value) => (value === "day" ? { fr: "jour", en: "day" } : { fr: "demi-journée", en: "half-day" }),
};
