import { type Course, type CourseInput, courseSchema, generateSchedule, readPattern, type Schedule, type Session } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aProvider } from "./provider.js";
import { aSession } from "./session.js";

/** Seven hours a day, five days a week. */
export const fullWeek = "lun-ven 9h-12h30 13h30-17h";

/** What a provider in Bordeaux leaves out, and the most it trains. */
export const sessionSettings = aProvider().settings.sessions;

/** The half-days of a session, from a week as people type it. */
export function aSchedule(session: Session = aSession(), week = fullWeek, timeZone = "Europe/Paris"): Schedule {
  const pattern = readPattern(week);
  if (!pattern.ok) throw new Error(`unreadable week: ${week}`);
  const generated = generateSchedule({ session, pattern: pattern.value, daysOff: sessionSettings, timeZone });
  if (!generated.ok) throw new Error("no half-day in the session");
  return generated.value.schedule;
}

/** The course of the forklift sessions. */
export function aCourse(overrides: Overrides<CourseInput> = {}): Course {
  return courseSchema.parse(merge(forklift, overrides));
}

const forklift: CourseInput = {
  reference: "FO-001",
  siret: "99900014400017",
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  objectives: "Conduire en sécurité les chariots de catégories 1, 3 et 5.",
  programme: "Réglementation\nPrise de poste\nConduite et gerbage",
  formacode: "31768",
  formacodeVersion: "V14",
  entryLevel: 0,
  audiences: ["80056"],
  hours: { centreMinutes: 70 * 60 },
  announcedMinutes: 70 * 60,
  priceCents: 1190_00,
};
