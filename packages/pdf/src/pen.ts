import type PDFDocument from "pdfkit";
import type { Box, Style, TextMark } from "./layout/marks.js";

type Pdf = InstanceType<typeof PDFDocument>;

export interface Pen {
  readonly write: (mark: TextMark) => void;
  readonly fill: (box: Box) => void;
}

/** What pdfkit keeps of a face in a document. */
interface DocumentFont {
  readonly id: string;
  readonly ref: () => unknown;
  /** The glyphs of a text, each in four digits of base 16; from then on they are part of the file. */
  readonly encode: (text: string) => readonly [readonly string[], unknown];
}

/**
 * Writes on the page that is open, in the operators of the format: a mark asks only for what it changes. `pdf.text` would measure, align
 * and save the state of the page each time, for lines whose place is known: half of the time of a page.
 */
export function penOn(pdf: Pdf): Pen {
  let [colour, font, tracking] = ["", "", 0];
  const ink = (wanted: string): string => {
    if (wanted === colour) return "";
    colour = wanted;
    return `${colourOf(wanted)} rg\n`;
  };
  const type = (style: Style, { id }: DocumentFont): string => {
    const wanted = `/${id} ${style.size} Tf`;
    const spacing = style.tracking ?? 0;
    const changes = [...(wanted === font ? [] : [`${wanted}\n`]), ...(spacing === tracking ? [] : [`${figure(spacing)} Tc\n`])];
    [font, tracking] = [wanted, spacing];
    return changes.join("");
  };
  return {
    write: ({ text, x, y, style, angle = 0 }) => {
      const face = fontOf(pdf, style);
      pdf.page.fonts[face.id] ??= face.ref();
      const [glyphs] = face.encode(text);
      const place = `${turned(angle)} ${figure(x)} ${figure(y)} Tm`;
      pdf.addContent(`${ink(style.colour)}BT\n${type(style, face)}${place}\n<${glyphs.join("")}> Tj\nET`);
    },
    fill: ({ x, y, width, height, colour }) => {
      pdf.addContent(`${ink(colour)}${[x, y, width, height].map(figure).join(" ")} re\nf`);
    },
  };
}

function fontOf(pdf: Pdf, { face }: Style): DocumentFont {
  pdf.font(face);
  return (pdf as unknown as { _font: DocumentFont })._font;
}

/** The page counts from its top: letters are turned over to stand upright. */
function turned(angle: number): string {
  if (angle === 0) return "1 0 0 -1";
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [figure(Math.cos(radians)), figure(Math.sin(radians))];
  return `${cos} ${-sin} ${-sin} ${-cos}`;
}

/** To the ten-thousandth of a point, which is finer than any printer. */
function figure(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

const levels = new Map<string, string>();

/** `#0f5470` as three levels from 0 to 1. */
function colourOf(hex: string): string {
  const known = levels.get(hex);
  if (known !== undefined) return known;
  const found = [1, 3, 5].map((at) => figure(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
  levels.set(hex, found);
  return found;
}
