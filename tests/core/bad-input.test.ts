import {
  formatCents,
  grantSchema,
  type Problem,
  parse,
  providerSchema,
  quoteSchema,
  quoteTemplateSchema,
  say,
  sessionSchema,
  traineeSchema,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullSentence } from "../examples/catalogue.js";
import { aPoeiQuote, aQuote, merge } from "../examples/index.js";

const schemas = { quoteSchema, providerSchema, sessionSchema, traineeSchema, grantSchema, quoteTemplateSchema };
const everySchema = Object.entries(schemas);

/** What `parse` makes of a quote in which one thing is wrong. */
function problemsWith(overrides: object): readonly Problem[] {
  return problemsOf(parse(quoteSchema, merge(JSON.parse(JSON.stringify(aQuote())), overrides)));
}

function problemsOf(result: ReturnType<typeof parse>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** Each problem has a code, a path that JSON can carry, and a sentence to show. */
function areSayable(problems: readonly Problem[], sentence: object = fullSentence): void {
  for (const problem of problems) {
    expect(problem.code).toMatch(/^(input|id)\./);
    expect(JSON.parse(JSON.stringify(problem.path))).toEqual(problem.path);
    expect(say(problem, "fr")).toEqual(sentence);
    expect(say(problem, "en")).toEqual(sentence);
  }
}

/** What was typed may be anything, and is quoted: only the sentence around it can be judged. */
const someSentence = { what: expect.stringMatching(/\S{2}/), why: expect.stringMatching(/\S{2}/), mend: expect.stringMatching(/\S{2}/) };

describe("a quote with one thing wrong", () => {
  it.each([
    ["lines is an object", { lines: { 0: "Cariste" } }, "input.wrong-type", ["lines"]],
    ["a line is a text", { lines: ["Cariste"] }, "input.wrong-type", ["lines", 0]],
    ["the title is a number", { title: 1190 }, "input.wrong-type", ["title"]],
    ["the title is null", { title: null }, "input.wrong-type", ["title"]],
    ["the scheme is missing", { scheme: undefined }, "input.missing", ["scheme"]],
    ["the scheme is unknown", { scheme: "cpf" }, "input.unknown-value", ["scheme"]],
    ["the scheme is a word of the language", { scheme: "constructor" }, "input.unknown-value", ["scheme"]],
    ["a field is misspelt", { totalcents: 1 }, "input.unknown-field", []],
    ["a field deep inside is misspelt", { hours: { center: 4200 } }, "input.unknown-field", ["hours"]],
    ["10,000 characters", { title: "a".repeat(10_000) }, "input.too-long", ["title"]],
    ["201 lines", { lines: Array.from({ length: 201 }, () => aQuote().lines[0]) }, "input.too-long", ["lines"]],
    ["a control character", { notes: "Bonjour\u0000" }, "input.unreadable-text", ["notes"]],
    ["text that runs backwards", { title: "Cariste \u202e5984R" }, "input.unreadable-text", ["title"]],
    ["half an emoji", { title: "Cariste \ud83c" }, "input.unreadable-text", ["title"]],
    ["30 February", { startsOn: "2026-02-30" }, "input.not-a-date", ["startsOn"]],
    ["29 February of a common year", { startsOn: "2027-02-29" }, "input.not-a-date", ["startsOn"]],
    ["a French date", { startsOn: "07/12/2026" }, "input.not-a-date", ["startsOn"]],
    ["a date with an hour", { startsOn: "2026-12-07T00:00:00Z" }, "input.not-a-date", ["startsOn"]],
    ["an empty date", { startsOn: "" }, "input.not-a-date", ["startsOn"]],
    ["a negative amount", { totalCents: -1 }, "input.out-of-range", ["totalCents"]],
    ["a huge amount", { totalCents: 1_000_000_001 }, "input.out-of-range", ["totalCents"]],
    ["half a cent", { totalCents: 1310.5 }, "input.wrong-type", ["totalCents"]],
    ["not a number", { totalCents: Number.NaN }, "input.wrong-type", ["totalCents"]],
    ["an infinite amount", { totalCents: Number.POSITIVE_INFINITY }, "input.wrong-type", ["totalCents"]],
    ["an amount as text", { totalCents: "1310" }, "input.wrong-type", ["totalCents"]],
    ["a quantity of zero", { lines: [{ ...aQuote().lines[0], quantity: 0 }] }, "input.out-of-range", ["lines", 0, "quantity"]],
    ["version zero", { version: 0 }, "input.out-of-range", ["version"]],
    ["a reference with blanks", { sessionReference: "SE 14" }, "input.malformed", ["sessionReference"]],
    ["a SIRET that is mistyped", { siret: "99900014400018" }, "id.siret-checksum", ["siret"]],
    ["a social security number in the notes", { notes: "NIR 2850578006084 41" }, "id.nir-detected", ["notes"]],
  ] as const)("%s", (_name, overrides, code, path) => {
    const problems = problemsWith(overrides);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    areSayable(problems);
  });

  it("says everything that is wrong at once", () => {
    const problems = problemsWith({ title: 1, startsOn: "hier", totalCents: -1, lines: [{ kind: "pedagogical" }] });
    expect(problems.map(({ path }) => path.join("."))).toEqual(
      expect.arrayContaining(["title", "startsOn", "totalCents", "lines.0.label", "lines.0.unitPriceCents", "lines.0.amountCents"]),
    );
    areSayable(problems);
  });
});

describe("what is unusual and right is kept:", () => {
  it.each([
    ["emoji", { notes: "Bravo 🎓👩🏽‍🏭 !" }],
    ["ligatures and accents", { title: "Œnologie à l’Île-de-Bréhat, ça m’a plu" }],
    ["blanks around", { title: "  Cariste  " }, { title: "Cariste" }],
    ["a SIRET in groups", { siret: "999 000 144 00017" }, { siret: "99900014400017" }],
    ["a leap day", { startsOn: "2028-02-29", endsOn: "2028-02-29" }],
    ["the largest amount", { totalCents: 1_000_000_000 }],
    ["line feeds in notes", { notes: "Un\nDeux" }],
  ])("%s", (_name, overrides: object, read: object = overrides) => {
    const result = parse(quoteSchema, merge(JSON.parse(JSON.stringify(aQuote())), overrides));
    expect(result).toMatchObject({ ok: true, value: read });
  });
});

describe("keys of the language itself", () => {
  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "%s is refused as a field, and pollutes nothing",
    (key) => {
      const forged = JSON.parse(`{"reference":"DEV-1","scheme":"aif","siret":"99900014400017","${key}":{"admin":true}}`);
      const result = parse(quoteSchema, forged);
      if (result.ok) expect(Object.hasOwn(result.value, key)).toBe(false);
      else areSayable(result.problems);
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    },
  );
});

describe("anything at all", () => {
  it.each(everySchema)("is read by %s without an exception, and each refusal can be said", (_name, schema) => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
        (input) => {
          areSayable(problemsOf(parse(schema, input)), someSentence);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("in any place of a sound quote, is either refused in words or kept", () => {
    const paths = pathsOf(JSON.parse(JSON.stringify(aPoeiQuote())));
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.anything(), fc.double(), fc.string({ unit: "binary", maxLength: 50 })),
        (path, value) => {
          const quote = replaced(JSON.parse(JSON.stringify(aPoeiQuote())), path, value);
          areSayable(problemsOf(parse(quoteSchema, quote)), someSentence);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is refused at ten thousand levels as at one", () => {
    let nested: unknown = "fond";
    for (let level = 0; level < 10_000; level++) nested = { lines: [nested] };
    const problems = problemsOf(parse(quoteSchema, nested));
    expect(problems.length).toBeGreaterThan(0);
    areSayable(problems);
  });
});

it("an amount is printed without a hole, however large", () => {
  expect(formatCents(1_000_000_000)).toBe("10\u202f000\u202f000,00\u00a0€");
});

function pathsOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inside]) => pathsOf(inside, [...path, Array.isArray(value) ? Number(key) : key]))];
}

function replaced(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const inside = root as Record<string | number, unknown>;
  inside[first] = replaced(inside[first], rest, value);
  return inside;
}
