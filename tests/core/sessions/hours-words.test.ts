import { differenceOf, type Hours, type HoursPart, hoursPartLabel, moreOrLess, splitDifferences } from "@kairos/core";
import { describe, expect, it } from "vitest";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const hours = (centreMinutes: number, companyMinutes = 0, distanceMinutes = 0): Hours => ({
  centreMinutes,
  companyMinutes,
  distanceMinutes,
});
const armistice = { fr: "armistice de 1918", en: "Armistice Day 1918" };
const days = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09"];

describe("more or less", () => {
  it.each([
    [-420, "7 h de moins", "7 h less"],
    [-1, "1 min de moins", "1 min less"],
    [0, "0 h de plus", "0 h more"],
    [1, "1 min de plus", "1 min more"],
    [90, "1 h 30 de plus", "1 h 30 more"],
  ])("%i minutes are « %s »", (minutes, fr, en) => {
    expect([plain(moreOrLess(minutes, "fr")), plain(moreOrLess(minutes, "en"))]).toEqual([fr, en]);
  });
});

describe("a reason of a difference", () => {
  it.each<[HoursPart, string, string]>([
    [
      { why: "pattern", days: [], minutes: 60 },
      "1 h de plus par la semaine type, avant jours fériés et fermetures",
      "1 h more from the usual week, before holidays and closures",
    ],
    [
      { why: "holiday", label: armistice, days: ["2026-11-11"], minutes: -420 },
      "7 h de moins le 11/11/2026 (armistice de 1918)",
      "7 h less on 2026-11-11 (Armistice Day 1918)",
    ],
    [
      { why: "closure", label: { fr: "fermeture", en: "closure" }, days: ["2026-12-24", "2026-12-31"], minutes: -840 },
      "14 h de moins pendant « fermeture » (24/12/2026, 31/12/2026)",
      "14 h less during “closure” (2026-12-24, 2026-12-31)",
    ],
    [
      { why: "edit", days: days.slice(0, 6), minutes: 30 },
      "30 min de plus par des demi-journées différentes des autres semaines (01/12/2026, 02/12/2026, 03/12/2026, 04/12/2026, 07/12/2026, 08/12/2026)",
      "30 min more from half-days unlike those of the other weeks (2026-12-01, 2026-12-02, 2026-12-03, 2026-12-04, 2026-12-07, 2026-12-08)",
    ],
    [
      { why: "edit", days, minutes: -30 },
      "30 min de moins par des demi-journées différentes des autres semaines (01/12/2026, 02/12/2026, 03/12/2026, 04/12/2026, 07/12/2026, 08/12/2026…)",
      "30 min less from half-days unlike those of the other weeks (2026-12-01, 2026-12-02, 2026-12-03, 2026-12-04, 2026-12-07, 2026-12-08…)",
    ],
  ])("%o is written in both languages", (part, fr, en) => {
    const label = hoursPartLabel(part);
    expect({ fr: plain(label.fr), en: plain(label.en) }).toEqual({ fr, en });
  });
});

describe("places whose hours differ", () => {
  const told = (expected: Hours, scheduled: Hours) =>
    (["fr", "en"] as const).map((language) => splitDifferences(expected, scheduled, language).map(plain));

  it("are told one by one, and no other", () => {
    expect(told(hours(4200), hours(4200))).toEqual([[], []]);
    expect(told(hours(4200, 420, 60), hours(4199, 420, 120))).toEqual([
      ["69 h 59 en centre au lieu de 70 h", "2 h à distance au lieu de 1 h"],
      ["69 h 59 in the centre instead of 70 h", "2 h remote instead of 1 h"],
    ]);
    expect(told(hours(0, 0), hours(0, 45))).toEqual([["45 min en entreprise au lieu de 0 h"], ["45 min in a company instead of 0 h"]]);
  });

  it("make a difference of all the places together", () => {
    expect(differenceOf({ expected: hours(100, 20, 3), scheduled: hours(90, 25, 9) })).toBe(1);
    expect(differenceOf({ expected: hours(100), scheduled: hours(0, 0, 100) })).toBe(0);
  });
});
