import { dayOf, formatInstant } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../../packages/bot/src/notices/local-time.js";

describe("an hour of a day", () => {
  it.each([
    ["2026-11-05", "08:30", "Europe/Paris", "2026-11-05T07:30:00.000Z"],
    ["2026-07-14", "08:30", "Europe/Paris", "2026-07-14T06:30:00.000Z"],
    ["2026-11-05", "08:30", "America/Martinique", "2026-11-05T12:30:00.000Z"],
    ["2026-11-05", "08:30", "Indian/Reunion", "2026-11-05T04:30:00.000Z"],
    ["2026-11-05", "00:00", "Pacific/Noumea", "2026-11-04T13:00:00.000Z"],
    // Clocks go from 02:00 to 03:00 on 29 March, and from 03:00 back to 02:00 on 25 October.
    ["2026-03-28", "08:30", "Europe/Paris", "2026-03-28T07:30:00.000Z"],
    ["2026-03-29", "08:30", "Europe/Paris", "2026-03-29T06:30:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25", "02:30", "Europe/Paris", "2026-10-25T01:30:00.000Z"],
    ["2026-10-25", "08:30", "Europe/Paris", "2026-10-25T07:30:00.000Z"],
  ])("%s %s in %s", (day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant);
  });

  it("reads as that hour on the clocks there", () => {
    const zones = ["Europe/Paris", "America/Martinique", "America/Cayenne", "Indian/Reunion", "Indian/Mayotte", "Pacific/Tahiti", "UTC"];
    const days = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(...zones),
        (day, hour, minute, zone) => {
          const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
          expect(formatInstant(instantOf(day, time, zone), zone, "en")).toBe(`${day} ${time}`);
          expect(dayOf(instantOf(day, "00:00", zone), zone)).toBe(day);
        },
      ),
    );
  });
});
