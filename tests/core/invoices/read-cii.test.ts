import { readCii } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aCiiRoot } from "./examples/einvoices.js";

const readDay = (day: string) => {
  const read = readCii(aCiiRoot({ day }));
  if (!read.ok) throw new Error("an invoice of anybody's is read");
  const { issuedOn } = read.value.terms;
  return { issuedOn, codes: read.value.problems.map(({ code }) => code) };
};

describe("a day of format 102", () => {
  it("is eight digits, year first", () => {
    expect(readDay("20261221")).toEqual({ issuedOn: "2026-12-21", codes: [] });
  });

  it.each(["2026-12-21", "21122026", "202612", "20261301", "20270229"])("%s is told and left aside", (day) => {
    expect(readDay(day)).toEqual({ issuedOn: undefined, codes: ["einvoice.term-missing", "einvoice.value-unreadable"] });
  });
});
