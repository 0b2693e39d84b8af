import { palette } from "./palette.js";
import { box, svgOf, textAt, wrapped } from "./svg.js";

/** What is shown to a room: the code, what it is for, and until when. */
export interface CodeShown {
  readonly code: string;
  readonly title: string;
  readonly about: readonly string[];
}

/** The code in large letters, beside the QR that holds it and nothing else: a telephone reads it, and copies it. */
export async function signInCodeSvg({ code, title, about }: CodeShown): Promise<string> {
  const { path, side } = await qrOf(code);
  const scale = square / side;
  const inner = width - square - 3 * margin;
  const x = square + 2 * margin;
  const heading = { size: 22, colour: palette.ink, isBold: true } as const;
  const lines = wrapped(title, inner, heading);
  return svgOf(
    { width, height },
    [],
    [
      box({ x: 0, y: 0, width, height }, palette.ground),
      box({ x: margin, y: margin, width: square, height: square }, white),
      `<path transform="translate(${margin} ${margin}) scale(${scale})" d="${path}" fill="${black}" shape-rendering="crispEdges"/>`,
      ...lines.map((line, rank) => textAt(x, margin + 22 + rank * 28, line, heading)),
      textAt(x, height / 2 + 24, code, { size: 58, colour: palette.ink, isBold: true }),
      ...about.map((line, rank) => textAt(x, height / 2 + 74 + rank * 28, line, { size: 20, colour: palette.soft })),
    ],
  );
}

const width = 960;
const height = 400;
const margin = 28;
const square = height - 2 * margin;
/** The light ground a reader looks for, in squares. */
const quiet = 4;
const black = "#000000";
const white = "#ffffff";

/** The dark squares as one path, in units of a square; the library is loaded with the first code. */
async function qrOf(text: string): Promise<{ readonly path: string; readonly side: number }> {
  const { default: qrcode } = await import("qrcode-generator");
  const qr = qrcode(0, "Q");
  qr.addData(text, "Alphanumeric");
  qr.make();
  const count = qr.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) if (qr.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  return { path, side: count + 2 * quiet };
}
