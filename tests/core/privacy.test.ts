import { holdsOn, nameRemover, type RetentionSettings, retentions, withTexts } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const settings: RetentionSettings = { attendanceYears: 6, trailMonths: 12, screenshotDays: 90 };

describe("what holds a person's data", () => {
  it("is an invoice until the end of its tenth year, whatever the settings", () => {
    const issued = { lastInvoicedOn: "2026-12-21" };
    expect(holdsOn(issued, settings, "2026-12-31")).toEqual([{ kind: "invoices", until: "2036-12-31" }]);
    expect(holdsOn(issued, { ...settings, attendanceYears: 3 }, "2036-12-31")).toHaveLength(1);
    expect(holdsOn(issued, settings, "2037-01-01")).toEqual([]);
    expect(holdsOn({ lastInvoicedOn: "2026-01-01" }, settings, "2036-12-31")).toHaveLength(1);
  });

  it("is attendance for the years the provider set, to the day", () => {
    const attended = { lastAttendedOn: "2024-02-29" };
    expect(holdsOn(attended, { ...settings, attendanceYears: 3 }, "2027-02-28")).toEqual([{ kind: "attendance", until: "2027-02-28" }]);
    expect(holdsOn(attended, { ...settings, attendanceYears: 3 }, "2027-03-01")).toEqual([]);
  });

  it("is told the longest last, and is nothing for who has neither", () => {
    const both = { lastInvoicedOn: "2026-12-21", lastAttendedOn: "2026-12-18" };
    expect(holdsOn(both, settings, "2027-01-01").map(({ kind }) => kind)).toEqual(["attendance", "invoices"]);
    expect(holdsOn(both, { ...settings, attendanceYears: 15 }, "2027-01-01").map(({ kind }) => kind)).toEqual(["invoices", "attendance"]);
    expect(holdsOn({}, settings, "2027-01-01")).toEqual([]);
  });

  it("is never under the law's minimum, and unknown where no text says", () => {
    expect(retentions.invoices.count(settings, "2026-11-16")).toBe(10);
    expect(retentions.invoices.decidedBy).toBe("law");
    expect(retentions.records.count(settings, "2026-11-16")).toBeUndefined();
  });
});

describe("taking a name out of a text", () => {
  const remove = nameRemover({ firstName: "Zoé", lastName: "Le Goff-Petit", ids: ["1234567A"], reference: "T-0007" });

  it.each([
    ["Zoé LE GOFF-PETIT rappelle", "T-0007 rappelle"],
    ["LE GOFF PETIT Zoe (1234567a)", "T-0007 (T-0007)"],
    ["feuille_le-goff-petit_zoe.pdf", "feuille_T-0007.pdf"],
    ["Zoe\u0301 Le Goff-Petit", "T-0007"],
    ["Zoé rappelle Mme Petit", "Zoé rappelle Mme Petit"],
    ["12345678AB, Zoélie Le Goff-Petite", "12345678AB, Zoélie Le Goff-Petite"],
  ])("of others: %s", (text, expected) => {
    expect(remove(text, "other")).toBe(expected);
  });

  it("of theirs: one name is enough", () => {
    expect(remove("Zoé viendra. Mme Le Goff-Petit aussi, pas Zoélie.", "own")).toBe("T-0007 viendra. Mme T-0007 aussi, pas Zoélie.");
  });

  it("leaves any other text as it was, to the letter", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => remove(text, "other") === text || /z/iu.test(text)));
  });

  it("takes names as words, whatever marks they hold", () => {
    const odd = nameRemover({ firstName: "A.*", lastName: "(b", ids: ["", "["], reference: "T-1" });
    expect(odd("A.* (b ; cab", "other")).toBe("T-1 ; cab");
    expect(nameRemover({ firstName: "", lastName: "", ids: [], reference: "T-1" })("rien", "own")).toBe("rien");
  });

  it("goes through a value, and not through what other rows refer to", () => {
    const value = {
      reference: "Zoé Le Goff-Petit",
      notes: ["Zoé Le Goff-Petit"],
      n: 1,
      trainee: { name: "Zoé Le Goff-Petit" },
      none: null,
    };
    expect(withTexts(value, (text) => remove(text, "other"), new Set(["reference", "trainee"]))).toEqual({
      reference: "Zoé Le Goff-Petit",
      notes: ["T-0007"],
      n: 1,
      trainee: { name: "T-0007" },
      none: null,
    });
  });
});
