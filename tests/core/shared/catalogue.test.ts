import {
  catalogue,
  checkProvider,
  checkQuote,
  checkSession,
  type Problem,
  type ProblemCode,
  rowOf,
  type Sentence,
  say,
  sources,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { english } from "../../../packages/core/src/locales/en.js";
import { aPoeiSituation, aProvider, aQuote, aQuoteSituation, aSession, today } from "../../examples/index.js";
import { samples } from "./sentences.js";

const codes = Object.values(catalogue).flatMap((table) => Object.keys(table) as ProblemCode[]);
const languages = ["fr", "en"] as const;
const broken = /undefined|NaN|\[object|Infinity|null|\$\{|\/\/|1970| {2}/;

function expectSound(sentence: Sentence, where: string): void {
  for (const part of [sentence.what, sentence.why, sentence.mend]) {
    expect(part, where).toMatch(/[.…!?]$/);
    expect(part, where).not.toMatch(broken);
    expect(part.trim(), where).toBe(part);
    expect(part.slice(0, 1).toLocaleUpperCase("fr"), where).toBe(part.slice(0, 1));
  }
}

describe("the catalogue", () => {
  it("has codes of one shape, in the families they belong to", () => {
    for (const code of codes)
      expect(code).toMatch(
        /^(input|id|org|membership|access|session|appointment|attendance|certificate|quote|aif|poei|audit|agreement|order|invoice|chorus|channel|einvoice|payment|ticket|privacy|file|table|xml|lheo|import)\.[a-z]+(-[a-z0-9]+)*$/,
      );
  });

  it("gives each code an existing source and a severity", () => {
    for (const code of codes) {
      expect(sources, code).toHaveProperty([rowOf(code).source]);
      expect(["error", "warning", "notice"], code).toContain(rowOf(code).severity);
    }
  });

  it("blocks on nothing that is unsure, but for social security numbers", () => {
    const unsure = codes.filter((code) => rowOf(code).severity === "error" && sources[rowOf(code).source].confidence === "unsure");
    expect([...new Set(unsure)]).toEqual(["id.nir-detected"]);
  });

  it("has sources that can be read: a title, a real day, an address that is one", () => {
    for (const [id, source] of Object.entries(sources)) {
      expect(source.title.length, id).toBeGreaterThan(10);
      expect(source.checkedOn, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (source.url !== undefined) expect(() => new URL(source.url ?? ""), id).not.toThrow();
    }
  });

  it("says the same code the same way wherever it stands", () => {
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(twice).toEqual(["id.nda-layout"]);
    for (const code of twice) {
      const rows = Object.values(catalogue).flatMap((table): { fr: unknown; severity: string }[] =>
        Object.hasOwn(table, code) ? [Object(table)[code]] : [],
      );
      expect(new Set(rows.map(({ fr }) => fr)).size, code).toBe(1);
      expect(new Set(rows.map(({ severity }) => severity)).size, code).toBe(1);
    }
  });

  it("has an English sentence for each code, and none for a code that is not", () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(codes)].sort());
  });
});

describe.each([...new Set(codes)])("the sentences of %s", (code) => {
  const problems = samples[code].map((params): Problem => ({ code, severity: rowOf(code).severity, path: [], params }));

  it("are whole in both languages", () => {
    for (const problem of problems)
      for (const language of languages) expectSound(say(problem, language), `${code} ${language} ${JSON.stringify(problem.params)}`);
  });

  it("keep to their own language", () => {
    for (const problem of problems) {
      const { what, why, mend } = say(problem, "en");
      const inEnglish = `${what} ${why} ${mend}`;
      expect(inEnglish).not.toMatch(/[«»]| [:;!?]|\d\u00a0€|\d\d\/\d\d\/\d{4}(?! \(day first\))/);
      expect(inEnglish).not.toMatch(/(?<!\p{L})(le|la|les|une|des|est|pour|avec) (?!numéro|préfet)/iu);
      const inFrench = Object.values(say(problem, "fr")).join(" ");
      expect(inFrench).not.toMatch(/[“”]|€\d|\d{4}-\d{2}-\d{2}|\b(the|is|with|and) /);
      expect(inEnglish).not.toBe(inFrench);
    }
  });

  it("show the same figures in both languages", () => {
    for (const problem of problems) {
      const figures = ({ what }: Sentence) => [...what.replace(/\D/g, "")].sort().join("");
      expect(figures(say(problem, "en"))).toBe(figures(say(problem, "fr")));
    }
  });
});

describe("what the rules really find", () => {
  const empty = aQuote({
    title: undefined,
    sessionReference: undefined,
    traineeId: undefined,
    startsOn: undefined,
    endsOn: undefined,
    place: undefined,
    hours: undefined,
    lines: [],
    funding: undefined,
    totalCents: undefined,
    validUntil: undefined,
  });
  const expensive = aQuote({
    hours: { centreMinutes: 60 },
    status: "awaiting-candidate",
    submittedOn: "2026-11-10",
    announced: { costCents: 1, title: "Autre", totalMinutes: 1 },
  });

  it.each<[string, readonly Problem[]]>([
    ["a sound quote", checkQuote(aQuoteSituation())],
    ["an empty quote", checkQuote(aQuoteSituation({ quote: empty }))],
    ["a quote alone", checkQuote({ quote: aQuote(), today })],
    [
      "a quote that says too little and asks too much",
      checkQuote(aQuoteSituation({ quote: expensive, comparableHourlyCents: [17_00, 17_00, 17_00, 17_00, 17_00] })),
    ],
    ["a late quote", checkQuote(aQuoteSituation({ today: "2026-12-06" }))],
    ["a POEI quote alone", checkQuote({ quote: aPoeiSituation().quote, today })],
    ["an AFPR quote", checkQuote(aQuoteSituation({ quote: aQuote({ scheme: "afpr", startsOn: undefined }) }))],
    ["a provider that stays silent", checkProvider({ provider: aProvider({ qualiopi: undefined, siren: "732829320" }), today })],
    [
      "a provider at its end",
      checkProvider({ provider: aProvider({ qualiopi: { endsOn: "2020-01-01" }, agreement: { endsOn: "2020-01-01" } }), today }),
    ],
    ["a session turned round", checkSession({ session: aSession({ endsOn: "2026-12-01", formacodeVersion: undefined }), today })],
  ])("is said in whole sentences for %s", (_, problems) => {
    for (const problem of problems) for (const language of languages) expectSound(say(problem, language), `${problem.code} ${language}`);
  });
});
