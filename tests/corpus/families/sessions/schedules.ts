import { addDays, checkSchedule, type HalfDay, minutesOf, type Schedule, type ScheduleSituation, type Settings } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { faultsIn } from "../../seeded.js";
import { clockAfter, trainingOf } from "../../training.js";
import type { FaultsOf } from "../index.js";

interface Judged extends ScheduleSituation {
  readonly schedule: Schedule;
  readonly settings: Settings["sessions"];
}

const inSchedule = faultsIn<Judged>((dossier) => {
  const training = trainingOf(dossier);
  return training && { session: training.session, schedule: training.schedule, settings: training.provider.settings.sessions };
}, checkSchedule);

/** A mistake in the half-days: what becomes of them, one being picked. */
const inHalfDays = (change: (halfDays: readonly HalfDay[], index: number, random: Random, judged: Judged) => HalfDay[] | undefined) =>
  inSchedule((judged, random) => {
    const { halfDays } = judged.schedule;
    const changed = change(halfDays, random.int(halfDays.length), random, judged);
    return changed && { ...judged, schedule: { ...judged.schedule, halfDays: changed } };
  });

/** A mistake in one half-day, the others left as they are. */
const inHalfDay = (change: (halfDay: HalfDay, random: Random, judged: Judged) => Partial<HalfDay> | undefined) =>
  inHalfDays((halfDays, index, random, judged) => {
    const halfDay = halfDays[index];
    const changed = halfDay && change(halfDay, random, judged);
    return changed && halfDays.with(index, { ...halfDay, ...changed });
  });

/** The afternoon of a day that has a morning, by its place in the schedule. */
function afternoonIn(halfDays: readonly HalfDay[], random: Random): number | undefined {
  const afternoons = [...halfDays.keys()].filter((index) => index > 0 && halfDays[index]?.day === halfDays[index - 1]?.day);
  return afternoons.length === 0 ? undefined : random.pick(afternoons);
}

export const scheduleFaults: Pick<
  FaultsOf<"sessions">,
  | "session.schedule-hours-order"
  | "session.half-day-clock-change"
  | "session.schedule-half-twice"
  | "session.schedule-overlap"
  | "session.schedule-outside-dates"
  | "session.schedule-hours"
  | "session.hours-vs-dates"
  | "session.schedule-on-day-off"
> = {
  "session.schedule-hours-order": inHalfDay(({ from, until }, random) =>
    random.chance(0.5) ? { from: until, until: from } : { until: clockAfter(from, -random.int(120)) },
  ),
  "session.half-day-clock-change": inHalfDay((_halfDay, random, { schedule }) => {
    if (schedule.timeZone !== "Europe/Paris") return undefined;
    const minute = String(random.int(60)).padStart(2, "0");
    return random.pick([
      { day: "2027-03-28", from: `01:${minute}`, until: "05:00" },
      { day: "2027-03-28", from: `02:${minute}`, until: "04:00" },
      { day: "2026-10-25", from: "00:00", until: `03:${minute}` },
    ]);
  }),
  "session.schedule-half-twice": inHalfDays((halfDays, index, random) => {
    const halfDay = halfDays[index];
    if (halfDay === undefined) return undefined;
    const from = clockAfter(halfDay.from, random.int(30));
    return [...halfDays.slice(0, index + 1), { ...halfDay, from }, ...halfDays.slice(index + 1)];
  }),
  "session.schedule-overlap": inHalfDays((halfDays, _index, random) => {
    const index = afternoonIn(halfDays, random);
    const [morning, afternoon] = [halfDays[(index ?? 0) - 1], halfDays[index ?? 0]];
    if (index === undefined || morning === undefined || afternoon === undefined) return undefined;
    return halfDays.with(index, { ...afternoon, from: clockAfter(morning.until, -1 - random.int(100)) });
  }),
  "session.schedule-outside-dates": inHalfDay((_halfDay, random, { session: { startsOn, endsOn } }) => ({
    day: random.chance(0.5) ? addDays(endsOn, 1 + random.int(60)) : addDays(startsOn, -1 - random.int(60)),
  })),
  "session.schedule-hours": inHalfDays((halfDays, index, random) => {
    const halfDay = halfDays[index];
    if (halfDay === undefined) return undefined;
    if (random.chance(0.5)) return halfDays.filter((one) => one !== halfDay);
    return halfDays.with(index, { ...halfDay, from: clockAfter(halfDay.from, 1 + random.int(minutesOf(halfDay) - 1)) });
  }),
  "session.hours-vs-dates": inHalfDays((halfDays, _index, random) => {
    const index = afternoonIn(halfDays, random);
    const afternoon = halfDays[index ?? 0];
    if (index === undefined || afternoon === undefined) return undefined;
    return halfDays.with(index, { ...afternoon, until: clockAfter("19:00", random.int(270)) });
  }),
  "session.schedule-on-day-off": inSchedule((judged, random) => {
    const { day } = random.pick(judged.schedule.halfDays);
    const closure = { startsOn: addDays(day, -random.int(3)), endsOn: addDays(day, random.int(3)), label: "Inventaire" };
    return { ...judged, settings: { ...judged.settings, closures: [...judged.settings.closures, closure] } };
  }),
};
