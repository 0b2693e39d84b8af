import { printable, renderPdf, typefaces, widthOf } from "@kairos/pdf";
import { describe, expect, it } from "vitest";
import { readFace } from "../../packages/pdf/src/fonts/face.js";
import { tablesOf } from "../../packages/pdf/src/fonts/tables.js";
import { styles } from "../../packages/pdf/src/layout/theme.js";
import { aQuoteDocument, aSimpleQuoteDocument } from "./samples.js";
import { options } from "./shown.js";

const files = await typefaces();
const faceOf = (name: keyof typeof files) => readFace(Buffer.from(files[name]));
const everything = Array.from({ length: 0x2800 }, (_, code) => String.fromCodePoint(code)).filter((character) => {
  const shown = printable(character);
  return shown === character && shown.trim() !== "";
});

describe("a face", () => {
  it.each(["regular", "semibold"] as const)("lays every printable character out at the width measured for it: %s", (name) => {
    const face = faceOf(name);
    expect(everything.length).toBeGreaterThan(400);
    for (const character of everything) {
      const { glyphs, positions, advanceWidth } = face.layout(character);
      const measured = widthOf(character, { ...styles.body, face: name, size: 1000 });
      expect(advanceWidth, character).toBeCloseTo(measured, 6);
      expect(positions.map(({ xAdvance }) => xAdvance)).toEqual([advanceWidth]);
      expect(glyphs[0]?.codePoints).toEqual([character.codePointAt(0)]);
      expect(glyphs[0]?.id, character).toBeGreaterThan(0);
    }
  });

  it("says which character it lacks, rather than draw a hole", () => {
    expect(() => faceOf("regular").layout("Léa 🚀")).toThrow("« 🚀 »");
  });

  it("is cut to the glyphs a document uses, each with its outline and its width", () => {
    const file = Buffer.from(files.regular);
    const whole = tablesOf(file);
    const face = readFace(file);
    const subset = face.createSubset();
    const ids = face.layout("École ; 10 €").glyphs.map(({ id }) => id);
    const numbers = ids.map((id) => subset.includeGlyph(id));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 6, 8, 9, 6, 10]);
    const tables = tablesOf(subset.encode());
    expect([...tables.keys()]).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
    expect(tables.get("maxp")?.readUInt16BE(4)).toBe(11);
    const outline = (from: ReadonlyMap<string, Buffer>, glyph: number, isLong: boolean): string => {
      const at = (index: number) =>
        isLong ? from.get("loca")?.readUInt32BE(4 * index) : 2 * (from.get("loca")?.readUInt16BE(2 * index) ?? 0);
      return from.get("glyf")?.toString("hex", at(glyph), at(glyph + 1)) ?? "";
    };
    const width = (from: ReadonlyMap<string, Buffer>, glyph: number): number | undefined => from.get("hmtx")?.readUInt16BE(4 * glyph);
    for (const [index, id] of [[0, 0] as const, ...ids.map((id, at) => [numbers[at] ?? 0, id] as const)]) {
      expect(outline(tables, index, true).replace(/(00){0,3}$/, "")).toBe(outline(whole, id, false).replace(/(00){0,3}$/, ""));
      expect(width(tables, index)).toBe(width(whole, id));
    }
  });

  it("is shared by documents that leave nothing in it for one another", async () => {
    const alone = await renderPdf(aSimpleQuoteDocument(), options);
    const others = [aQuoteDocument({ notes: "Ŵĳ ½ №" }), aSimpleQuoteDocument(), aQuoteDocument()];
    const [, among] = await Promise.all(others.map((document) => renderPdf(document, options)));
    expect(Buffer.from(among ?? []).equals(Buffer.from(alone))).toBe(true);
  });
});
