import { easterOf, type HolidayArea, holidayAreas, isIsoDate, publicHolidayOn, publicHolidaysOf, weekdayOf } from "@kairos/core";
import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";

const years = Array.from({ length: 2100 - 1990 + 1 }, (_, index) => 1990 + index);

/** How the oracle names our areas. */
const regions: Readonly<Record<HolidayArea, string | undefined>> = {
  metropole: undefined,
  "alsace-moselle": "67",
  guadeloupe: "GP",
  martinique: "MQ",
  guyane: "GF",
  reunion: "RE",
  mayotte: "YT",
};

/**
 * Days off of the oracle that the labour code does not name, in every year. What it calls « observance » or « optional »
 * (Whit Sunday, Mother's Day, Victor Schœlcher's day) is no holiday for it either.
 */
const beyondTheLaw: Readonly<Record<HolidayArea, readonly string[]>> = {
  metropole: [],
  "alsace-moselle": [],
  // Good Friday is a custom there: article L3134-13 gives it to Moselle and Alsace only.
  guadeloupe: ["Vendredi saint"],
  martinique: ["Vendredi saint"],
  guyane: [],
  reunion: [],
  mayotte: [],
};

describe.each(holidayAreas)("public holidays, %s", (area) => {
  const oracle = regions[area] === undefined ? new Holidays("FR") : new Holidays("FR", regions[area]);

  it("are those of date-holidays from 1990 to 2100, but for what is named above", () => {
    const differences = new Map<string, number>();
    const count = (name: string) => differences.set(name, (differences.get(name) ?? 0) + 1);
    for (const year of years) {
      const known = oracle.getHolidays(year).filter(({ type }) => type === "public");
      const theirs = new Map(known.map(({ date, name }) => [date.slice(0, 10), name]));
      const ours = new Map(publicHolidaysOf(year, area).map(({ day, label }) => [day, label.fr]));
      for (const [day, name] of theirs) if (!ours.has(day)) count(name);
      for (const [day, name] of ours) if (!theirs.has(day)) count(`ours only: ${name} ${day}`);
    }
    expect([...differences]).toEqual(beyondTheLaw[area].map((name) => [name, years.length]));
  });

  it("are in order, real days of their year", () => {
    for (const year of years) {
      const days = publicHolidaysOf(year, area).map(({ day }) => day);
      expect(days).toEqual([...days].sort());
      for (const day of days) expect(isIsoDate(day) && day.startsWith(`${year}-`), day).toBe(true);
    }
  });
});

it("eleven holidays everywhere, and those of each place", () => {
  const counts = holidayAreas.map((area) => `${area} ${publicHolidaysOf(2026, area).length}`);
  expect(counts).toEqual(["metropole 11", "alsace-moselle 13", "guadeloupe 12", "martinique 12", "guyane 12", "reunion 12", "mayotte 12"]);
  const abolition = holidayAreas.map((area) => publicHolidaysOf(2026, area).find(({ label }) => label.fr.startsWith("abolition"))?.day);
  expect(abolition).toEqual([undefined, undefined, "2026-05-27", "2026-05-22", "2026-06-10", "2026-12-20", "2026-04-27"]);
});

describe("the names of holidays", () => {
  const named = (area: HolidayArea) => publicHolidaysOf(2026, area).map(({ day, label }) => `${day} ${label.fr} / ${label.en}`);
  const everywhere = named("metropole");

  it("are those that people know, in both languages", () => {
    expect(everywhere).toEqual([
      "2026-01-01 jour de l'An / New Year's Day",
      "2026-04-06 lundi de Pâques / Easter Monday",
      "2026-05-01 fête du Travail / Labour Day",
      "2026-05-08 victoire de 1945 / Victory Day 1945",
      "2026-05-14 Ascension / Ascension Day",
      "2026-05-25 lundi de Pentecôte / Whit Monday",
      "2026-07-14 fête nationale / national holiday",
      "2026-08-15 Assomption / Assumption",
      "2026-11-01 Toussaint / All Saints' Day",
      "2026-11-11 armistice de 1918 / Armistice Day 1918",
      "2026-12-25 Noël / Christmas Day",
    ]);
  });

  it.each<[HolidayArea, readonly string[]]>([
    [
      "alsace-moselle",
      [
        "2026-04-03 Vendredi saint, dans les communes qui ont un temple protestant / Good Friday, in towns with a Protestant church",
        "2026-12-26 Saint-Étienne / Saint Stephen's Day",
      ],
    ],
    ["guadeloupe", ["2026-05-27 abolition de l'esclavage / abolition of slavery"]],
    ["martinique", ["2026-05-22 abolition de l'esclavage / abolition of slavery"]],
    ["guyane", ["2026-06-10 abolition de l'esclavage / abolition of slavery"]],
    ["reunion", ["2026-12-20 abolition de l'esclavage / abolition of slavery"]],
    ["mayotte", ["2026-04-27 abolition de l'esclavage / abolition of slavery"]],
  ])("%s has its own beside them", (area, own) => {
    expect(named(area)).toEqual([...everywhere, ...own].sort());
  });
});

it("a day tells why it is one", () => {
  expect(publicHolidayOn("2026-11-11", "metropole")).toEqual({ fr: "armistice de 1918", en: "Armistice Day 1918" });
  expect(publicHolidayOn("2026-12-26", "metropole")).toBeUndefined();
  expect(publicHolidayOn("2026-12-26", "alsace-moselle")?.fr).toBe("Saint-Étienne");
  expect(publicHolidayOn("2026-04-03", "alsace-moselle")?.fr).toContain("temple protestant");
  // Ascension Day fell on 1 May: one day off, told once.
  expect(publicHolidayOn("2008-05-01", "metropole")?.fr).toBe("fête du Travail");
});

it("Easter Sunday is what the churches' tables say, and always a Sunday", () => {
  const known = ["1818-03-22", "1943-04-25", "1991-03-31", "2000-04-23", "2008-03-23", "2026-04-05", "2038-04-25", "2100-03-28"];
  expect(known.map((day) => easterOf(Number(day.slice(0, 4))))).toEqual(known);
  for (const year of years) expect(weekdayOf(easterOf(year)), String(year)).toBe(7);
});
