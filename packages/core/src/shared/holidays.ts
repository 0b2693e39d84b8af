import { addDays, type IsoDate } from "./calendar.js";
import type { Label } from "./language.js";

/** Where public holidays are the same (articles L3133-1, L3134-13 and L3422-2 of the labour code). */
export const holidayAreas = ["metropole", "alsace-moselle", "guadeloupe", "martinique", "guyane", "reunion", "mayotte"] as const;
export type HolidayArea = (typeof holidayAreas)[number];

export const holidayAreaLabels: Readonly<Record<HolidayArea, Label>> = {
  metropole: { fr: "France métropolitaine", en: "metropolitan France" },
  "alsace-moselle": { fr: "Alsace et Moselle", en: "Alsace and Moselle" },
  guadeloupe: { fr: "Guadeloupe", en: "Guadeloupe" },
  martinique: { fr: "Martinique", en: "Martinique" },
  guyane: { fr: "Guyane", en: "French Guiana" },
  reunion: { fr: "La Réunion", en: "Réunion" },
  mayotte: { fr: "Mayotte", en: "Mayotte" },
};

export interface PublicHoliday {
  readonly day: IsoDate;
  readonly label: Label;
}

/** The public holidays of a year in order, as the law has stood since 1984. Two may fall on one day. */
export function publicHolidaysOf(year: number, area: HolidayArea): readonly PublicHoliday[] {
  const easter = easterOf(year);
  return holidays
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .map(({ label, when }) => ({ label, day: typeof when === "number" ? addDays(easter, when) : `${year}-${when}` }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What makes a day a public holiday, if it is one. */
export function publicHolidayOn(day: IsoDate, area: HolidayArea): Label | undefined {
  const year = Number(day.slice(0, 4));
  const key = `${area}/${year}`;
  let byDay = known.get(key);
  if (byDay === undefined) {
    byDay = new Map([...publicHolidaysOf(year, area)].reverse().map((holiday) => [holiday.day, holiday.label]));
    known.set(key, byDay);
  }
  return byDay.get(day);
}

/** Easter Sunday of the Gregorian calendar, by whole numbers only (Meeus, Jones and Butcher). */
export function easterOf(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * late + 114;
  return `${year}-${twoDigits(Math.floor(count / 31))}-${twoDigits((count % 31) + 1)}`;
}

interface Holiday {
  readonly label: Label;
  /** A day of each year, `05-01`, or days after Easter Sunday. */
  readonly when: string | number;
  /** Everywhere unless said. */
  readonly areas?: readonly HolidayArea[];
}

const holidays: readonly Holiday[] = [
  { label: { fr: "jour de l'An", en: "New Year's Day" }, when: "01-01" },
  {
    label: { fr: "Vendredi saint, dans les communes qui ont un temple protestant", en: "Good Friday, in towns with a Protestant church" },
    when: -2,
    areas: ["alsace-moselle"],
  },
  { label: { fr: "lundi de Pâques", en: "Easter Monday" }, when: 1 },
  { label: { fr: "abolition de l'esclavage", en: "abolition of slavery" }, when: "04-27", areas: ["mayotte"] },
  { label: { fr: "fête du Travail", en: "Labour Day" }, when: "05-01" },
  { label: { fr: "victoire de 1945", en: "Victory Day 1945" }, when: "05-08" },
  { label: { fr: "Ascension", en: "Ascension Day" }, when: 39 },
  { label: { fr: "lundi de Pentecôte", en: "Whit Monday" }, when: 50 },
  { label: { fr: "abolition de l'esclavage", en: "abolition of slavery" }, when: "05-22", areas: ["martinique"] },
  { label: { fr: "abolition de l'esclavage", en: "abolition of slavery" }, when: "05-27", areas: ["guadeloupe"] },
  { label: { fr: "abolition de l'esclavage", en: "abolition of slavery" }, when: "06-10", areas: ["guyane"] },
  { label: { fr: "fête nationale", en: "national holiday" }, when: "07-14" },
  { label: { fr: "Assomption", en: "Assumption" }, when: "08-15" },
  { label: { fr: "Toussaint", en: "All Saints' Day" }, when: "11-01" },
  { label: { fr: "armistice de 1918", en: "Armistice Day 1918" }, when: "11-11" },
  { label: { fr: "abolition de l'esclavage", en: "abolition of slavery" }, when: "12-20", areas: ["reunion"] },
  { label: { fr: "Noël", en: "Christmas Day" }, when: "12-25" },
  { label: { fr: "Saint-Étienne", en: "Saint Stephen's Day" }, when: "12-26", areas: ["alsace-moselle"] },
];

/** A schedule asks about the same year hundreds of times. */
const known = new Map<string, ReadonlyMap<IsoDate, Label>>();

function twoDigits(number: number): string {
  return number.toString().padStart(2, "0");
}
