import { dayOf, franceTravailIdMatching, parse, settingsSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";

const faults = (settings: object) => {
  const read = parse(settingsSchema, settings);
  return read.ok ? [] : read.problems.map(({ code, path }) => `${code} at ${path.join(".")}`);
};

describe("a setting that serves later", () => {
  it("is a pattern that can be used, or is refused at once", () => {
    for (const franceTravailIdPattern of ["^\\d{11}$", ".", "^FT\\d+$"]) {
      expect(faults({ franceTravailIdPattern })).toEqual([]);
      expect(() => franceTravailIdMatching(franceTravailIdPattern)).not.toThrow();
    }
    for (const franceTravailIdPattern of ["(", "[", "a{2,1}", "\\", "(?<", "\\d{"]) {
      expect(faults({ franceTravailIdPattern }), franceTravailIdPattern).toEqual(["input.malformed at franceTravailIdPattern"]);
    }
  });

  it("is a time zone that exists, or is refused at once", () => {
    const zones = ["Europe/Paris", "America/Martinique", "Indian/Reunion", "America/Cayenne", "Indian/Mayotte", "Pacific/Noumea", "UTC"];
    for (const timeZone of zones) {
      expect(faults({ timeZone }), timeZone).toEqual([]);
      expect(() => dayOf("2026-11-23T10:00:00Z", timeZone)).not.toThrow();
    }
    for (const timeZone of ["Europe/Pari", "Paris", "Mars/Phobos", "__proto__", ""]) {
      expect(faults({ timeZone }), timeZone).toEqual(["input.unknown-value at timeZone"]);
    }
  });
});
