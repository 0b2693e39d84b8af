import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";
import type { Raster } from "./raster.js";

/** Pixels as a renderer hands them over: four bytes each, row after row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * An opaque picture as a PNG, packed beside the bot's own thread. Each row is told by what differs from the one above: in
 * tables, next to nothing.
 */
export async function encodePng({ width, height, pixels }: Pixels): Promise<Uint8Array> {
  const lines = Buffer.alloc((width * 3 + 1) * height);
  // Red comes first in the memory of all machines this runs on: the lowest byte.
  const words = new Uint32Array(Uint8Array.from(pixels).buffer);
  let to = 0;
  for (let y = 0, at = 0; y < height; y++) {
    lines[to++] = y === 0 ? filters.none : filters.up;
    for (let x = 0; x < width; x++, at++, to += 3) {
      const word = words[at] ?? 0;
      const above = y === 0 ? 0 : (words[at - width] ?? 0);
      if (word === above) continue;
      lines[to] = (word & 0xff) - (above & 0xff);
      lines[to + 1] = ((word >>> 8) & 0xff) - ((above >>> 8) & 0xff);
      lines[to + 2] = ((word >>> 16) & 0xff) - ((above >>> 16) & 0xff);
    }
  }
  const packed = await pack(lines, { level: 3 });
  return Buffer.concat([signature, headerOf(width, height, kinds.colour), chunk("IDAT", packed), end]);
}

/** A picture of ranks in a palette as a PNG: each row as it is, since alike rows are what zlib finds by itself. */
export async function encodeIndexedPng({ width, height, pixels, colours }: Raster): Promise<Uint8Array> {
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const packed = await pack(lines, { level: 3 });
  return Buffer.concat([signature, headerOf(width, height, kinds.palette), chunk("PLTE", colours), chunk("IDAT", packed), end]);
}

/** Eight bits of red, green and blue, or of a rank. */
const kinds = { colour: 2, palette: 3 };

function headerOf(width: number, height: number, kind: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, kind, 0, 0, 0], 8);
  return chunk("IHDR", header);
}

const pack = promisify<Buffer, { readonly level: number }, Buffer>(deflate);
export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const filters = { none: 0, up: 2 };

export function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

const end = chunk("IEND", Buffer.alloc(0));
