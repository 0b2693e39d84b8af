import { formatPattern, readPattern, readStretch, say } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPattern } from "./generators.js";

/** `1 09:00-12:30` and so on, with the half and the place where they are worth telling. */
function read(text: string): readonly string[] {
  const pattern = readPattern(text);
  if (!pattern.ok) return pattern.problems.map(({ code, params }) => `${code} ${Object.values(params).join(" ")}`);
  return pattern.value.map(({ weekday, half, from, until, at }) => [weekday, half[0], `${from}-${until}`, at].join(" "));
}

const office = [1, 2, 3, 4, 5].flatMap((day) => [`${day} m 09:00-12:30 centre`, `${day} a 13:30-17:00 centre`]);

describe("a week as people type it", () => {
  it.each([
    "lun-ven 9h-12h30 13h30-17h",
    "lun-ven 9h-12h30, 13h30-17h",
    "Lundi-Vendredi 09:00-12:30 13:30-17:00",
    "du lundi au vendredi de 9h à 12h30 et de 13h30 à 17h",
    "lun - ven 9 h - 12 h 30 13h30-17h",
    "LUN–VEN 9H–12H30 13H30–17H00",
    "lun mar mer jeu ven 9h-12h30 13h30-17h",
    "lundi, mardi et mercredi 9h-12h30 13h30-17h; jeu ven 9-12h30 13h30-17",
    "lun 9h-12h30 13h30-17h mar-ven 9h-12h30 13h30-17h",
    "mon-fri 9:00-12:30 13:30-17:00",
    "lundis mardis mercredis jeudis vendredis matin 9h-12h30 après-midi 13h30-17h",
    "lun-ven 9 heures - 12 heures 30\nlun-ven 13h30-17h",
    "Monday to Friday 9:00 to 12:30 13:30 to 17:00",
  ])("%s", (text) => {
    expect(read(text)).toEqual(office);
  });

  it.each<[string, readonly string[]]>([
    ["samedi 9h-12h entreprise", ["6 m 09:00-12:00 company"]],
    ["sam. 9h-midi à distance", ["6 m 09:00-12:00 distance"]],
    ["sam distance 9h-12h 14h-16h", ["6 m 09:00-12:00 distance", "6 a 14:00-16:00 distance"]],
    ["sam 9h-12h en centre 14h-16h en entreprise", ["6 m 09:00-12:00 centre", "6 a 14:00-16:00 company"]],
    ["mar jeu 18h-21h", ["2 e 18:00-21:00 centre", "4 e 18:00-21:00 centre"]],
    ["ven 12h-13h", ["5 a 12:00-13:00 centre"]],
    ["lun matin 8h-11h45 après-midi 11h45-15h", ["1 m 08:00-11:45 centre", "1 a 11:45-15:00 centre"]],
    ["ven-lun 9h-10h", ["1 m 09:00-10:00 centre", "5 m 09:00-10:00 centre", "6 m 09:00-10:00 centre", "7 m 09:00-10:00 centre"]],
    ["dim 0h-23h59", ["7 m 00:00-23:59 centre"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["lun 9h-25:99", "input.not-an-hour 25:99"],
    ["lun 9h-24:00", "input.not-an-hour 24:00"],
    ["lun 20h-24h", "input.not-an-hour 24h"],
    ["lun 20h-minuit", "input.not-an-hour 24h"],
    ["lun 9h60-12h", "input.not-an-hour 9:60"],
    ["lun 9h5-12h", "input.not-an-hour 9:5"],
    ["lun 123h-12h", "input.not-an-hour 123h"],
    ["lun 12h-9h", "input.hours-order 12:00 09:00"],
    ["lun 9h-9h", "input.hours-order 09:00 09:00"],
    ["lun 9h-13h 12h-17h", "input.hours-overlap 1 09:00-13:00 12:00-17:00"],
    ["lun-ven 9h-12h; mer 10h-11h", "input.hours-overlap 3 09:00-12:00 10:00-11:00"],
    ["9h-12h", "input.week-incomplete days 9h-12h"],
    ["lun", "input.week-incomplete hours lun"],
    ["lun matin", "input.week-incomplete hours lun matin"],
    ["lun 9h", "input.week-incomplete hours lun 9h"],
    ["", "input.week-incomplete days "],
    [" ; ;", "input.week-incomplete days ; ;"],
    ["lunedi 9h-12h", "input.week-unreadable lunedi"],
    ["lun-vnd 9h-12h", "input.week-unreadable lun-vnd"],
    ["lun 9h-12h dancing", "input.week-unreadable dancing"],
    ["constructor 9h-12h", "input.week-unreadable constructor"],
    ["lu 9h-12h", "input.week-unreadable lu"],
    ["lun 9h-12h distance entreprise", "input.week-unreadable lun 9h-12h distance entreprise"],
    ["lun distance entreprise 9h-12h", "input.week-unreadable lun distance entreprise 9h-12h"],
    ["lun 9h-12h distance centre mar 9h-12h", "input.week-unreadable lun 9h-12h distance centre mar 9h-12h"],
    ["lun 8h-10h 10h15-12h", "session.pattern-half-twice 1 morning 08:00-10:00 10:15-12:00"],
  ])("« %s » is refused: %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
    const pattern = readPattern(text);
    if (!pattern.ok) for (const problem of pattern.problems) expect(say(problem).mend).toMatch(/\.$/);
  });

  it("never throws, whatever is typed", () => {
    const piece = fc.constantFrom("lun", "-", "ven", "9h", "12h30", " ", ";", "matin", "distance", "à", ":", "25", "é", "00", "\n", ",");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((all) => all.join("")),
        ),
        (text) => {
          expect(typeof readPattern(text).ok).toBe("boolean");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("takes its time in proportion to what is typed", () => {
    const start = performance.now();
    for (const text of [
      "lun ".repeat(20_000),
      "9h-12h ".repeat(20_000),
      "9".repeat(100_000),
      `lun ${" ".repeat(100_000)}9h`,
      "-".repeat(100_000),
    ])
      readPattern(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("a pattern in words", () => {
  it("groups days that are alike", () => {
    const pattern = readPattern("lun-jeu 9h-12h30 13h30-17h; ven 9h-12h; sam 9h-11h distance");
    if (!pattern.ok) throw new Error("unreadable");
    expect(formatPattern(pattern.value)).toBe("lun-jeu 9h-12h30 13h30-17h ; ven 9h-12h ; sam 9h-11h distance");
    expect(formatPattern(pattern.value, "en")).toBe("mon-thu 9:00-12:30 13:30-17:00; fri 9:00-12:00; sat 9:00-11:00 remote");
  });

  it("reads as itself, in both languages", () => {
    fc.assert(
      fc.property(aPattern, fc.constantFrom("fr" as const, "en" as const), (pattern, language) => {
        expect(readPattern(formatPattern(pattern, language))).toEqual({ ok: true, value: pattern });
      }),
      { numRuns: 1000 },
    );
  });
});

it("one stretch alone is read the same way", () => {
  expect(readStretch("9h-12h30")).toEqual({ ok: true, value: { from: "09:00", until: "12:30" } });
  expect(readStretch("de 9h à 12h30")).toEqual({ ok: true, value: { from: "09:00", until: "12:30" } });
  for (const text of ["lun 9h-12h", "9h-12h 13h-14h", "9h", "", "matin"]) expect(readStretch(text).ok, text).toBe(false);
});
