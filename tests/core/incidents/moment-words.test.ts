import { readMoment } from "@kairos/core";
import { describe, expect, it } from "vitest";

/** Monday the 7th of December, 14:30 in Paris. */
const now = "2026-12-07T13:30:00.000Z";
const read = (text: string) => readMoment(text, now, "Europe/Paris");

describe("just now", () => {
  it.each(["maintenant", "Maintenant,", "à l'instant", "a instant", "instant", "à l’instant ;", "tout de suite", "là", "now", "just now"])(
    "is « %s »",
    (text) => {
      expect(read(text)).toBe(now);
    },
  );

  it.each(["maintenant ou presque", "la veille", "l'instant", "nowhere"])("is not « %s »", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe("so long ago", () => {
  it.each([
    ["il y a une minute", "2026-12-07T13:29:00.000Z"],
    ["il y a un min", "2026-12-07T13:29:00.000Z"],
    ["a minute ago", "2026-12-07T13:29:00.000Z"],
    ["an minute ago", "2026-12-07T13:29:00.000Z"],
    ["il y a deux minutes", "2026-12-07T13:28:00.000Z"],
    ["il y a cinq mn", "2026-12-07T13:25:00.000Z"],
    ["il y a 10mn", "2026-12-07T13:20:00.000Z"],
    ["il y a dix minutes", "2026-12-07T13:20:00.000Z"],
    ["il y a environ 10 minutes", "2026-12-07T13:20:00.000Z"],
    ["depuis 10 minutes", "2026-12-07T13:20:00.000Z"],
    ["il y a quinze minutes", "2026-12-07T13:15:00.000Z"],
    ["il y a vingt minutes", "2026-12-07T13:10:00.000Z"],
    ["il y a trente minutes", "2026-12-07T13:00:00.000Z"],
    ["il y a 120 minutes", "2026-12-07T11:30:00.000Z"],
    ["un quart d'heure ago", "2026-12-07T13:15:00.000Z"],
    ["il y a une quart d'heure", "2026-12-07T13:15:00.000Z"],
    ["a quarter of an hour ago", "2026-12-07T13:15:00.000Z"],
    ["il y a une demi heure", "2026-12-07T13:00:00.000Z"],
    ["il y a un demi-heure", "2026-12-07T13:00:00.000Z"],
    ["half an hour ago", "2026-12-07T13:00:00.000Z"],
    ["il y a un h", "2026-12-07T12:30:00.000Z"],
    ["an hour ago", "2026-12-07T12:30:00.000Z"],
    ["a hour ago", "2026-12-07T12:30:00.000Z"],
    ["1 hour ago", "2026-12-07T12:30:00.000Z"],
    ["il y a 1 heure", "2026-12-07T12:30:00.000Z"],
    ["two hours ago", "2026-12-07T11:30:00.000Z"],
    ["depuis 2 heures", "2026-12-07T11:30:00.000Z"],
    ["three hours ago", "2026-12-07T10:30:00.000Z"],
    ["il y a trois heures dix", "2026-12-07T10:20:00.000Z"],
    ["il y a 12 heures", "2026-12-07T01:30:00.000Z"],
    ["il y a 12h5", "2026-12-07T01:25:00.000Z"],
  ])("is read from « %s »", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    "il y a dix",
    "il y a bien 10 minutes",
    "il y a 10 minutes au moins",
    "il y a 100 heures",
    "il y a 1000 minutes",
    "9h il y a 10 minutes",
    "10 minutes ago today",
    "10 minutes",
    "il y a une demi-heure au moins",
    "il y a bien une demi-heure",
    "il y a un bon quart d'heure",
    "ago",
  ])("is not guessed from « %s »", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each(["depuis 14h", "depuis 9 h", "depuis 9h12", "depuis 14h 5"])(
    "« %s » may be an hour of the clock: it is not taken for a length",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe("a day that is named", () => {
  it.each([
    ["hier,14h", "2026-12-06T13:00:00.000Z"],
    ["hier;14h", "2026-12-06T13:00:00.000Z"],
    ["14h hier", "2026-12-06T13:00:00.000Z"],
    ["hier 9h là", "2026-12-06T08:00:00.000Z"],
    ["hier à peu près à 9h", "2026-12-06T08:00:00.000Z"],
    ["hier midi", "2026-12-06T11:00:00.000Z"],
    ["hier matin 9h", "2026-12-06T08:00:00.000Z"],
    ["yesterday around 14:00", "2026-12-06T13:00:00.000Z"],
    ["yesterday morning about 9:00", "2026-12-06T08:00:00.000Z"],
    ["yesterday afternoon 2:10", "2026-12-06T13:10:00.000Z"],
    ["yesterday evening 6:00", "2026-12-06T17:00:00.000Z"],
    ["hier apres midi 2h10", "2026-12-06T13:10:00.000Z"],
    ["hier après-midi 11h59", "2026-12-06T22:59:00.000Z"],
    ["hier après-midi 12h", "2026-12-06T11:00:00.000Z"],
    ["hier après-midi 15h", "2026-12-06T14:00:00.000Z"],
    ["the day before yesterday 10:00", "2026-12-05T09:00:00.000Z"],
    ["avant hier matin 10h", "2026-12-05T09:00:00.000Z"],
    ["cet après-midi 2h", "2026-12-07T13:00:00.000Z"],
    ["cet apres midi 2h", "2026-12-07T13:00:00.000Z"],
    ["ce après-midi 2h", "2026-12-07T13:00:00.000Z"],
    ["ce soir 6h", "2026-12-07T17:00:00.000Z"],
    ["this afternoon 2:00", "2026-12-07T13:00:00.000Z"],
    ["this evening 6:00", "2026-12-07T17:00:00.000Z"],
    ["aujourd'hui 9h12", "2026-12-07T08:12:00.000Z"],
    ["today 9:12", "2026-12-07T08:12:00.000Z"],
    ["ce midi 12h10", "2026-12-07T11:10:00.000Z"],
  ])("in words: « %s »", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ["04/12 16h", "2026-12-04T15:00:00.000Z"],
    ["4.12.26 16h", "2026-12-04T15:00:00.000Z"],
    ["le 4-12-2026 à 16h", "2026-12-04T15:00:00.000Z"],
    ["08/12 16h", "2025-12-08T15:00:00.000Z"],
    ["07/12 16h", "2026-12-07T15:00:00.000Z"],
    ["le 14 novembre 10h", "2026-11-14T09:00:00.000Z"],
    ["1er déc. 10h", "2026-12-01T09:00:00.000Z"],
    ["4 décembre 2025 16h", "2025-12-04T15:00:00.000Z"],
    ["le 2026-12-04 16:00", "2026-12-04T15:00:00.000Z"],
  ])("by its date: « %s »", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    "du 04/12/2026",
    "du 04/12/2026 là",
    "04/12/2026",
    "le 4 décembre",
    "31/02/2026 9h",
    "4 décembre 2026, 2027 9h",
    "9h12 14h05",
    "9h12 le 4 décembre",
  ])("is not guessed from « %s »", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
