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
});
