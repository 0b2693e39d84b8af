import type { Style } from "./marks.js";
import { widthOf } from "./measure.js";
import { printable } from "./printable.js";
import type { Column, TableLook } from "./table.js";
import { styles, textWidth } from "./theme.js";

export interface SharedColumn {
  readonly title: string;
  /** How much of the width it takes, beside the others; one unless told. */
  readonly share?: number;
}

/**
 * Columns that take their share of the page: never less than their longest word asks for, nor more than their longest cell does while
 * another wants the room.
 */
export function sharedColumns(
  columns: readonly SharedColumn[],
  rows: readonly (readonly string[])[],
  { style, inset }: TableLook,
): readonly Column[] {
  const padding = 2 * inset;
  const room = textWidth + padding - columns.length * padding;
  const asked = columns.map(({ title, share = 1 }, index) => ({
    share: Math.max(share, 0.01),
    ...needsOf(title, cellsOf(rows, index), style, room),
  }));
  const isCrowded = asked.reduce((sum, { most }) => sum + most, 0) > room;
  const bounds = asked.map(({ share, least, most }) => (isCrowded ? { share, least, most } : { share, least: most, most: room }));
  return widthsWithin(room, bounds).map((width, index) => ({ title: columns[index]?.title ?? "", width: width + padding }));
}

interface Bounds {
  readonly share: number;
  readonly least: number;
  readonly most: number;
}

/** Below this a column is not worth breaking into lines; no word takes more than a quarter of the page for itself. */
const narrow = 64;

function needsOf(title: string, cells: readonly string[], style: Style, room: number): { readonly least: number; readonly most: number } {
  let word = widestWord(printable(title), styles.columnTitle);
  let most = widthOf(printable(title), styles.columnTitle);
  for (const cell of cells) {
    const shown = printable(cell);
    word = Math.max(word, widestWord(shown, style));
    most = Math.max(most, widthOf(shown, style));
  }
  return { least: Math.ceil(Math.min(most, Math.max(word, narrow), room / 4)), most: Math.ceil(most) };
}

/** Of what is cut at spaces and after hyphens only. */
function widestWord(text: string, style: Style): number {
  return text.split(/ |(?<=-)/).reduce((widest, word) => Math.max(widest, widthOf(word, style)), 0);
}

function cellsOf(rows: readonly (readonly string[])[], index: number): readonly string[] {
  return rows.map((row) => row[index] ?? "");
}

/** Widths in proportion of the shares, each within its bounds, that make up the room: the one scale that fits is sought by halves. */
function widthsWithin(room: number, bounds: readonly Bounds[]): readonly number[] {
  const least = bounds.reduce((sum, bound) => sum + bound.least, 0);
  if (least >= room) return bounds.map((bound) => (bound.least * room) / least);
  const scaled = (scale: number) => bounds.map((bound) => Math.min(Math.max(bound.share * scale, bound.least), bound.most));
  let [low, high] = [0, room / Math.min(...bounds.map(({ share }) => share))];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (scaled(middle).reduce((sum, width) => sum + width, 0) > room) high = middle;
    else low = middle;
  }
  return scaled(low);
}
