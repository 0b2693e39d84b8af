import { workingHoursSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";

describe("the hours of somebody", () => {
  const monday = { weekday: 1, from: "09:00", until: "12:30" };
  const hours = { person: "u-lea", siret: "99900014400017", stretches: [monday] };

  it("are kept as they are given", () => {
    expect(workingHoursSchema.parse(hours)).toEqual(hours);
    expect(workingHoursSchema.parse({ ...hours, stretches: [] }).stretches).toEqual([]);
  });

  it.each([
    ["nobody", { ...hours, person: "" }],
    ["no provider", { ...hours, siret: undefined }],
    ["more stretches than a week holds", { ...hours, stretches: Array(43).fill(monday) }],
    ["a day before Monday", { ...hours, stretches: [{ ...monday, weekday: 0 }] }],
    ["a day after Sunday", { ...hours, stretches: [{ ...monday, weekday: 8 }] }],
    ["an hour beyond midnight", { ...hours, stretches: [{ ...monday, until: "24:00" }] }],
    ["words before an hour", { ...hours, stretches: [{ ...monday, from: "à 09:00" }] }],
    ["words after an hour", { ...hours, stretches: [{ ...monday, from: "09:00 pile" }] }],
    ["a word that nobody knows", { ...hours, note: "en été" }],
  ])("are refused with %s", (_name, given) => {
    expect(workingHoursSchema.safeParse(given).success).toBe(false);
  });
});
