import type { DayOff, IsoDate, LearningPlace } from "@kairos/core";
import { type Look, strokes } from "./palette.js";

/** Where a half-day is: a colour, a pattern and a letter each. */
export const placeLooks: Readonly<Record<LearningPlace, Look>> = {
  centre: { fill: "#d6e6f7", edge: "#1c5a9c", sign: "C" },
  company: { fill: "#fbe3bd", edge: "#8a4b00", pattern: strokes.rising, sign: "E" },
  distance: { fill: "#e3d9f3", edge: "#5a3794", pattern: strokes.dots, sign: "D" },
};

/** What leaves a day out. */
export const dayOffLooks: Readonly<Record<DayOff["why"], Look>> = {
  holiday: { fill: "#f6dfdf", edge: "#a33a3a", pattern: strokes.falling, sign: "F" },
  closure: { fill: "#e4e5e7", edge: "#5b6470", pattern: strokes.level, sign: "X" },
};

export const dayOffNames: Readonly<Record<DayOff["why"], string>> = { holiday: "jour férié", closure: "fermeture" };

export const weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** `décembre 2026` */
export function monthName(day: IsoDate): string {
  return `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `9:00`, without the zero that nobody says. */
export function clock(time: string): string {
  return time.replace(/^0/, "");
}
