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
