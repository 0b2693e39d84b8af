import type { Settings } from "../membership/index.js";
import { addDays, formatMinutes, type Instant, type Minutes } from "../shared/calendar.js";
import { clockAt, instantAt, laterBy } from "../shared/clock.js";
import type { Label } from "../shared/language.js";
import { type Appointment, standingStatuses } from "./appointment.js";

/** Somebody is to be reminded of an appointment, once for each time it was set at. */
export interface AppointmentReminder {
  readonly reference: string;
  /** The time it speaks of: a moved appointment has other reminders. */
  readonly startsAt: Instant;
  readonly beforeMinutes: Minutes;
  readonly dueAt: Instant;
  /** Sent no more from then on: it would be late. */
  readonly until: Instant;
  /** Until when it is worth telling that it was not sent: the next reminder says it all, and so does the appointment. */
  readonly saidUntil: Instant;
}

type ReminderSettings = Pick<Settings, "timeZone" | "appointments">;

/**
 * The reminders of an appointment that stands, the earliest first; none of two that are due together but the nearest. What
 * was due before the time was set is none: whoever set it has just spoken of it.
 */
export function remindersOf(appointment: Appointment, settings: ReminderSettings): readonly AppointmentReminder[] {
  const { reference, status, reminderMinutes = settings.appointments.reminderMinutes } = appointment;
  if (!standingStatuses.some((standing) => standing === status)) return [];
  // Instants are compared as text: one way to write each.
  const startsAt = laterBy(appointment.startsAt, 0);
  const byInstant = new Map<Instant, Minutes>();
  for (const before of [...reminderMinutes].sort((a, b) => b - a)) byInstant.set(dueBefore(startsAt, before, settings.timeZone), before);
  const setAt = timeSetAt(appointment);
  const due = [...byInstant].filter(([dueAt]) => setAt <= dueAt).sort(([a], [b]) => (a < b ? -1 : 1));
  return due.map(([dueAt, beforeMinutes], rank) => {
    const saidUntil = due[rank + 1]?.[0] ?? startsAt;
    return { reference, startsAt, beforeMinutes, dueAt, until: earlier(laterBy(dueAt, graceOf(beforeMinutes)), saidUntil), saidUntil };
  });
}

/** The one to be sent at an instant: a later one takes the place of those before it. */
export function reminderDue(reminders: readonly AppointmentReminder[], now: Instant): AppointmentReminder | undefined {
  return reminders.find(({ dueAt, until }) => dueAt <= now && now < until);
}

/** The one whose time has passed, while it is of use to know that it was not sent: it was, unless somebody kept word of it. */
export function reminderPassed(reminders: readonly AppointmentReminder[], now: Instant): AppointmentReminder | undefined {
  return reminders.find(({ until, saidUntil }) => until <= now && now < saidUntil);
}

/** `7 jours`, `1 jour`, `2 h`: how long before. */
export function leadLabel(minutes: Minutes): Label {
  if (minutes % dayMinutes !== 0) return { fr: formatMinutes(minutes), en: formatMinutes(minutes) };
  const days = minutes / dayMinutes;
  return { fr: `${days} jour${days > 1 ? "s" : ""}`, en: `${days} day${days > 1 ? "s" : ""}` };
}

/** Days are counted as people do: « la veille » is the same hour on the clocks of the day before, be it 23 or 25 hours earlier. */
function dueBefore(startsAt: Instant, before: Minutes, zone: string): Instant {
  if (before % dayMinutes !== 0) return laterBy(startsAt, -before);
  const { day, time } = clockAt(startsAt, zone);
  return instantAt(addDays(day, -before / dayMinutes), time, zone);
}

/** A quarter of the time that was to be left: three quarters still serve. Never shorter than what a desk needs to wake up. */
function graceOf(before: Minutes): Minutes {
  return Math.max(leastGrace, Math.floor(before / 4));
}

const leastGrace = 10;
const dayMinutes = 24 * 60;

/** When the time that stands was proposed, or moved to. */
function timeSetAt({ steps, startsAt }: Appointment): Instant {
  const set = steps.filter(({ action }) => action === "move").at(-1) ?? steps[0];
  return laterBy(set?.at ?? startsAt, 0);
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
