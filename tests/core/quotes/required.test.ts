import { checkQuote, type Quote } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aPoeiSituation, aQuoteSituation } from "../../examples/index.js";

const aif = ["title", "sessionReference", "traineeId", "startsOn", "endsOn", "place", "totalCents", "funding", "validUntil"] as const;

describe("a quote without one of the parts it needs", () => {
  it.each(aif)("is told that %s is missing, and nothing else is called missing", (field) => {
    const situation = aQuoteSituation();
    const { [field]: _gone, ...quote } = situation.quote;
    expect(missing({ ...situation, quote: quote as Quote })).toEqual([field]);
  });

  it.each(["employer", "contract"] as const)("as a POEI, is told that %s is missing", (part) => {
    const situation = aPoeiSituation();
    const { [part]: _gone, ...poei } = situation.quote.poei ?? { form: "external" as const, priorityAudience: false };
    expect(missing({ ...situation, quote: { ...situation.quote, poei } })).toEqual([part]);
  });

  it("needs no place at a distance", () => {
    const situation = aQuoteSituation();
    const { place: _gone, ...quote } = situation.quote;
    expect(missing({ ...situation, quote: { ...quote, modality: "distance" } })).toEqual([]);
  });
});

function missing(situation: Parameters<typeof checkQuote>[0]): readonly unknown[] {
  return checkQuote(situation).flatMap((problem) =>
    problem.code === "quote.field-missing" && "field" in problem.params ? [problem.params.field] : [],
  );
}
