import { printable, typefaceName, widthOf } from "@kairos/pdf";

/** How a text is written; sizes are pixels. */
export interface Pen {
  readonly size: number;
  readonly colour: string;
  readonly isBold?: true;
  readonly anchor?: "start" | "middle" | "end";
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A whole picture: its size, what its parts point at, and its parts in order. */
export function svgOf({ width, height }: Pick<Frame, "width" | "height">, defs: readonly string[], parts: readonly string[]): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${typefaceName}"><defs>${defs.join("")}</defs>${parts.join("")}</svg>`;
}

/** One line of text on its baseline. Only letters the faces have, and no mark-up from outside. */
export function textAt(x: number, y: number, text: string, pen: Pen): string {
  const { size, colour, isBold, anchor = "start" } = pen;
  const style = `${isBold ? ' font-weight="600"' : ""}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}"${style}>${escaped(printable(text))}</text>`;
}

export function box({ x, y, width, height }: Frame, fill: string, more = ""): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more}/>`;
}

/** Width of a line as it will be drawn. */
export function lengthOf(text: string, { size, isBold }: Pick<Pen, "size" | "isBold">): number {
  return widthOf(printable(text), { face: isBold ? "semibold" : "regular", size, leading: size, colour: "" });
}

/** As much of a line as fits, the rest told by an ellipsis. */
export function fitted(text: string, width: number, pen: Pick<Pen, "size" | "isBold">): string {
  if (lengthOf(text, pen) <= width) return text;
  const letters = [...text];
  let [fits, most] = [0, letters.length];
  while (fits < most) {
    const half = Math.ceil((fits + most) / 2);
    if (lengthOf(`${letters.slice(0, half).join("").trimEnd()}…`, pen) <= width) fits = half;
    else most = half - 1;
  }
  return fits === 0 ? "" : `${letters.slice(0, fits).join("").trimEnd()}…`;
}

/** A text in lines that fit, at most so many; a word longer than a line is cut. */
export function wrapped(text: string, width: number, pen: Pick<Pen, "size" | "isBold">, most = 2): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && (lines.length === most || lengthOf(`${last} ${word}`, pen) <= width))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => fitted(line, width, pen));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function round(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
