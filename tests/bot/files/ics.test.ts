import type { CalendarEvent } from "@kairos/core";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { icsOf } from "../../../packages/bot/src/files/ics.js";

function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: "RDV-2026-0001@99900014400017.kairos.invalid",
    sequence: 0,
    startsAt: "2026-12-07T09:00:00.000Z",
    endsAt: "2026-12-07T09:45:00.000Z",
    summary: "Entretien d'orientation · RDV-2026-0001",
    status: "confirmed",
    changedAt: "2026-11-27T08:00:00.000Z",
    ...changes,
  };
}

/** As another reader understands the file. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: String(component.getFirstPropertyValue("status")).toLowerCase(),
      changedAt: (component.getFirstPropertyValue("dtstamp") as ICAL.Time).toJSDate().toISOString(),
    };
  });
  return { method: calendar.getFirstPropertyValue("method"), name: calendar.getFirstPropertyValue("x-wr-calname"), events };
}

describe("a calendar file", () => {
  it("is this, to the byte, whenever it is asked for", async () => {
    const event = anEvent({ location: "Bureau 2, 12 rue des Chantiers", description: "Candidat : T-0007\nSession : SE-2026-014" });
    expect(await icsOf([event], "Rendez-vous RDV-2026-0001")).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kairos.invalid//Kairos//FR",
        "METHOD:PUBLISH",
        "NAME:Rendez-vous RDV-2026-0001",
        "X-WR-CALNAME:Rendez-vous RDV-2026-0001",
        "BEGIN:VEVENT",
        "UID:RDV-2026-0001@99900014400017.kairos.invalid",
        "SEQUENCE:0",
        "DTSTAMP:20261127T080000Z",
        "DTSTART:20261207T090000Z",
        "DTEND:20261207T094500Z",
        "SUMMARY:Entretien d'orientation · RDV-2026-0001",
        "LOCATION:Bureau 2\\, 12 rue des Chantiers",
        "DESCRIPTION:Candidat : T-0007\\nSession : SE-2026-014",
        'ORGANIZER;CN="Kairos":mailto:agenda@99900014400017.kairos.invalid',
        "STATUS:CONFIRMED",
        "LAST-MODIFIED:20261127T080000Z",
        "END:VEVENT",
        "END:VCALENDAR",
      ].join("\r\n"),
    );
  });

  it("says the same to another reader, commas, semicolons, backslashes, lines, accents and emoji included", async () => {
    const hard = "a, b; c\\n d \\ e\nligne 2 « été » 🚚👩‍🏫 œuvre ; fin\\";
    const event = anEvent({
      summary: hard.replace("\n", " "),
      location: hard.replace("\n", " "),
      description: hard,
      sequence: 7,
      status: "tentative",
    });
    const read = readBack(await icsOf([event], hard));
    expect([read.events, read.name]).toEqual([[event], "a b c n d e ligne 2 « été » 🚚👩‍🏫 œuvre fin "]);
  });

  it("takes what is cancelled out of calendars; among others, what is cancelled is marked", async () => {
    const cancelled = anEvent({ status: "cancelled", sequence: 3 });
    expect(readBack(await icsOf([cancelled], "x"))).toMatchObject({ method: "CANCEL", events: [{ status: "cancelled", sequence: 3 }] });
    const both = readBack(await icsOf([anEvent({ uid: "b@x.invalid" }), cancelled], "x"));
    expect([both.method, both.events.map(({ status }) => status)]).toEqual(["PUBLISH", ["confirmed", "cancelled"]]);
  });

  it("keeps every line within 75 octets, whole characters only, and reads back as it was", async () => {
    const words = fc
      .array(fc.constantFrom("é", "🚚", "a", ",", ";", "\\", " ", "œ", "👩‍🏫", "n", '"', ":"), { minLength: 1, maxLength: 200 })
      .map((all) => `x${all.join("")}x`);
    await fc.assert(
      fc.asyncProperty(words, words, async (summary, description) => {
        const event = anEvent({ summary, description, location: summary });
        const text = await icsOf([event], summary);
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // Half a character would not come back.
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect(readBack(text).events).toEqual([event]);
      }),
    );
  });
});
