import {
  addDays,
  addMonths,
  bookingsOfSession,
  editHalfDay,
  formatPattern,
  generateSchedule,
  type HalfDayChange,
  type Kept,
  laterBy,
  minutesOf,
  patternOf,
  readPattern,
  refuseClashes,
  resourceKeys,
  scheduleClashes,
  weekdayOf,
} from "@kairos/core";
import { problemsOf } from "../../problems.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import { clockAfter, type Training, trainingOf } from "../../training.js";
import type { FaultsOf } from "../index.js";

/** The week that most weeks of the schedule look like; nothing where no day comes back often enough to make one. */
function weekOf(dossier: Dossier) {
  const training = trainingOf(dossier);
  if (training === undefined) return undefined;
  const { session, schedule, provider } = training;
  const pattern = patternOf(session, schedule, provider.settings.sessions);
  return pattern.length === 0 ? undefined : { ...training, pattern };
}

const inTypedWeek = faultsIn(
  (dossier) => {
    const week = weekOf(dossier);
    return week && { text: formatPattern(week.pattern) };
  },
  ({ text }) => problemsOf(readPattern(text)),
);

const inGenerated = faultsIn(
  (dossier) => {
    const week = weekOf(dossier);
    if (week === undefined) return undefined;
    const { session, pattern, provider } = week;
    return { session, pattern, daysOff: provider.settings.sessions, timeZone: provider.settings.timeZone };
  },
  (request) => problemsOf(generateSchedule(request)),
);

/** An appointment of the trainer, half an hour long, beginning when a half-day ends. */
const besideAppointment = faultsIn(
  (dossier) => {
    const training = trainingOf(dossier);
    const last = training && trainerBookings(training).at(-1);
    return last && { ...training, kept: [appointmentOf(last.resource, last.endsAt)] };
  },
  ({ session, schedule, kept }) => refuseClashes(scheduleClashes(session, schedule, kept), session, schedule, () => "Omar Diallo"),
);

const inEdit = faultsIn(
  (dossier) => {
    const training = trainingOf(dossier);
    const [first] = training?.schedule.halfDays ?? [];
    if (training === undefined || first === undefined) return undefined;
    const change: HalfDayChange = { day: first.day, half: first.half, room: "Salle 3" };
    return { session: training.session, schedule: training.schedule, change };
  },
  ({ session, schedule, change }) => problemsOf(editHalfDay(schedule, change, session)),
);

export const patternFaults: Pick<
  FaultsOf<"sessions">,
  | "session.pattern-half-twice"
  | "session.schedule-too-long"
  | "session.schedule-empty"
  | "session.schedule-over-appointment"
  | "session.half-day-unknown"
> = {
  "session.pattern-half-twice": inTypedWeek((_judged, random, dossier) => {
    const { pattern = [] } = weekOf(dossier) ?? {};
    const rows = pattern.filter((one) => minutesOf(one) > 60);
    if (rows.length === 0) return undefined;
    const row = random.pick(rows);
    const pause = clockAfter(row.from, 30 + random.int(20));
    const parts = [
      { ...row, until: pause },
      { ...row, from: clockAfter(pause, 10) },
    ];
    return { text: formatPattern(pattern.flatMap((one) => (one === row ? parts : [one]))) };
  }),
  "session.schedule-too-long": inGenerated((request, random) => {
    const { session, pattern } = request;
    if (pattern.length < 5) return undefined;
    const years = Math.ceil(2000 / (48 * pattern.length)) + random.int(4);
    return { ...request, session: { ...session, endsOn: addMonths(session.endsOn, 12 * years) } };
  }),
  "session.schedule-empty": inGenerated((request, random) => {
    const { session, daysOff } = request;
    const { startsOn, endsOn } = session;
    const sunday = addDays(startsOn, 7 - weekdayOf(startsOn));
    if (random.chance(0.5)) return { ...request, session: { ...session, startsOn: sunday, endsOn: sunday } };
    const closure = { startsOn: addDays(startsOn, -random.int(9)), endsOn: addDays(endsOn, random.int(9)), label: "Travaux" };
    return { ...request, daysOff: { ...daysOff, closures: [...daysOff.closures, closure] } };
  }),
  "session.schedule-over-appointment": besideAppointment((judged, random) => {
    const { resource, startsAt } = random.pick(trainerBookings(judged));
    return { ...judged, kept: [...judged.kept, appointmentOf(resource, laterBy(startsAt, -10 + random.int(30)))] };
  }),
  "session.half-day-unknown": inEdit(({ session, schedule, change }, random) => {
    const sunday = addDays(session.startsOn, 7 - weekdayOf(session.startsOn));
    const changes: readonly HalfDayChange[] = [
      { ...change, half: "evening" },
      { ...change, day: sunday },
      { day: sunday, half: random.pick(["morning", "afternoon"]), remove: true },
      { day: sunday, half: "morning", from: "09:00" },
    ];
    return { session, schedule, change: random.pick(changes) };
  }),
};

function trainerBookings({ session, schedule }: Pick<Training, "session" | "schedule">) {
  return bookingsOfSession(session, schedule).filter(({ resource }) => resource === resourceKeys.person("omar"));
}

function appointmentOf(resource: string, startsAt: string): Kept {
  return { resource, kind: "appointment", startsAt, endsAt: laterBy(startsAt, 30) };
}
