import { readMoment } from "@kairos/core";
import { describe, expect, it } from "vitest";

/** Monday the 7th of December, 14:30 in Paris. */
const now = "2026-12-07T13:30:00.000Z";
const read = (text: string, zone = "Europe/Paris") => readMoment(text, now, zone);

describe("when something happened", () => {
  it.each([
    ["à l'instant", "2026-12-07T13:30:00.000Z"],
    ["maintenant", "2026-12-07T13:30:00.000Z"],
    ["il y a 10 minutes", "2026-12-07T13:20:00.000Z"],
    ["Il y a une heure", "2026-12-07T12:30:00.000Z"],
    ["il y a 1h30", "2026-12-07T12:00:00.000Z"],
    ["il y a deux heures et quinze minutes", "2026-12-07T11:15:00.000Z"],
    ["il y a une demi-heure", "2026-12-07T13:00:00.000Z"],
    ["il y a un quart d'heure", "2026-12-07T13:15:00.000Z"],
    ["20 minutes ago", "2026-12-07T13:10:00.000Z"],
    ["ce matin 9h12", "2026-12-07T08:12:00.000Z"],
    ["ce matin vers 9 h 12", "2026-12-07T08:12:00.000Z"],
    ["this morning at 9:12", "2026-12-07T08:12:00.000Z"],
    ["9h12", "2026-12-07T08:12:00.000Z"],
    ["hier 14h", "2026-12-06T13:00:00.000Z"],
    ["hier après-midi 2h10", "2026-12-06T13:10:00.000Z"],
    ["hier soir à 18h40", "2026-12-06T17:40:00.000Z"],
    ["avant-hier 10h", "2026-12-05T09:00:00.000Z"],
    ["07/12/2026 14:05", "2026-12-07T13:05:00.000Z"],
    ["le 4 décembre à 16h", "2026-12-04T15:00:00.000Z"],
    ["2026-12-04 16:00", "2026-12-04T15:00:00.000Z"],
    ["23h50", "2026-12-06T22:50:00.000Z"],
  ])("is read from « %s »", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it("is read on the clocks of the place", () => {
    expect(read("ce matin 9h12", "America/Martinique")).toBe("2026-12-07T13:12:00.000Z");
    expect(read("9h12", "Indian/Reunion")).toBe("2026-12-07T05:12:00.000Z");
  });

  it.each(["", "hier", "ce matin", "il y a longtemps", "il y a 3", "25h00", "32/12/2026 9h", "depuis toujours", "DROP TABLE"])(
    "is not guessed from « %s »",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it.each([
    ["2026-12-07T23:05:00.000Z", "hier 23h50", "2026-12-07T22:50:00.000Z", "just after midnight, yesterday is the day that ended"],
    ["2026-12-07T23:05:00.000Z", "23h50", "2026-12-07T22:50:00.000Z", "an hour that is still to come was yesterday's"],
    ["2026-12-07T23:05:00.000Z", "0h01", "2026-12-07T23:01:00.000Z", "midnight opens the day"],
    ["2026-12-07T23:05:00.000Z", "il y a 10 minutes", "2026-12-07T22:55:00.000Z", "minutes ago cross midnight"],
    ["2026-12-31T23:10:00.000Z", "hier 23h50", "2026-12-31T22:50:00.000Z", "and the year"],
    ["2026-12-07T13:30:00.000Z", "14h30", "2026-12-07T13:30:00.000Z", "this very minute is today's"],
    ["2026-12-07T13:30:00.000Z", "ce soir 18h", "2026-12-07T17:00:00.000Z", "what is said of later today is kept: the file refuses it"],
    ["2026-10-25T06:00:00.000Z", "ce matin 2h30", "2026-10-25T00:30:00.000Z", "an hour that came twice is its first time"],
    ["2026-10-25T02:00:00.000Z", "il y a 2 heures", "2026-10-25T00:00:00.000Z", "hours ago are real hours, across the change"],
    ["2026-03-29T08:00:00.000Z", "ce matin 3h10", "2026-03-29T01:10:00.000Z", "after the change"],
    ["2026-03-29T08:00:00.000Z", "hier 2h30", "2026-03-28T01:30:00.000Z", "the day before the change"],
  ])("at %s, « %s » is %s: %s", (at, text, instant) => {
    expect(readMoment(text, at, "Europe/Paris")).toBe(instant);
  });

  it("puts an hour that the clocks jumped over right after the jump, never in the day's future", () => {
    expect(readMoment("ce matin 2h30", "2026-03-29T08:00:00.000Z", "Europe/Paris")).toBe("2026-03-29T01:30:00.000Z");
  });
});
