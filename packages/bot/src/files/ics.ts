import type { CalendarEvent } from "@kairos/core";
import type { ICalEventStatus } from "ical-generator";

/**
 * A calendar file of events, at least one, in UTC: with a zone, hours would be read wrong. What is cancelled to the last
 * event takes itself out of calendars. The same events give the same bytes.
 */
export async function icsOf(events: readonly CalendarEvent[], name: string): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import("ical-generator");
  const isCancelled = events.every(({ status }) => status === "cancelled");
  const calendar = ical({
    // The library writes it as it comes, and clients show it as it is written.
    name: name.replace(/[\s\\;,]+/g, " "),
    prodId: { company: "kairos.invalid", product: "Kairos", language: "FR" },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const event of events) {
    const { uid, sequence, startsAt, endsAt, summary, location, description, status, changedAt } = event;
    calendar.createEvent({
      id: uid,
      sequence,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary,
      location: location ?? null,
      description: description ?? null,
      status: status.toUpperCase() as ICalEventStatus,
      // Who publishes, and not a person: files of this kind must name somebody, and this address exists nowhere.
      organizer: { name: "Kairos", email: `agenda@${uid.slice(uid.lastIndexOf("@") + 1)}` },
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
    });
  }
  return calendar.toString();
}
