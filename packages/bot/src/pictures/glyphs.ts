import { printable } from "@kairos/pdf";
import { inkLevels, press, type Ramp, type Raster, type Stamp } from "./raster.js";
import { pixelsOf } from "./render.js";
import { lengthOf, type Pen, svgOf, textAt } from "./svg.js";

/** A line of a raster picture, on its baseline. */
export interface Line extends Pick<Pen, "size" | "isBold" | "anchor"> {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly ramp: Ramp;
}

type Font = Pick<Pen, "size" | "isBold">;

/** Has the letters of some lines ready: drawn once, by the renderer of every picture, and kept as long as the bot runs. */
export async function prepareLetters(lines: readonly (Font & Pick<Line, "text">)[]): Promise<void> {
  const missing = new Map<string, Letter>();
  for (const { text, size, isBold } of lines) {
    const font = { size, ...(isBold && { isBold }) };
    for (const character of printable(text)) {
      const key = keyOf(character, font);
      if (!drawn.has(key)) missing.set(key, { character, font });
    }
  }
  if (missing.size > 0) await draw([...missing]);
}

/** Writes a line whose letters are ready. */
export function writeLine(raster: Raster, { x, y, text, ramp, anchor = "start", ...font }: Line): void {
  const shift = anchor === "start" ? 0 : lengthOf(text, font) * (anchor === "middle" ? 0.5 : 1);
  let pen = x - shift;
  for (const character of printable(text)) {
    const letter = drawn.get(keyOf(character, font));
    if (letter === undefined) throw new Error(`The letter ${character} is not ready`);
    press(raster, letter.stamp, Math.round(pen), y, ramp);
    pen += letter.advance;
  }
}

/** A letter alone, to be put on its own. */
export function stampOf(character: string, font: Font): Stamp {
  const letter = drawn.get(keyOf(character, font));
  if (letter === undefined) throw new Error(`The letter ${character} is not ready`);
  return letter.stamp;
}

interface Letter {
  readonly character: string;
  readonly font: Font;
}

const drawn = new Map<string, { readonly stamp: Stamp; readonly advance: number }>();
const columns = 24;

function keyOf(character: string, { size, isBold }: Font): string {
  return `${character}${size}${isBold ? "b" : ""}`;
}

/** Each letter in a square of its own, on whole pixels: what it looks like never depends on the others. */
async function draw(letters: readonly (readonly [string, Letter])[]): Promise<void> {
  const side = 2 * Math.ceil(Math.max(...letters.map(([, { font }]) => font.size)));
  const sheet = { width: columns * side, height: Math.ceil(letters.length / columns) * side };
  const placed = letters.map(([key, letter], rank) => ({
    key,
    letter,
    x: (rank % columns) * side,
    y: Math.floor(rank / columns) * side,
  }));
  const [left, base] = [Math.floor(side / 4), Math.floor((side * 3) / 4)];
  const parts = placed.map(({ letter: { character, font }, x, y }) => textAt(x + left, y + base, character, { ...font, colour: "#000" }));
  const { width, pixels } = await pixelsOf(svgOf(sheet, [], parts));
  for (const { key, letter, x, y } of placed) {
    const levels = Uint8Array.from({ length: side * side }, (_, at) => {
      const alpha = pixels[((y + Math.floor(at / side)) * width + x + (at % side)) * 4 + 3] ?? 0;
      return Math.round((alpha * (inkLevels - 1)) / 255);
    });
    drawn.set(key, {
      stamp: trimmed({ width: side, height: side, left: -left, top: -base, levels }),
      advance: lengthOf(letter.character, letter.font),
    });
  }
}

function trimmed({ width, height, left, top, levels }: Stamp): Stamp {
  const inked = [...levels.keys()].filter((at) => levels[at] !== 0);
  if (inked.length === 0) return { width: 0, height: 0, left, top, levels: new Uint8Array() };
  const xs = inked.map((at) => at % width);
  const ys = inked.map((at) => Math.floor(at / width));
  const [firstX, lastX, firstY, lastY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = { width: lastX - firstX + 1, height: Math.min(height, lastY - firstY + 1) };
  return {
    ...size,
    left: left + firstX,
    top: top + firstY,
    levels: Uint8Array.from({ length: size.width * size.height }, (_, at) => {
      const [column, row] = [at % size.width, Math.floor(at / size.width)];
      return levels[(firstY + row) * width + firstX + column] ?? 0;
    }),
  };
}
