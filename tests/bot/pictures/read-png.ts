import { inflateSync } from "node:zlib";
import { pngDimensions } from "../../../packages/bot/src/files/pictures.js";

/** The pixels of a picture that the desk packed: red, green, blue and opaque, row after row. */
export function readPng(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly pixels: Uint8Array } {
  const png = Buffer.from(bytes);
  const { width, height } = pngDimensions(png) ?? { width: 0, height: 0 };
  const at = png.indexOf("IDAT", 0, "latin1");
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const row = width * 3 + 1;
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width * 3; x++) {
      const place = (y * width + Math.floor(x / 3)) * 4 + (x % 3);
      const above = lines[y * row] === 2 ? (pixels[place - width * 4] ?? 0) : 0;
      pixels[place] = (lines[y * row + 1 + x] ?? 0) + above;
    }
  return { width, height, pixels };
}
