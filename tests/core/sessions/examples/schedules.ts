import {
  checkCourse,
  checkSchedule,
  checkTraining,
  editHalfDay,
  generateSchedule,
  type HalfDay,
  type Problem,
  patternRefusals,
  raise,
  readPattern,
  refuseClashes,
  type ScheduleSituation,
  scheduleClashes,
} from "@kairos/core";
import { aCourse, aSchedule, aSession, sessionSettings, today } from "../../../examples/index.js";

/** One broken example for each code about weeks. */
export const weekExamples = {
  "input.not-an-hour": () => pattern("lun 9h-25:99"),
  "input.hours-order": () => pattern("lun 12h-9h"),
  "input.hours-overlap": () => pattern("lun 9h-13h 12h-17h"),
  "input.week-incomplete": () => pattern("9h-12h"),
  "input.week-unreadable": () => pattern("lun 9h-12h dancing"),
};

/** One broken example for each code about schedules and courses. */
export const scheduleExamples = {
  "session.hours-sum": () => checkTraining({ training: aSession({ announcedMinutes: 65 * 60 }) }),
  "session.distance-without-means": () =>
    checkTraining({ training: aSession({ hours: { centreMinutes: 0, distanceMinutes: 4200 }, distanceMeans: ["assistance"] }) }),
  "id.certification-ended": () =>
    checkCourse({ course: aCourse({ certification: "RNCP34862", certificationEndsOn: "2026-11-15" }), today }),
  "session.schedule-hours-order": () => check({ schedule: changed(0, { until: "09:00" }), session: aSession({ intake: "permanent" }) }),
  "session.half-day-clock-change": () => {
    const session = aSession({ startsOn: "2027-03-28", endsOn: "2027-03-28", intake: "permanent" });
    return check({ session, schedule: { ...aSchedule(), halfDays: [{ ...night, day: "2027-03-28", from: "02:30", until: "03:30" }] } });
  },
  "session.schedule-half-twice": () => check({ schedule: changed(1, { half: "morning" }) }),
  "session.schedule-overlap": () => check({ schedule: changed(1, { from: "12:00", until: "15:30" }) }),
  "session.schedule-outside-dates": () => check({ schedule: changed(0, { day: "2026-12-06" }) }),
  "session.schedule-hours": () => check({ session: aSession({ hours: { centreMinutes: 65 * 60 } }) }),
  "session.hours-vs-dates": () => check({ session: aSession({ hours: { centreMinutes: 400 * 60 } }), schedule: undefined }),
  "session.schedule-on-day-off": () =>
    check({ settings: { ...sessionSettings, closures: [{ startsOn: "2026-12-07", endsOn: "2026-12-07", label: "Inventaire" }] } }),
  "session.pattern-half-twice": () => pattern("lun 8h-10h 10h15-12h"),
  "session.schedule-two-ways": () => [raise(patternRefusals, "session.schedule-two-ways", ["semaine"], {})],
  "session.schedule-too-long": () => generated("2026-01-01", "2031-12-31"),
  "session.schedule-empty": () => generated("2026-12-06", "2026-12-06"),
  "session.schedule-exists": () => [
    raise(patternRefusals, "session.schedule-exists", ["semaine"], { halfDays: 20, minutes: 4200, edited: 2 }),
  ],
  "session.schedule-over-appointment": () => {
    const session = aSession({ trainers: ["omar"] });
    const kept = {
      resource: "person:omar",
      kind: "appointment",
      startsAt: "2026-12-07T09:00:00.000Z",
      endsAt: "2026-12-07T09:30:00.000Z",
    } as const;
    return refuseClashes(scheduleClashes(session, aSchedule(session), [kept]), session, aSchedule(session), () => "Omar Diallo");
  },
  "session.half-day-unknown": () => problemsOf(editHalfDay(aSchedule(), { day: "2026-12-12", half: "morning", remove: true }, aSession())),
};

const night = { half: "morning", at: "centre" } as const;

function check(overrides: Partial<ScheduleSituation>): readonly Problem[] {
  return checkSchedule({ session: aSession(), schedule: aSchedule(), settings: sessionSettings, ...overrides });
}

function changed(index: number, change: Partial<HalfDay>) {
  const schedule = aSchedule();
  return { ...schedule, halfDays: schedule.halfDays.map((halfDay, at) => (at === index ? { ...halfDay, ...change } : halfDay)) };
}

function pattern(text: string): readonly Problem[] {
  return problemsOf(readPattern(text));
}

function generated(startsOn: string, endsOn: string): readonly Problem[] {
  const week = readPattern("lun-ven 9h-12h30 13h30-17h");
  if (!week.ok) return week.problems;
  const session = aSession({ startsOn, endsOn });
  return problemsOf(generateSchedule({ session, pattern: week.value, daysOff: sessionSettings, timeZone: "Europe/Paris" }));
}

function problemsOf(result: { readonly ok: boolean; readonly problems?: readonly Problem[] }): readonly Problem[] {
  return result.problems ?? [];
}
