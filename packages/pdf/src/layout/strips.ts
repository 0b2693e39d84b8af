import { linesOf } from "./lines.js";
import type { Box, Marks, Strip, Style, Tag, TextMark } from "./marks.js";
import { baselineOf, widthOf } from "./measure.js";
import { printable } from "./printable.js";
import { colours, gutter, outset, type Sheet, sheet, styles, textWidth } from "./theme.js";

export interface Place {
  readonly x: number;
  readonly width: number;
  readonly align?: "left" | "right";
}

export const fullWidth: Place = { x: sheet.left, width: textWidth };

/** From one edge of the text to the other, on a sheet. */
export function widthOn({ left, right }: Sheet): Place {
  return { x: left, width: right - left };
}

/** Equal columns of a place, a gutter between them. */
export function columnsOf(count: number, place: Place = fullWidth): readonly Place[] {
  const width = (place.width - gutter * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ x: place.x + index * (width + gutter), width }));
}

/** The place of the rules, tints and frames around texts. */
export function bandOf({ x, width }: Place): Place {
  return { x: x - outset, width: width + 2 * outset };
}

export interface TextOptions {
  readonly place?: Place;
  /** A paragraph unless told; `undefined`: decoration. */
  readonly tag?: Tag | undefined;
  readonly gap?: number;
  /** Another text of the same tag follows: a space parts them. */
  readonly goesOn?: boolean;
}

/** A text on as many lines as its place asks for; no text takes no height. */
export function textStrip(text: string, style: Style, options: TextOptions = {}): Strip {
  const { place = fullWidth, gap = 0, goesOn = false } = options;
  const tag: Tag | undefined = "tag" in options ? options.tag : { role: "P" };
  const lines = linesOf(text, place.width, style).map((line, index, all) => (goesOn && index === all.length - 1 ? `${line} ` : line));
  const texts = lines.map((line, index) => textMark(line, style, place, index * style.leading, tag));
  return { gap, height: lines.length * style.leading, texts, boxes: [] };
}

/** A text that the end of a page may split, two lines at least on either side. */
export function flowingText(
  text: string,
  style: Style,
  { place = fullWidth, tag = { role: "P" }, gap = 0 }: TextOptions = {},
): readonly Strip[] {
  return linesOf(text, place.width, style).map((line, index, { length }) => ({
    gap: index === 0 ? gap : 0,
    keepWithNext: index < length - 1 && (index === 0 || index === length - 2),
    height: style.leading,
    texts: [textMark(line, style, place, 0, tag)],
    boxes: [],
  }));
}

/** The end of these goes with what follows. */
export function keptWithNext(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, keepWithNext: true } : strip));
}

export function keptWhole(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((strip, index) => (index === strips.length - 1 ? strip : { ...strip, keepWithNext: true }));
}

export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.gap + strip.height, 0);
}

/** Above each part of a document. */
export const sectionGap = 20;

/** The title of a part, never left alone at the foot of a page. */
export function headingStrip(text: string, gap = sectionGap): Strip {
  return { ...padded(textStrip(text, styles.heading, { tag: { role: "H2" }, gap }), 0, 4), keepWithNext: true };
}

/** One line at a place; `top` is the top of the line. */
export function textMark(text: string, style: Style, place: Place, top: number, tag: Tag | undefined): TextMark {
  const shown = printable(text);
  const x = place.align === "right" ? place.x + place.width - widthOf(shown.trimEnd(), style) : place.x;
  return { text: shown, x, y: top + baselineOf(style), style, ...(tag && { tag }) };
}

/** Strips one under the other, kept as a whole. */
export function stacked(strips: readonly Strip[], gap = 0): Strip {
  let height = 0;
  const texts: TextMark[] = [];
  const boxes: Box[] = [];
  for (const [index, strip] of strips.entries()) {
    const top = height + (index === 0 ? 0 : strip.gap);
    const moved = lowered(strip, top);
    texts.push(...moved.texts);
    boxes.push(...moved.boxes);
    height = top + strip.height;
  }
  return { gap, height, texts, boxes };
}

/** Strips side by side, aligned at the top, kept as a whole. */
export function beside(strips: readonly Strip[], gap = 0): Strip {
  return {
    gap,
    height: Math.max(0, ...strips.map((strip) => strip.height)),
    texts: strips.flatMap((strip) => strip.texts),
    boxes: strips.flatMap((strip) => strip.boxes),
  };
}

export function padded(strip: Strip, above: number, below: number): Strip {
  return { ...strip, ...lowered(strip, above), height: strip.height + above + below };
}

/** A tinted ground behind a whole strip. */
export function tinted(strip: Strip, place: Place = fullWidth): Strip {
  return { ...strip, boxes: [{ ...bandOf(place), y: 0, height: strip.height, colour: colours.tint, isGround: true }, ...strip.boxes] };
}

export function lowered(marks: Marks, by: number): Marks {
  return { texts: marks.texts.map((text) => ({ ...text, y: text.y + by })), boxes: marks.boxes.map((box) => ({ ...box, y: box.y + by })) };
}

/** Four thin rules around a place. */
export function frame(x: number, y: number, width: number, height: number, colour = colours.rule, weight = 0.6): readonly Box[] {
  return [
    { x, y, width, height: weight, colour },
    { x, y: y + height - weight, width, height: weight, colour },
    { x, y, width: weight, height, colour },
    { x: x + width - weight, y, width: weight, height, colour },
  ];
}
