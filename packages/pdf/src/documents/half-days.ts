import { formatDay, halfLabels, type IsoDate, learningPlaceLabels, type SheetHalfDay, weekdayLabels, weekdayOf } from "@kairos/core";
import { hardSpace } from "./phrases.js";

/** Where a hand writes what the desk does not know. */
export const toFillIn = "…………………………………";

/** `lundi 07/12/2026`. */
export function dayWithName(day: IsoDate): string {
  return `${weekdayLabels[weekdayOf(day)]?.fr} ${formatDay(day)}`;
}

/** `lun. 07/12/2026`. */
export function dayShort(day: IsoDate): string {
  return `${weekdayLabels[weekdayOf(day)]?.fr.slice(0, 3)}.${hardSpace}${formatDay(day)}`;
}

export function halfName({ half }: Pick<SheetHalfDay, "half">): string {
  return halfLabels[half].fr;
}

/** `09:00–12:30`. */
export function hoursOf({ from, until }: Pick<SheetHalfDay, "from" | "until">): string {
  return `${from}–${until}`;
}

/** Where all half-days take place, when it is one place: each says its own otherwise. */
export function sharedPlace(halfDays: readonly SheetHalfDay[]): string | undefined {
  const places = new Set(halfDays.map(placeOf));
  return places.size === 1 ? [...places][0] : undefined;
}

/** `en centre, salle 2`. */
export function placeOf({ at, room }: Pick<SheetHalfDay, "at" | "room">): string {
  const label = learningPlaceLabels[at].fr;
  return room === undefined || at === "distance" ? label : `${label}, ${room}`;
}

/** The parts that are there, a line each. */
export function inLines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}
