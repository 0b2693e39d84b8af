import { addDays, type IsoDate, type Minutes, mondayOf, type Period, weekdayOf, weekNumberOf } from "../shared/calendar.js";
import type { ClockTime } from "../shared/clock.js";
import type { Label } from "../shared/language.js";
import { type Half, halves, type LearningPlace, learningPlaces, minutesOf, type Schedule } from "./schedule.js";
import type { Session } from "./session.js";

/** A session as a wall calendar shows it: weeks, days, half-days, and what left a day out. */
export interface SessionCalendar {
  readonly reference: string;
  readonly title: string;
  readonly period: Period;
  readonly place?: string;
  readonly people: ExpectedPeople;
  readonly minutes: Minutes;
  /** The places that are used, in order. */
  readonly places: readonly LearningPlace[];
  /** The parts of a day that are used, in order. */
  readonly halves: readonly Half[];
  /** Days shown of each week: 1 is Monday. Week-ends only when something happens there. */
  readonly weekdays: readonly number[];
  readonly weeks: readonly CalendarWeek[];
  /** Weeks that come after those shown. */
  readonly weeksLeft: number;
  /** The rooms of the centre that are used, in order. */
  readonly rooms: readonly string[];
  /** Who teaches, each by initials that no other has. */
  readonly trainers: readonly CalendarTrainer[];
}

/** How many trainees are to come, as far as it is known. */
export interface ExpectedPeople {
  readonly expected?: number;
  readonly capacity?: number;
}

export interface CalendarTrainer {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

export interface CalendarWeek {
  readonly monday: IsoDate;
  /** As calendars of offices number them. */
  readonly number: number;
  readonly minutes: Minutes;
  readonly days: readonly CalendarDay[];
}

export interface CalendarDay {
  readonly day: IsoDate;
  readonly isInPeriod: boolean;
  /** A public holiday, or a closure of the provider. */
  readonly off?: DayOff;
  readonly halfDays: readonly CalendarHalfDay[];
}

export interface DayOff {
  readonly why: "holiday" | "closure";
  readonly label: Label;
}

export interface CalendarHalfDay {
  readonly half: Half;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly at: LearningPlace;
  readonly room?: string;
  /** Initials of who teaches. */
  readonly trainers: readonly string[];
}

export interface SessionCalendarFacts {
  readonly session: Session;
  readonly schedule: Schedule;
  readonly people?: ExpectedPeople;
  readonly nameOf: (trainer: string) => string;
  readonly dayOff: (day: IsoDate) => DayOff | undefined;
  /** The week of this day is the first that is shown. */
  readonly from?: IsoDate;
}

/** Weeks of one calendar: a year of them, which is already a tall page. */
const mostWeeks = 53;

/** Arranges the half-days of a session in weeks. */
export function sessionCalendar({ session, schedule, people = {}, nameOf, dayOff, from }: SessionCalendarFacts): SessionCalendar {
  const { halfDays } = schedule;
  const days = [session.startsOn, session.endsOn, ...halfDays.map(({ day }) => day)].sort();
  const period = { startsOn: days[0] ?? session.startsOn, endsOn: days.at(-1) ?? session.endsOn };
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday < 6 || halfDays.some(({ day }) => weekdayOf(day) === weekday));
  const ids = [...new Set(halfDays.flatMap((halfDay) => halfDay.trainers ?? session.trainers ?? []))];
  const trainers = withInitials(ids.map((id) => ({ id, name: nameOf(id) })));
  const initials = new Map(trainers.map((trainer) => [trainer.id, trainer.initials]));
  const byDay = new Map<IsoDate, CalendarHalfDay[]>();
  for (const { day, half, from, until, at, room = session.room, trainers: own = session.trainers ?? [] } of halfDays) {
    const shown = { half, from, until, at, ...(at === "centre" && room !== undefined && { room }) };
    byDay.set(day, [...(byDay.get(day) ?? []), { ...shown, trainers: own.flatMap((id) => initials.get(id) ?? []) }]);
  }
  const dayAt = (day: IsoDate): CalendarDay => {
    const isInPeriod = period.startsOn <= day && day <= period.endsOn;
    const off = isInPeriod ? dayOff(day) : undefined;
    return { day, isInPeriod, ...(off !== undefined && { off }), halfDays: inOrder(byDay.get(day) ?? []) };
  };
  const first = from === undefined || from < period.startsOn ? period.startsOn : from;
  const mondays = mondaysOf({ startsOn: first, endsOn: period.endsOn });
  const weeks = mondays.slice(0, mostWeeks).map((monday) => {
    const shown = weekdays.map((weekday) => dayAt(addDays(monday, weekday - 1)));
    return { monday, number: weekNumberOf(monday), minutes: sumOf(shown.flatMap((day) => day.halfDays)), days: shown };
  });
  return {
    reference: session.reference,
    title: session.title,
    period: { startsOn: session.startsOn, endsOn: session.endsOn },
    ...(session.place !== undefined && { place: session.place }),
    people: { ...(session.capacity !== undefined && { capacity: session.capacity }), ...people },
    minutes: sumOf(halfDays),
    places: learningPlaces.filter((place) => halfDays.some(({ at }) => at === place)),
    halves: halves.filter((half) => halfDays.some((halfDay) => halfDay.half === half)),
    weekdays,
    weeks,
    weeksLeft: Math.max(0, mondays.length - mostWeeks),
    rooms: [...new Set([...byDay.values()].flatMap((all) => all.flatMap(({ room }) => room ?? [])))],
    trainers,
  };
}

function mondaysOf({ startsOn, endsOn }: Period): readonly IsoDate[] {
  const mondays: IsoDate[] = [];
  for (let monday = mondayOf(startsOn); monday <= endsOn; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

function inOrder(halfDays: readonly CalendarHalfDay[]): readonly CalendarHalfDay[] {
  return [...halfDays].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function sumOf(halfDays: readonly Pick<CalendarHalfDay, "from" | "until">[]): Minutes {
  return halfDays.reduce((sum, halfDay) => sum + minutesOf(halfDay), 0);
}

/** `NB` for Nadia Belkacem; with more letters, then a number, for a second one. */
export function withInitials(people: readonly Omit<CalendarTrainer, "initials">[]): readonly CalendarTrainer[] {
  const taken = new Set<string>();
  return people.map((person) => {
    const words = person.name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
    const [first = "?", ...others] = words;
    const last = others.at(-1);
    const start = last === undefined ? first.slice(0, 2) : letters(first, 1) + letters(last, 1);
    const longer = last === undefined ? first.slice(0, 3) : letters(first, 1) + letters(last, 2);
    const numbered = people.map((_, rank) => `${start}${rank + 2}`);
    const initials = [start, longer, ...numbered].map((one) => one.toUpperCase()).find((one) => !taken.has(one)) ?? start;
    taken.add(initials);
    return { ...person, initials };
  });
}

function letters(word: string, count: number): string {
  return [...word].slice(0, count).join("");
}
