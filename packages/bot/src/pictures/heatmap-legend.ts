import { cellKinds, cellLabels, countCells, sentenceCase } from "@kairos/core";
import type { Line } from "./glyphs.js";
import { cellOf, pens } from "./heatmap-cells.js";
import { cellLetters, type Heatmap } from "./heatmap-data.js";
import { lengthOf } from "./svg.js";

/** A cell of the legend, where it stands. */
export interface Swatch {
  readonly x: number;
  readonly y: number;
  readonly letter: string;
}

export interface Legend {
  readonly swatches: readonly Swatch[];
  readonly lines: readonly Line[];
  readonly height: number;
}

const pen = { size: 15 } as const;
const row = 34;

/** What the cells drawn mean, and how many there are of each. */
export function legendOf({ rows }: Pick<Heatmap, "rows">, frame: { x: number; y: number; width: number; tile: number }): Legend {
  const { kinds, signed } = countCells(rows.flatMap(({ cells }) => [...cells].map(cellOf)));
  const entries = cellKinds.flatMap((kind) =>
    kinds[kind] === 0 ? [] : [{ letter: cellLetters[kind], text: `${sentenceCase(cellLabels[kind].fr)} : ${kinds[kind]}` }],
  );
  if (signed > 0) entries.push({ letter: cellLetters.present.toUpperCase(), text: `Coin foncé, signé : ${signed}` });
  const swatches: Swatch[] = [];
  const lines: Line[] = [];
  let [x, y] = [frame.x, frame.y];
  for (const { letter, text } of entries) {
    const width = frame.tile + 8 + Math.ceil(lengthOf(text, pen));
    if (x > frame.x && x + width > frame.x + frame.width) [x, y] = [frame.x, y + row];
    swatches.push({ x, y, letter });
    lines.push({ ...pen, x: x + frame.tile + 8, y: y + 18, text, ramp: pens.ink });
    x += width + 26;
  }
  return { swatches, lines, height: entries.length === 0 ? 0 : y - frame.y + row };
}
