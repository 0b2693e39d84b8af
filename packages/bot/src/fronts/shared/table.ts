import { padded, widthOf, wrap } from "./layout.js";

export interface DrawnTable {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** Aligned columns, figures to the right, cells folded to the width; one line per value when words would be cut. */
export function drawTable(columns: readonly string[], rows: readonly (readonly string[])[], width: number): DrawnTable {
  const room = width - gap.length * (columns.length - 1);
  const least = leastWidths(columns, rows);
  if (sum(least) > room) return { head: [], rows: asRecords(columns, rows, width) };
  const widths = shareOut(widestCells(columns, rows), least, room);
  const sides = columns.map((_, index) => (rows.every((row) => isFigure(row[index] ?? "")) ? "right" : "left") as "left" | "right");
  const draw = (cells: readonly string[]) => drawRow(cells, widths, sides);
  return { head: draw(columns), rows: rows.flatMap(draw) };
}

/** The width at which no cell is folded. */
export function naturalWidth(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  return sum(widestCells(columns, rows)) + gap.length * (columns.length - 1);
}

const gap = "  ";

function widestCells(columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  return columns.map((column, index) => Math.max(widthOf(column), ...rows.map((row) => widthOf(row[index] ?? ""))));
}

/** Room for the longest word of each column, up to a point. */
function leastWidths(columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const longest = (cell: string) => Math.max(...cell.split(" ").map(widthOf));
  return columns.map((column, index) => Math.min(20, Math.max(longest(column), ...rows.map((row) => longest(row[index] ?? "")))));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

function drawRow(cells: readonly string[], widths: readonly number[], sides: readonly ("left" | "right")[]): readonly string[] {
  const folded = widths.map((width, index) => wrap(cells[index] ?? "", width));
  const height = Math.max(...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    folded
      .map((lines, index) => padded(lines[row] ?? "", widths[index] ?? 0, sides[index]))
      .join(gap)
      .trimEnd(),
  );
}

/** Takes from the column that can spare most until all fit. */
function shareOut(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function asRecords(columns: readonly string[], rows: readonly (readonly string[])[], width: number): readonly string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : [""]),
    ...columns.flatMap((column, place) => wrap(`${column}: ${row[place] ?? ""}`, width)),
  ]);
}

function isFigure(cell: string): boolean {
  return /^-?[\d\s.,]*\s?(?:€|%|h|€\/h)?$/.test(cell);
}
