import { linesOf } from "./lines.js";
import type { Box, Strip, Style, Tag } from "./marks.js";
import { baselineOf, widthOf } from "./measure.js";
import { bandOf, fullWidth, heightOf, type Place, padded, sectionGap, stacked, textMark, textStrip, tinted } from "./strips.js";
import { colours, outset, styles } from "./theme.js";

/** The first column takes the room the others leave. */
export interface Column {
  readonly title: string;
  readonly width?: number;
  readonly align?: "left" | "right";
}

/** A row after the others; the last of them stands out. Its label spans all columns but the last. */
export interface FootRow {
  readonly label: string;
  readonly value: string;
}

/** How the cells are set: their style, and the room on either side of their text. */
export interface TableLook {
  readonly style: Style;
  readonly inset: number;
  /** What follows the first line of a cell, when it is not set as that line is. */
  readonly aside?: Style;
  /** Each cell is a box at least this high, its text in the middle: room for a hand. */
  readonly boxHeight?: number;
}

export const airy: TableLook = { style: styles.body, inset: outset };
/** For five columns and more. */
export const dense: TableLook = { style: styles.dense, inset: 6 };

export interface Table {
  readonly columns: readonly Column[];
  /** The heading of the part, when it stands above: it comes back on each page. Without it, the title of the first column is the heading. */
  readonly under?: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that stand out at the end, and never leave the last one. */
  readonly closing?: readonly (readonly string[])[];
  readonly foot?: readonly FootRow[];
  readonly place?: Place;
  readonly gap?: number;
  /** `airy` unless told. */
  readonly look?: TableLook;
}

const rowPadding = 4;

/** One strip a row. The titles come back at the top of each page; the foot never leaves the last rows. */
export function tableStrips(what: Table): readonly Strip[] {
  const { columns, under, rows, closing = [], foot = [], place = fullWidth, gap = sectionGap, look = airy } = what;
  const table: Tag = { role: "Table" };
  const places = placesOf(columns, place, look.inset);
  const titles = columns.map((column) => column.title);
  const ruled = look.boxHeight === undefined ? bandOf(place) : { x: place.x - look.inset, width: place.width + 2 * look.inset };
  const cells = titleCells(table, columns.length, under === undefined);
  const first = under === undefined ? headingTitles(titles, places, ruled, cells) : plainTitles(titles, places, ruled, cells);
  const again = under === undefined ? headingTitles(continued(titles), places, ruled, []) : titlesUnder(under, titles, places, ruled);
  const setRow = (row: readonly string[], style: Style): Strip => {
    const strip = rowStrip(row, places, style, bodyCells(table, columns.length), look);
    const isBoxed = look.boxHeight !== undefined;
    const uprights = isBoxed ? uprightRules(places, ruled, strip.height, look.inset) : [];
    return { ...strip, boxes: [...uprights, bottomRule(ruled, strip.height, isBoxed ? colours.box : colours.rule, 0.5)], heading: again };
  };
  const strips = rows.map((row) => setRow(row, look.style));
  const isShort = rows.length <= 5 && heightOf(strips) <= shortTable;
  const body = strips.map((strip, index): Strip => {
    const isEdge = index === 0 || index === rows.length - 2;
    const isPairShort = heightOf(strips.slice(index, index + 2)) <= shortTable;
    const keepWithNext = index === rows.length - 1 ? foot.length + closing.length > 0 : isShort || (isEdge && isPairShort);
    return { ...strip, keepWithNext };
  });
  const ends = closing.map((row, index): Strip => {
    const strip = setRow(row, { ...look.style, face: "semibold" });
    const ground: Box = { x: ruled.x, width: ruled.width, y: 0, height: strip.height, colour: colours.tint, isGround: true };
    return { ...strip, boxes: [ground, ...strip.boxes], keepWithNext: index < closing.length - 1 || foot.length > 0 };
  });
  const feet = foot.map(
    (row, index): Strip => ({
      ...footStrip(row, index === foot.length - 1 ? styles.strong : styles.body, places, table),
      keepWithNext: index < foot.length - 1,
    }),
  );
  return [{ ...first, gap, keepWithNext: true }, ...body, ...ends, ...feet];
}

/** A short table stays whole; a long one begins and ends a page with two rows at least, unless they are long themselves. */
const shortTable = 260;

/** The width a column needs for no cell to be split. */
export function fittingWidth(title: string, cells: readonly string[]): number {
  const widths = [widthOf(title, styles.columnTitle), ...cells.map((cell) => widthOf(cell, styles.body))];
  return Math.ceil(Math.max(...widths)) + 2 * outset;
}

/** The heading and, on the same line, the small titles of the other columns. */
function headingTitles(titles: readonly string[], places: readonly Place[], ruled: Place, tags: readonly Tag[]): Strip {
  const lowering = baselineOf(styles.heading) - baselineOf(styles.columnTitle);
  const texts = places.map((place, index) =>
    index === 0
      ? textMark(titles[0] ?? "", styles.heading, place, 0, tags[0])
      : textMark(titles[index] ?? "", styles.columnTitle, place, lowering, tags[index]),
  );
  const height = styles.heading.leading + rowPadding;
  return { gap: 0, height, texts, boxes: [bottomRule(ruled, height, colours.accent, 0.9)] };
}

function continued([first = "", ...others]: readonly string[]): readonly string[] {
  return [`${first} (suite)`, ...others];
}

/** Small titles, on as many lines as they need. */
function plainTitles(titles: readonly string[], places: readonly Place[], ruled: Place, tags: readonly (Tag | undefined)[]): Strip {
  const strip = rowStrip(titles, places, styles.columnTitle, tags);
  return { ...strip, boxes: [bottomRule(ruled, strip.height, colours.accent, 0.9)] };
}

function titlesUnder(heading: string, titles: readonly string[], places: readonly Place[], ruled: Place): Strip {
  const above = heading.trim() === "" ? [] : [padded(textStrip(`${heading} (suite)`, styles.heading, { tag: undefined }), 0, 4)];
  return stacked([...above, plainTitles(titles, places, ruled, [])]);
}

/** A cell without a text holds a space: its row counts as many cells as the others. */
function rowStrip(
  cells: readonly string[],
  places: readonly Place[],
  style: Style,
  tags: readonly (Tag | undefined)[],
  { boxHeight, aside = style }: Partial<TableLook> = {},
): Strip {
  const wrapped = places.map((place, index) => {
    const lines = (cells[index] ?? "").split(/\r?\n/).flatMap((text, row) => cellLines(text, place, row === 0 ? style : aside));
    return lines.length === 0 ? [{ text: hardSpace, style }] : lines;
  });
  const heights = wrapped.map((lines) => lines.reduce((sum, line) => sum + line.style.leading, 0));
  const height = Math.max(boxHeight ?? 0, style.leading + 2 * rowPadding, ...heights.map((content) => content + 2 * rowPadding));
  const texts = wrapped.flatMap((lines, cell) => {
    let top = boxHeight === undefined ? rowPadding : (height - (heights[cell] ?? 0)) / 2;
    return lines.map((line) => {
      const mark = textMark(line.text, line.style, places[cell] ?? fullWidth, top, tags[cell]);
      top += line.style.leading;
      return mark;
    });
  });
  return { gap: 0, height, texts, boxes: [] };
}

function cellLines(text: string, { width }: Place, style: Style): readonly { readonly text: string; readonly style: Style }[] {
  return linesOf(text, width, style).map((line) => ({ text: line, style }));
}

function footStrip(row: FootRow, style: Style, places: readonly Place[], table: Tag): Strip {
  const first = places[0] ?? fullWidth;
  const last = places.at(-1) ?? first;
  const end = last.x + last.width;
  const valueWidth = Math.max(last.width, Math.ceil(widthOf(row.value, style)));
  const value: Place = { x: end - valueWidth, width: valueWidth, align: "right" };
  const label: Place = { x: first.x, width: value.x - first.x - outset };
  const parent: Tag = { role: "TR", parent: table };
  const tags: Tag[] = [
    { role: "TH", parent, scope: "Row", colSpan: places.length - 1 },
    { role: "TD", parent },
  ];
  return tinted(rowStrip([row.label, row.value], [label, value], style, tags), { x: first.x, width: end - first.x });
}

const hardSpace = "\u00a0";

function placesOf(columns: readonly Column[], { x: left, width: whole }: Place, inset: number): readonly Place[] {
  const others = columns.slice(1).reduce((sum, { width = 0 }) => sum + width, 0);
  let x = left - inset;
  return columns.map(({ width = whole + 2 * inset - others, align = "left" }) => {
    const place = { x: x + inset, width: width - 2 * inset, align };
    x += width;
    return place;
  });
}

/** The first title may be the heading of the part too, inside its cell. */
function titleCells(table: Tag, count: number, holdsHeading: boolean): readonly Tag[] {
  const parent: Tag = { role: "TR", parent: table };
  const cells = Array.from({ length: count }, (): Tag => ({ role: "TH", parent, scope: "Column" }));
  return cells.map((cell, index) => (holdsHeading && index === 0 ? { role: "H2", parent: cell } : cell));
}

function bodyCells(table: Tag, count: number): readonly Tag[] {
  const parent: Tag = { role: "TR", parent: table };
  return Array.from({ length: count }, () => ({ role: "TD", parent }));
}

/** Between the cells, and on both sides of the row. */
function uprightRules(places: readonly Place[], { x, width }: Place, height: number, inset: number): readonly Box[] {
  const lefts = [...places.map((place) => place.x - inset), x + width - 0.5];
  return lefts.map((left) => ({ x: left, y: 0, width: 0.5, height, colour: colours.box }));
}

function bottomRule({ x, width }: Place, bottom: number, colour: string, height: number): Box {
  return { x, width, y: bottom - height, height, colour };
}
