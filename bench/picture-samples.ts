import {
  addDays,
  type DayOff,
  type HalfDay,
  type IsoDate,
  type Schedule,
  type Session,
  type SessionCalendar,
  scheduleSchema,
  sessionCalendar,
} from "@kairos/core";
import { aSession } from "../tests/examples/index.js";

const names: Readonly<Record<string, string>> = {
  "u-nadia": "Nadia Belkacem",
  "u-omar": "Omar Diallo",
  "u-long": "Marie-Françoise de La Rochefoucauld-Montmorency",
};

const daysOff: Readonly<Record<IsoDate, DayOff>> = {
  "2026-12-25": { why: "holiday", label: { fr: "Noël", en: "Christmas Day" } },
  "2027-01-01": { why: "holiday", label: { fr: "Jour de l'An", en: "New Year's Day" } },
  "2027-03-29": { why: "holiday", label: { fr: "Lundi de Pâques", en: "Easter Monday" } },
  "2027-05-06": { why: "holiday", label: { fr: "Ascension", en: "Ascension Day" } },
  "2027-05-17": { why: "holiday", label: { fr: "Lundi de Pentecôte", en: "Whit Monday" } },
};

export function dayOffOf(day: IsoDate): DayOff | undefined {
  if (daysOff[day] !== undefined) return daysOff[day];
  if (day >= "2026-12-28" && day <= "2026-12-31")
    return { why: "closure", label: { fr: "Congés de fin d'année de l'organisme", en: "Year-end leave" } };
  return undefined;
}

/** A calendar of so many weeks, with everything a calendar may hold where `isMixed`. */
export function aCalendar(weeks: number, isMixed: boolean, changes: Partial<Session> = {}): SessionCalendar {
  const startsOn = "2026-12-07";
  const endsOn = addDays(startsOn, weeks * 7 - 3);
  const session = { ...aSession({ startsOn, endsOn, room: "Atelier 1", trainers: ["u-nadia"], capacity: 12 }), ...changes };
  const halfDays: HalfDay[] = [];
  for (let week = 0; week < weeks; week++) {
    for (let weekday = 0; weekday < (isMixed && week % 3 === 2 ? 6 : 5); weekday++) {
      const day = addDays(startsOn, week * 7 + weekday);
      if (dayOffOf(day) !== undefined && day !== "2026-12-30") continue;
      const at = !isMixed || weekday < 3 ? "centre" : weekday === 3 ? "company" : "distance";
      const morning = { day, half: "morning", from: "09:00", until: "12:30", at } as const;
      halfDays.push({
        ...morning,
        ...(isMixed && weekday === 1 && { trainers: ["u-omar", "u-nadia", "u-long"], room: "Grande salle de réunion du deuxième étage" }),
      });
      if (weekday !== 4 || !isMixed) halfDays.push({ day, half: "afternoon", from: "13:30", until: "17:00", at });
      if (isMixed && weekday === 2)
        halfDays.push({ day, half: "evening", from: "18:00", until: "20:00", at: "distance", trainers: ["u-omar"] });
    }
  }
  const schedule: Schedule = scheduleSchema.parse({
    sessionReference: session.reference,
    siret: session.siret,
    timeZone: "Europe/Paris",
    halfDays,
    version: 1,
  });
  return sessionCalendar({ session, schedule, people: { expected: 7 }, nameOf: (id) => names[id] ?? id, dayOff: dayOffOf });
}
