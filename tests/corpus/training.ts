import {
  addDays,
  type Course,
  courseSchema,
  dayOff,
  type HalfDay,
  type IsoDate,
  learningPlaces,
  minutesOf,
  type Provider,
  type Schedule,
  type Session,
  weekdayOf,
} from "@kairos/core";
import { once } from "./once.js";
import type { Dossier } from "./seeded.js";

/** The session of a dossier as it is run: its course, its room and trainer, and the half-days that make its hours. */
export interface Training {
  readonly provider: Provider;
  readonly course: Course;
  readonly session: Session;
  readonly schedule: Schedule;
  readonly today: IsoDate;
}

/** Seven hours a day but for weekends and holidays; nothing where the dates cannot hold the hours. */
export const trainingOf = once(({ situation }: Dossier): Training | undefined => {
  const { provider, session: listed, today } = situation;
  if (provider === undefined || listed === undefined) return undefined;
  const course = courseOf(listed);
  const session: Session = { ...listed, course: course.reference, room: "Salle 2", trainers: ["omar"] };
  const halfDays = halfDaysOf(session, provider);
  const schedule: Schedule = {
    sessionReference: session.reference,
    siret: session.siret,
    timeZone: provider.settings.timeZone,
    halfDays: [...halfDays],
    version: 1,
  };
  const minutes = halfDays.reduce((sum, halfDay) => sum + minutesOf(halfDay), 0);
  const { centreMinutes, companyMinutes, distanceMinutes } = session.hours;
  return minutes === centreMinutes + companyMinutes + distanceMinutes ? { provider, course, session, schedule, today } : undefined;
});

/** The days of training, each once. */
export function trainingDays({ halfDays }: Pick<Schedule, "halfDays">): readonly IsoDate[] {
  return [...new Set(halfDays.map(({ day }) => day))];
}

function courseOf({
  siret,
  title,
  hours,
  modality,
  priceCents,
  formacode,
  formacodeVersion,
  certification,
  distanceMeans,
}: Session): Course {
  return courseSchema.parse({
    reference: "FO-014",
    siret,
    title,
    objectives: `Exercer après la formation « ${title.slice(0, 200)} ».`,
    expectedResults: "Une attestation de fin de formation.",
    programme: "Accueil et positionnement\nSéquences\nÉvaluation",
    hours,
    modality,
    priceCents,
    formacode,
    formacodeVersion,
    certification,
    distanceMeans,
  });
}

function halfDaysOf({ hours, startsOn, endsOn }: Session, { settings }: Provider): readonly HalfDay[] {
  const left = learningPlaces.map((at) => ({ at, minutes: hours[`${at}Minutes`] }));
  const halfDays: HalfDay[] = [];
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5 || dayOff(day, settings.sessions) !== undefined) continue;
    for (const { half, from } of usual) {
      const place = left.find(({ minutes }) => minutes > 0);
      if (place === undefined) return halfDays;
      const minutes = Math.min(place.minutes, 210);
      place.minutes -= minutes;
      halfDays.push({ day, half, from, until: clockAfter(from, minutes), at: place.at });
    }
  }
  return halfDays;
}

const usual = [
  { half: "morning", from: "09:00" },
  { half: "afternoon", from: "13:30" },
] as const;

/** A time of the same day, so many minutes after another. */
export function clockAfter(time: string, minutes: number): string {
  const after = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(after / 60)).padStart(2, "0")}:${String(after % 60).padStart(2, "0")}`;
}
