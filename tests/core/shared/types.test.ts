import {
  checkQuote,
  type PoeiForm,
  type ProblemOf,
  type ProviderProblem,
  parse,
  type Quote,
  type QuoteProblem,
  quoteSchema,
  type Result,
  type Siren,
  type Siret,
  siretSchema,
} from "@kairos/core";
import { describe, expect, expectTypeOf, it } from "vitest";
import { aQuoteSituation } from "../../examples/index.js";

/** Checked by the compiler (`tsc -p tests`); vitest only sees that the file runs. */
describe("the types of problems", () => {
  it("tell the params by the code", () => {
    const read = (problem: QuoteProblem) => {
      if (problem.severity === "undecided") {
        expectTypeOf(problem.params).toEqualTypeOf<{ readonly missing: readonly string[] }>();
        return;
      }
      if (problem.code === "quote.funding-mismatch")
        expectTypeOf(problem.params).toEqualTypeOf<{ fundedCents: number; totalCents: number }>();
      if (problem.code === "aif.over-cap") expectTypeOf(problem.params.hourly).toEqualTypeOf<boolean>();
      if (problem.code === "poei.hours-over-cap") expectTypeOf(problem.params.form).toEqualTypeOf<PoeiForm>();
    };
    expect(checkQuote(aQuoteSituation()).map(read)).toBeDefined();
  });

  it("know every code, and no other", () => {
    expectTypeOf<"quote.total-mismatch">().toExtend<QuoteProblem["code"]>();
    expectTypeOf<"poei.offer-missing">().toExtend<QuoteProblem["code"]>();
    expectTypeOf<"quote.nowhere">().not.toExtend<QuoteProblem["code"]>();
    expectTypeOf<"org.qualiopi-missing">().not.toExtend<QuoteProblem["code"]>();
    expectTypeOf<"id.siret-siren-mismatch">().toExtend<ProviderProblem["code"]>();
    expectTypeOf<ProblemOf<Record<never, never>>>().toEqualTypeOf<never>();
  });

  it("give the output of the schema that was read", () => {
    expectTypeOf(parse(quoteSchema, {})).toEqualTypeOf<Result<Quote>>();
    expectTypeOf(parse(siretSchema, "")).toEqualTypeOf<Result<Siret>>();
  });

  it("do not take one identifier for another, nor any text for an identifier", () => {
    expectTypeOf<Siret>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<Siret>();
    expectTypeOf<Siren>().not.toExtend<Siret>();
    expectTypeOf<Siret>().not.toExtend<Siren>();
  });
});
