import { type CellKind, cellKinds } from "@kairos/core";
import { stampOf } from "./glyphs.js";
import { cellLetters } from "./heatmap-data.js";
import { cellLooks } from "./heatmap-looks.js";
import { palette } from "./palette.js";
import { coloursOf, fillBox, inkLevels, press, type Ramp, type Raster } from "./raster.js";

const writing = [
  [palette.ground, palette.ink],
  [palette.ground, palette.soft],
] as const;

/** How lines are written on the ground. */
export const pens: Readonly<Record<"ink" | "soft", Ramp>> = { ink: 0, soft: inkLevels };

/** The whole ink of a ramp. */
export function full(ramp: Ramp): number {
  return ramp + inkLevels - 1;
}

export const heatmapColours = coloursOf([...writing, ...cellKinds.map((kind) => [cellLooks[kind].fill, cellLooks[kind].ink] as const)]);

export const signFont = { size: 16, isBold: true } as const;
/** What `prepareLetters` must have ready for tiles. */
export const signLines = cellKinds.map((kind) => ({ ...signFont, text: cellLooks[kind].sign }));

/** What a letter of the data stands for. */
export function cellOf(letter: string): { readonly kind: CellKind; readonly isSigned: boolean } {
  const lower = letter.toLowerCase();
  const kind = kindsByLetter.get(lower);
  if (kind === undefined) throw new Error(`No cell is kept as ${letter}`);
  return { kind, isSigned: lower !== letter };
}

const kindsByLetter = new Map(cellKinds.map((kind) => [cellLetters[kind], kind]));

/** A cell ready to be copied: its fill, its sign, and its lower corner cut where it is signed. */
export function tileOf(letter: string, width: number, height: number): Raster {
  const { kind, isSigned } = cellOf(letter);
  const { sign, isFramed } = cellLooks[kind];
  const ramp = (writing.length + cellKinds.indexOf(kind)) * inkLevels;
  const tile = { width, height, pixels: new Uint8Array(width * height).fill(ramp), colours: heatmapColours };
  if (isFramed) {
    fillBox(tile, 0, 0, width, height, full(ramp));
    fillBox(tile, 1, 1, width - 2, height - 2, ramp);
  }
  const stamp = stampOf(sign, signFont);
  press(tile, { ...stamp, left: 0 }, Math.floor((width - stamp.width) / 2), Math.floor(height / 2) + 6, ramp);
  if (isSigned) for (let row = 0; row < corner; row++) fillBox(tile, width - 1 - row, height - corner + row, row + 1, 1, full(ramp));
  return tile;
}

/** Of the mark of a signature. */
const corner = 7;
