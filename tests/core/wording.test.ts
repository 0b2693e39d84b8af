import { say } from "@kairos/core";
import { describe, expect, it } from "vitest";

describe("say", () => {
  it("says an unknown code as such, even one named like a part of every object", () => {
    for (const code of ["constructor", "toString", "__proto__", "quote.never-existed", ""]) {
      for (const language of ["fr", "en"] as const) {
        expect(say({ code, severity: "error", path: [], params: {} }, language).what).toContain(code);
      }
    }
  });
});
