import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typefaceName, typefaces } from "@kairos/pdf";
import { encodePng, type Pixels } from "./png.js";

/** A drawing as a PNG. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  return encodePng(await pixelsOf(svg, zoomOf(svg)));
}

/** The renderer and its fonts are loaded with the first drawing, and no font of the machine is used. */
export async function pixelsOf(svg: string, zoom = 1): Promise<Pixels> {
  const [{ renderAsync }, faces] = await Promise.all([import("@resvg/resvg-js"), typefaces()]);
  const font = { loadSystemFonts: false, fontFiles: fontFilesOf(faces), defaultFontFamily: typefaceName };
  // Drawn beside the bot's own thread: nobody waits for the picture of another.
  return renderAsync(svg, { font, fitTo: { mode: "zoom", value: zoom }, logLevel: "off" });
}

/** Sharp on the screens of telephones as far as it stays light. */
function zoomOf(svg: string): number {
  const [, width = 1, height = 1] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Math.min(mostZoom, Math.max(1, Math.sqrt(mostPixels / (Number(width) * Number(height)))));
}

const mostZoom = 1.5;
const mostPixels = 2_000_000;

/**
 * The renderer reads fonts from files only: they are written in a folder that nobody else can write into, again when the
 * machine has cleaned it away.
 */
function fontFilesOf(faces: Awaited<ReturnType<typeof typefaces>>): string[] {
  if (written.length > 0 && written.every((path) => existsSync(path))) return written;
  const folder = mkdtempSync(join(tmpdir(), "kairos-fonts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  written = Object.entries(faces).map(([face, bytes]) => {
    const path = join(folder, `${face}.ttf`);
    writeFileSync(path, bytes, { mode: 0o600 });
    return path;
  });
  return written;
}

let written: string[] = [];
