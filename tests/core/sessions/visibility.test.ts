import { displayAfter, exportFaultLabels, exportFaultsOf, type ListingAction, type SessionInput, visibilityOf } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aProvider, aSession, type Overrides } from "../../examples/index.js";
import { aListing, forkliftCourse } from "./listing-examples.js";

const { settings } = aProvider();
const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const sentOn = (day: string, ...more: readonly (readonly [ListingAction, string])[]) => ({
  listing: aListing("sent", ["complete", day], ["send", day], ...more),
});
const seenOn = (session: Overrides<SessionInput>, today: string) => visibilityOf(aSession(session), settings, today);

describe("a session that was sent", () => {
  it.each([
    ["on a Monday", "2026-11-02", "2026-11-03", "2026-11-05", "2026-11-06", "2026-11-10"],
    ["on a Wednesday", "2026-11-18", "2026-11-19", "2026-11-21", "2026-11-22", "2026-11-26"],
    ["on a Thursday: the week-end does not count", "2026-11-19", "2026-11-20", "2026-11-24", "2026-11-25", "2026-11-29"],
    ["on a Friday", "2026-11-20", "2026-11-21", "2026-11-25", "2026-11-26", "2026-11-30"],
    ["on a Sunday", "2026-11-22", "2026-11-23", "2026-11-25", "2026-11-26", "2026-11-30"],
  ])("%s is expected on these days", (_name, day, leavesOn, networkOn, expectedFrom, expectedBy) => {
    expect(displayAfter(day, weekdays)).toEqual({ leavesOn, networkOn, expectedFrom, expectedBy });
  });

  it("waits longer when public holidays come in between, those of the provider's area", () => {
    const expected = (holidayArea: "metropole" | "alsace-moselle") =>
      visibilityOf(aSession(sentOn("2027-03-24")), aProvider({ settings: { sessions: { holidayArea } } }).settings, "2027-03-25").display;
    expect(expected("metropole")).toMatchObject({ leavesOn: "2027-03-25", networkOn: "2027-03-27", expectedBy: "2027-04-01" });
    expect(expected("alsace-moselle")).toMatchObject({ networkOn: "2027-03-31" });
  });

  it("always takes two working days after the night, whatever the calendar", () => {
    const off = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 15 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), off, (day, closed) => {
        const isWorkingDay = (one: string) => !one.startsWith("2026-02") || !closed.includes(Number(one.slice(8)));
        const sent = `2026-02-${String(day).padStart(2, "0")}`;
        const { leavesOn, networkOn, expectedFrom, expectedBy } = displayAfter(sent, isWorkingDay);
        const between = daysFrom(leavesOn, networkOn);
        expect(between.filter(isWorkingDay)).toHaveLength(2);
        expect(isWorkingDay(between.at(-1) ?? "")).toBe(true);
        expect(sent < leavesOn && networkOn < expectedFrom && expectedFrom < expectedBy).toBe(true);
      }),
    );
  });
});

describe("who is to be asked", () => {
  it.each([
    ["nothing was sent", {}, "2026-11-16", "nobody"],
    ["the last day is today", sentOn("2026-11-02"), "2026-11-10", "nobody"],
    ["the last day has passed", sentOn("2026-11-02"), "2026-11-11", "agency"],
    ["somebody saw it", sentOn("2026-11-02", ["see", "2026-11-09"]), "2026-11-20", "nobody"],
    ["the export leaves it out", { ...sentOn("2026-11-02"), initialTraining: true }, "2026-11-03", "regional-base"],
    [
      "it was reworked, and seen before only",
      { listing: aListing("sent", ["send", "2026-10-01"], ["see", "2026-10-09"], ["rework", "2026-10-12"], ["send", "2026-11-02"]) },
      "2026-11-11",
      "agency",
    ],
  ] as const)("when %s", (_name, session, today, expected) => {
    expect(seenOn(session, today).ask).toBe(expected);
  });

  it("a reworked entry is expected nowhere until it is sent again", () => {
    const reworked = { listing: aListing("draft", ["send", "2026-11-02"], ["rework", "2026-11-04"]) };
    expect(seenOn(reworked, "2026-11-16")).toEqual({ leftOut: [], ask: "nobody" });
  });
});

describe("the export of the regional base", () => {
  it.each([
    ["takes a sound session", {}, []],
    ["leaves out initial training", { initialTraining: true }, ["initial-training"]],
    ["leaves out apprenticeship", { category: "apprenticeship" }, ["initial-training"]],
    ["takes a session that ended thirty days ago", { startsOn: "2026-10-01", endsOn: "2026-10-17" }, []],
    ["leaves out one that ended before", { startsOn: "2026-10-01", endsOn: "2026-10-16" }, ["ended"]],
  ] as const)("%s", (_name, session, expected) => {
    expect(exportFaultsOf(aSession(session), "2026-11-16")).toEqual(expected);
  });

  it("leaves out a wrong SIRET, and one of somebody else", () => {
    const wrong = { ...aSession(), siret: "99900014400018" as never };
    expect(exportFaultsOf(wrong, "2026-11-16")).toEqual(["siret"]);
    expect(exportFaultsOf(aSession({ siret: "73282932000074" }), "2026-11-16", { provider: aProvider() })).toEqual(["siret"]);
  });

  it("looks at the course where the session says nothing", () => {
    const course = { ...forkliftCourse, initialTraining: true };
    expect(exportFaultsOf(aSession(), "2026-11-16", { course })).toEqual(["initial-training"]);
    expect(exportFaultsOf(aSession({ initialTraining: false }), "2026-11-16", { course })).toEqual([]);
  });

  it("says each reason in both languages", () => {
    for (const { fr, en } of Object.values(exportFaultLabels))
      expect([fr.length > 5, en.length > 5, fr === en]).toEqual([true, true, false]);
  });
});

function daysFrom(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let time = Date.parse(`${from}T00:00:00Z`); time < Date.parse(`${until}T00:00:00Z`); time += 86_400_000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}
