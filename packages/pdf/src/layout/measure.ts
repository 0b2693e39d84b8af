import { regularAdvances, semiboldAdvances } from "../fonts/advances.js";
import type { Face, Style } from "./marks.js";

const unitsPerEm = 2816;
const capHeight = 2048 / unitsPerEm;

const advances: Readonly<Record<Face, ReadonlyMap<number, number>>> = {
  regular: readAdvances(regularAdvances),
  semibold: readAdvances(semiboldAdvances),
};

/** Width of a line of printable text. The faces have no kerning, so widths add up. */
export function widthOf(text: string, style: Style): number {
  const widths = advances[style.face];
  let units = 0;
  let count = 0;
  for (const character of text) {
    units += widths.get(character.codePointAt(0) ?? 0) ?? 0;
    count += 1;
  }
  return (units / unitsPerEm) * style.size + (style.tracking ?? 0) * Math.max(0, count - 1);
}

/** From the top of a line to its baseline: the capitals stand in the middle of the line. */
export function baselineOf(style: Style): number {
  return (style.leading + capHeight * style.size) / 2;
}

/** Do the faces have this character? */
export function hasGlyph(character: string): boolean {
  return advances.regular.has(character.codePointAt(0) ?? 0);
}

function readAdvances(pairs: string): ReadonlyMap<number, number> {
  return new Map(
    pairs.split(" ").map((pair) => {
      const [code = "", width = ""] = pair.split(":");
      return [Number.parseInt(code, 36), Number.parseInt(width, 36)];
    }),
  );
}
