import { type Path, parse, providerSchema, quoteSchema, say, sessionSchema, settingsSchema, success } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aProvider, aQuote, aSession } from "../../examples/index.js";

type AnySchema = Parameters<typeof parse>[0];

/** What is wrong with an input: codes and paths, as `input.missing at lines.0.label`. */
function faults(schema: AnySchema, input: unknown): readonly string[] {
  const read = parse(schema, input);
  return read.ok ? [] : read.problems.map(({ code, path }) => `${code} at ${path.join(".")}`);
}

function firstParams(schema: AnySchema, input: unknown): object | undefined {
  const read = parse(schema, input);
  return read.ok ? undefined : read.problems[0]?.params;
}

const smallQuote = { reference: "DEV-1", scheme: "aif", siret: "13000548100010" };
const smallProvider = { siret: "13000548100010", name: "Atelier" };
const aLine = { kind: "pedagogical", label: "Cours", unitPriceCents: 100, amountCents: 100 };

describe("reading an input", () => {
  it("gives the value, its defaults filled in and its blanks trimmed", () => {
    expect(parse(quoteSchema, { ...smallQuote, reference: "  DEV-1 ", siret: "130 005 481 00010" })).toEqual(
      success({
        reference: "DEV-1",
        scheme: "aif",
        siret: "13000548100010",
        version: 1,
        status: "draft",
        hours: { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 },
        modality: "on-site",
        lines: [],
        enteredBy: [],
      }),
    );
  });

  it("reads again what it gave", () => {
    for (const [schema, value] of [
      [quoteSchema, aQuote()],
      [providerSchema, aProvider()],
    ] as const) {
      expect(parse(schema as AnySchema, JSON.parse(JSON.stringify(value)))).toEqual(success(value));
    }
  });

  it.each<[string, AnySchema, unknown, readonly string[]]>([
    ["what is missing", quoteSchema, { scheme: "aif" }, ["input.missing at reference", "input.missing at siret"]],
    ["a missing choice", quoteSchema, { ...smallQuote, scheme: undefined }, ["input.missing at scheme"]],
    ["nothing at all", quoteSchema, undefined, ["input.missing at "]],
    ["null", quoteSchema, null, ["input.wrong-type at "]],
    ["a list for an object", quoteSchema, [], ["input.wrong-type at "]],
    ["a number for a text", quoteSchema, { ...smallQuote, title: 12 }, ["input.wrong-type at title"]],
    ["a text for a number", quoteSchema, { ...smallQuote, totalCents: "12" }, ["input.wrong-type at totalCents"]],
    ["a fraction of a cent", quoteSchema, { ...smallQuote, totalCents: 12.5 }, ["input.wrong-type at totalCents"]],
    ["a number that could not be read", quoteSchema, { ...smallQuote, totalCents: Number.NaN }, ["input.wrong-type at totalCents"]],
    ["a value out of the list", quoteSchema, { ...smallQuote, scheme: "cpf" }, ["input.unknown-value at scheme"]],
    ["a day that does not exist", quoteSchema, { ...smallQuote, startsOn: "2027-02-29" }, ["input.not-a-date at startsOn"]],
    ["a day in French", quoteSchema, { ...smallQuote, startsOn: "07/12/2026" }, ["input.not-a-date at startsOn"]],
    ["a text too long", quoteSchema, { ...smallQuote, title: "x".repeat(256) }, ["input.too-long at title"]],
    ["a text too short", providerSchema, { ...smallProvider, name: "  " }, ["input.too-short at name"]],
    ["too many lines", quoteSchema, { ...smallQuote, lines: Array.from({ length: 201 }, () => aLine) }, ["input.too-long at lines"]],
    ["an amount below zero", quoteSchema, { ...smallQuote, totalCents: -1 }, ["input.out-of-range at totalCents"]],
    ["an amount beyond reason", quoteSchema, { ...smallQuote, totalCents: 1_000_000_001 }, ["input.out-of-range at totalCents"]],
    ["fields it does not know", quoteSchema, { ...smallQuote, titel: "x", lieu: "y" }, ["input.unknown-field at "]],
    [
      "a field it does not know, far inside",
      quoteSchema,
      { ...smallQuote, lines: [aLine, { ...aLine, prix: 1 }] },
      ["input.unknown-field at lines.1"],
    ],
    [
      "a fault far inside",
      quoteSchema,
      { ...smallQuote, lines: [aLine, { ...aLine, amountCents: null }] },
      ["input.wrong-type at lines.1.amountCents"],
    ],
    ["an e-mail that is none", providerSchema, { ...smallProvider, contact: { email: "nadia@" } }, ["input.malformed at contact.email"]],
    ["a reference with blanks inside", quoteSchema, { ...smallQuote, reference: "DEV 1" }, ["input.malformed at reference"]],
    ["a control character", quoteSchema, { ...smallQuote, title: "Cariste\u0000" }, ["input.unreadable-text at title"]],
    ["half an emoji", quoteSchema, { ...smallQuote, title: "Cariste \ud83d" }, ["input.unreadable-text at title"]],
    ["a text turned right to left", quoteSchema, { ...smallQuote, title: "Cariste \u202efdp" }, ["input.unreadable-text at title"]],
    ["a wrong identifier", quoteSchema, { ...smallQuote, siret: "1" }, ["id.siret-format at siret"]],
    ["a wrong setting", settingsSchema, { aif: { minDaysBeforeStart: 91 } }, ["input.out-of-range at aif.minDaysBeforeStart"]],
    ["a wrong Formacode version", sessionSchema, { ...aSession(), formacodeVersion: "14" }, ["input.malformed at formacodeVersion"]],
  ])("says where there is %s", (_, schema, input, expected) => {
    expect(faults(schema, input)).toEqual(expected);
  });

  it("gives each fault the values its sentence needs", () => {
    expect(firstParams(quoteSchema, { ...smallQuote, scheme: "cpf" })).toEqual({ value: "cpf", allowed: "aif, poei, afpr, poec" });
    expect(firstParams(quoteSchema, { ...smallQuote, title: ["x"] })).toEqual({ expected: "string", received: "array" });
    expect(firstParams(quoteSchema, { ...smallQuote, title: null })).toEqual({ expected: "string", received: "null" });
    expect(firstParams(quoteSchema, { ...smallQuote, totalCents: Number.NaN })).toEqual({
      expected: "number",
      received: "unreadable-number",
    });
    expect(firstParams(quoteSchema, { ...smallQuote, totalCents: 1.5 })).toMatchObject({ expected: "int" });
    expect(firstParams(quoteSchema, { ...smallQuote, startsOn: "31/02" })).toEqual({ value: "31/02" });
    expect(firstParams(quoteSchema, { ...smallQuote, totalCents: -1 })).toEqual({ least: 0 });
    expect(firstParams(quoteSchema, { ...smallQuote, title: "x".repeat(256) })).toEqual({ most: 255 });
    expect(firstParams(quoteSchema, { ...smallQuote, lieu: "y" })).toEqual({ fields: "lieu" });
  });

  it("never says that a number too big is a text too long", () => {
    for (const totalCents of [1e20, -1e20, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER + 1]) {
      const codes = new Set(faults(quoteSchema, { ...smallQuote, totalCents }));
      expect([...codes]).toEqual(["input.out-of-range at totalCents"]);
    }
  });

  it("names every fault, not only the first", () => {
    expect(faults(quoteSchema, { reference: "", scheme: "cpf", siret: 1, lines: [{}], autre: 1 }).length).toBeGreaterThan(7);
  });

  it("falls back on a general answer for what no schema of ours does yet", () => {
    const issues = [
      { code: "invalid_union", errors: [], path: ["a"], message: "" },
      { code: "not_multiple_of", divisor: 5, path: ["b", Symbol("hidden"), 0], message: "" },
      { code: "custom", path: [], message: "" },
      { code: "custom", path: ["c"], message: "", params: { other: 1 } },
    ];
    const schema = { safeParse: () => ({ success: false, error: { issues } }) } as unknown as AnySchema;
    expect(faults(schema, {})).toEqual(["input.malformed at a", "input.malformed at b.0", "input.malformed at ", "input.malformed at c"]);
  });

  it("accepts emoji, accents and apostrophes of every kind", () => {
    const title = "L’hôtellerie 👩🏽‍🍳 – cœur d'Œuvre «niveau 1»";
    expect(parse(quoteSchema, { ...smallQuote, title })).toMatchObject({ ok: true, value: { title } });
  });

  it("keeps the line feeds of a note, and refuses its control characters", () => {
    expect(parse(quoteSchema, { ...smallQuote, notes: "Un\nDeux\tTrois" }).ok).toBe(true);
    expect(faults(quoteSchema, { ...smallQuote, notes: "Un\u0007" })).toEqual(["input.unreadable-text at notes"]);
  });
});

describe("reading something hostile", () => {
  it("refuses the whole when a social security number stands anywhere", () => {
    const nir = "1 85 07 75 123 456 08";
    const places: [unknown, Path][] = [
      [{ ...smallQuote, notes: `Mme D., ${nir}` }, ["notes"]],
      [{ ...smallQuote, lines: [aLine, { ...aLine, label: nir }] }, ["lines", 1, "label"]],
      [{ ...smallQuote, inconnu: { profond: [nir] } }, ["inconnu", "profond", 0]],
      [{ ...smallQuote, [nir]: 1 }, []],
      [{ ...smallQuote, totalCents: 185077512345608 }, ["totalCents"]],
      [nir, []],
    ];
    for (const [input, path] of places)
      expect(parse(quoteSchema, input)).toEqual({
        ok: false,
        problems: [{ code: "id.nir-detected", severity: "error", path, params: {} }],
      });
  });

  it("lets no prototype be written to", () => {
    const inputs = [
      '{"__proto__":{"status":"accepted","polluted":true},"reference":"DEV-1","scheme":"aif","siret":"13000548100010"}',
      '{"constructor":{"prototype":{"polluted":true}},"reference":"DEV-1","scheme":"aif","siret":"13000548100010"}',
      '{"hours":{"__proto__":{"polluted":true}},"reference":"DEV-1","scheme":"aif","siret":"13000548100010"}',
    ];
    for (const input of inputs) {
      const read = parse(quoteSchema, JSON.parse(input));
      expect(read.ok ? read.value.status : "refused").not.toBe("accepted");
      expect(read.ok ? Object.getPrototypeOf(read.value) : Object.prototype).toBe(Object.prototype);
      expect({}).not.toHaveProperty("polluted");
    }
    expect(faults(quoteSchema, JSON.parse(inputs[0] ?? ""))).toEqual(["input.unknown-field at "]);
    expect(faults(quoteSchema, JSON.parse(inputs[1] ?? ""))).toEqual(["input.unknown-field at "]);
  });

  it("never throws, whatever comes, and all it answers can be said and kept as JSON", () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withTypedArray: true,
    });
    const nearly = fc
      .tuple(fc.constantFrom(...Object.keys({ ...aQuote(), ...aProvider(), poei: 1, announced: 1, decision: 1 })), anything)
      .map(([key, value]) => ({ ...aQuote(), [key]: value }));
    fc.assert(
      fc.property(fc.constantFrom<AnySchema>(quoteSchema, providerSchema), fc.oneof(anything, nearly), (schema, input) => {
        const read = parse(schema, input);
        if (read.ok) return;
        expect(read.problems.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(read.problems))).toEqual(read.problems);
        for (const problem of read.problems) {
          expect(problem.code).toMatch(/^(input|id)\./);
          expect(say(problem, "fr").what).not.toContain("[object");
          expect(say(problem, "en").what).not.toContain("[object");
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("goes ten thousand levels down and back", () => {
    let deep: unknown = "fond";
    for (let level = 0; level < 10_000; level++) deep = level % 2 === 0 ? [deep] : { dans: deep };
    expect(faults(quoteSchema, { ...smallQuote, lines: deep })).not.toEqual([]);
    expect(faults(quoteSchema, { ...smallQuote, inconnu: deep })).toEqual(["input.unknown-field at "]);
  });

  it.each(["x", "1", " ", "é ", "🎄", "\u0000", "1 85 07 75 123 45 "])(
    "answers at once to ten megabytes of « %s », in any field",
    (piece) => {
      const heavy = `a${piece.repeat(10_000_000 / piece.length)}a`;
      for (const field of ["reference", "title", "notes", "siret", "scheme", "startsOn", "inconnu", "place"]) {
        const start = performance.now();
        const read = parse(quoteSchema, { ...smallQuote, [field]: heavy });
        expect(read.ok).toBe(false);
        expect(JSON.stringify(read).length).toBeLessThan(2000);
        expect(performance.now() - start, field).toBeLessThan(3000);
      }
    },
  );

  it("names the faults of a list of hundreds of thousands without overflowing", () => {
    const read = parse(quoteSchema, Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`field-${index}`, 0])));
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read).length).toBeLessThan(5000);
    expect(faults(quoteSchema, { ...smallQuote, lines: Array.from({ length: 200_000 }, () => 0) })).toEqual(["input.too-long at lines"]);
  });

  it("answers at once to a hundred thousand unknown fields, in a short sentence", () => {
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`champ${index}`, index]));
    const read = parse(quoteSchema, { ...smallQuote, ...fields });
    expect(JSON.stringify(read).length).toBeLessThan(2000);
  });
});
