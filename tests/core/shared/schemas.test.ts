import { dayOf, franceTravailIdMatching, parse } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { pattern, timeZone } from "../../../packages/core/src/shared/schemas.js";

const codes = (read: ReturnType<typeof parse>) => (read.ok ? [] : read.problems.map(({ code }) => code));

describe("a setting that serves later", () => {
  it("is a pattern that can be used, or is refused at once", () => {
    for (const text of ["^\\d{11}$", ".", "^FT\\d+$"]) {
      expect(codes(parse(pattern(200), text))).toEqual([]);
      expect(() => franceTravailIdMatching(text)).not.toThrow();
    }
    for (const text of ["(", "[", "a{2,1}", "\\", "(?<", "\\d{"])
      expect(codes(parse(pattern(200), text)), text).toEqual(["input.malformed"]);
    expect(codes(parse(pattern(5), "123456"))).toEqual(["input.too-long"]);
  });

  it("is a time zone that exists, or is refused at once", () => {
    for (const zone of [
      "Europe/Paris",
      "America/Martinique",
      "Indian/Reunion",
      "America/Cayenne",
      "Indian/Mayotte",
      "Pacific/Noumea",
      "UTC",
    ]) {
      expect(codes(parse(timeZone(), zone)), zone).toEqual([]);
      expect(() => dayOf("2026-11-23T10:00:00Z", zone)).not.toThrow();
    }
    for (const zone of ["Europe/Pari", "Paris", "Mars/Phobos", "__proto__"])
      expect(codes(parse(timeZone(), zone)), zone).toEqual(["input.malformed"]);
    expect(codes(parse(timeZone(), ""))).toContain("input.too-short");
  });
});
