import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { remarksOn } from "../../examples/embedding/check-a-quote.js";
import { aQuote, today } from "../examples/index.js";

const asJson = (overrides: Parameters<typeof aQuote>[0] = {}): unknown => JSON.parse(JSON.stringify(aQuote(overrides)));

describe("the example of embedding", () => {
  it("is the one the README shows", async () => {
    const [readme, example] = await Promise.all(["../../README.md", "../../examples/embedding/check-a-quote.ts"].map(text));
    expect(readme).toContain(example);
  });

  it("has nothing to say of a sound quote", () => {
    expect(remarksOn(asJson(), today)).toEqual([]);
  });

  it("says what is wrong and how to mend it", () => {
    expect(remarksOn(asJson({ place: "" }), today)).toEqual(["place : Il manque le lieu. Complétez cette information avant de soumettre."]);
  });

  it("says the same of what cannot even be read", () => {
    expect(remarksOn({ ...aQuote(), startsOn: "le 7 décembre" }, today)).toEqual([
      "startsOn : « le 7 décembre » n'est pas une date qui existe. Écrivez-la comme 07/12/2026 ou 7 décembre 2026.",
    ]);
  });
});

function text(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), "utf8");
}
