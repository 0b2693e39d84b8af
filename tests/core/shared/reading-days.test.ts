import { formatDay, formatMinutes, isIsoDate, readDay, readDuration } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDay, isoOf } from "./generators.js";

const today = "2026-11-23";
const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

describe("reading a day", () => {
  it.each([
    ["07/12/2026", "2026-12-07"],
    ["7/12/2026", "2026-12-07"],
    ["7.12.26", "2026-12-07"],
    ["7-12-2026", "2026-12-07"],
    ["2026-12-07", "2026-12-07"],
    ["  07/12/2026 ", "2026-12-07"],
    ["7 décembre 2026", "2026-12-07"],
    ["7 DÉCEMBRE 2026", "2026-12-07"],
    ["7 de\u0301cembre 2026", "2026-12-07"],
    ["1er mars 2027", "2027-03-01"],
    ["1er mars", "2027-03-01"],
    ["7 déc. 2026", "2026-12-07"],
    ["7 dec 26", "2026-12-07"],
    ["lundi 7 décembre 2026", "2026-12-07"],
    ["lundi, 7 décembre 2026", "2026-12-07"],
    ["le 7 décembre 2026", "2026-12-07"],
    ["le lundi 7 décembre 2026", "2026-12-07"],
    ["lundi le 7 décembre 2026", "2026-12-07"],
    ["Lundi 07/12/2026", "2026-12-07"],
    ["3 août 2027", "2027-08-03"],
    ["3 aout 2027", "2027-08-03"],
    ["29/02/2028", "2028-02-29"],
    ["aujourd'hui", "2026-11-23"],
    ["Aujourd’hui", "2026-11-23"],
    ["demain", "2026-11-24"],
    ["après-demain", "2026-11-25"],
    ["hier", "2026-11-22"],
    ["avant-hier", "2026-11-21"],
  ])("reads « %s »", (text, expected) => {
    expect(readDay(text, today)).toBe(expected);
  });

  it("takes the next one when the year is left out", () => {
    expect(readDay("7 décembre", today)).toBe("2026-12-07");
    expect(readDay("23/11", today)).toBe("2026-11-23");
    expect(readDay("22/11", today)).toBe("2027-11-22");
    expect(readDay("1er janvier", "2026-12-31")).toBe("2027-01-01");
    expect(readDay("29 février", "2027-03-01")).toBe("2028-02-29");
    expect(readDay("29 février", "2028-02-29")).toBe("2028-02-29");
    expect(readDay("31/02", today)).toBeUndefined();
  });

  it.each([
    ["22/11", "2027-11-22", "2026-11-22"],
    ["23/11", "2026-11-23", "2026-11-23"],
    ["24/11", "2026-11-24", "2025-11-24"],
    ["29 février", undefined, undefined],
  ])("« %s » without its year is looked for ahead of today (%s) or behind it (%s)", (text, next, last) => {
    expect([readDay(text, today, "next"), readDay(text, today, "last")]).toEqual([next, last]);
  });

  it("29 February is looked for no further than one year away", () => {
    expect(readDay("29 février", "2028-02-28", "last")).toBeUndefined();
    expect(readDay("29 février", "2029-01-01", "last")).toBe("2028-02-29");
    expect(readDay("29 février", "2028-03-01", "last")).toBe("2028-02-29");
  });

  it.each([
    "",
    " ",
    "31/02/2026",
    "29/02/2027",
    "31/04/2026",
    "00/12/2026",
    "32/01/2026",
    "12/13/2026",
    "07/12/26/1",
    "7 decembre 126",
    "07/12/0026",
    "2026/12/07",
    "12/2026",
    "décembre 2026",
    "7 ma 2026",
    "7 d 2026",
    "7 ja 2026",
    "107 décembre 2026",
    "7 décembre 2026 au soir",
    "7 le décembre 2026",
    "7 jui 2026",
    "lundi",
    "le",
    "7",
    "07122026",
    "bientôt",
    "🎄",
    "7 🎄 2026",
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "le constructor",
    "1850775123456",
    "7".repeat(10_000),
  ])("does not guess « %s »", (text) => {
    expect(readDay(text, today)).toBeUndefined();
  });

  it("reads back what it writes, in both languages", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(readDay(formatDay(isoOf(day)), today)).toBe(isoOf(day));
        expect(readDay(formatDay(isoOf(day), "en"), today)).toBe(isoOf(day));
      }),
    );
  });

  it("reads every day in words, with its weekday or not", () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom("", "le ", "weekday"), (day, before) => {
        const weekday = `${weekdays[new Date(`${isoOf(day)}T00:00:00Z`).getUTCDay()]} `;
        const text = `${before === "weekday" ? weekday : before}${day.day === 1 ? "1er" : day.day} ${months[day.month - 1]} ${day.year}`;
        expect(readDay(text, today), text).toBe(isoOf(day));
      }),
    );
  });

  it("answers a real day or nothing, never throws", () => {
    const pieces = fc.constantFrom(..."0123456789/.- ", "mars", "er", "le ", "lundi ", "déc", "é", "🎄", "\n");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: pieces, maxLength: 12 }), fc.string({ unit: "binary" })), (text) => {
        const read = readDay(text, today);
        if (read !== undefined) expect(isIsoDate(read)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("reading a duration", () => {
  it.each([
    ["70", 4200],
    ["70 h", 4200],
    ["70h", 4200],
    ["70 heures", 4200],
    ["1 heure", 60],
    ["70h30", 4230],
    ["70 h 30", 4230],
    ["70 h 30 min", 4230],
    ["70:30", 4230],
    ["70,5", 4230],
    ["70.5 h", 4230],
    ["70,25", 4215],
    ["3h5", 185],
    ["3h05", 185],
    ["4200 min", 4200],
    ["4200 minutes", 4200],
    ["90mn", 90],
    ["1 minute", 1],
    ["1 heure 30", 90],
    ["1 heure 30 min", 90],
    ["12 000 min", 12_000],
    ["190 000 min", 190_000],
    ["1 190 h", 71_400],
    ["1\u202f190", 71_400],
    ["0", 0],
    ["0,05", 3],
    ["70\u00a0h\u00a030", 4230],
  ])("reads « %s »", (text, expected) => {
    expect(readDuration(text)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "-5",
    "h",
    "70h60",
    "70:99",
    "70,333",
    "70,33",
    "3 30",
    "12 34 h",
    "1 19",
    "70 jours",
    "70h30h",
    "90 min 30",
    "x70h30",
    "1234 567 min",
    "h 1 190",
    "7O h",
    "1e3",
    "∞",
    "⏰",
    "7⏰",
    "9".repeat(10_000),
    "70,",
    ",5",
  ])("does not guess « %s »", (text) => {
    expect(readDuration(text)).toBeUndefined();
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600_000 }), (minutes) => {
        expect(readDuration(formatMinutes(minutes))).toBe(minutes);
      }),
    );
  });

  it("answers whole minutes or nothing, never throws", () => {
    const pieces = fc.constantFrom(..."0123456789:., h", "min", "heures", "🎄");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: pieces, maxLength: 10 }), fc.string({ unit: "binary" })), (text) => {
        const read = readDuration(text);
        if (read !== undefined) expect(Number.isSafeInteger(read) && read >= 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([" ", "1 ", "1", "h", "1h"])("answers at once to a million characters of « %s »", (piece) => {
    const text = `1${piece.repeat(1_000_000 / piece.length)}x`;
    const start = performance.now();
    expect(readDuration(text)).toBeUndefined();
    expect(readDay(text, today)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
