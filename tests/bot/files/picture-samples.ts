import { deflateSync } from "node:zlib";
import { chunk, signature } from "../../../packages/bot/src/pictures/png.js";

/** Pictures that can be drawn, as small as their format allows, and what may be hidden in them. */

export { chunk };

export interface PngShape {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly type?: number;
  readonly interlaced?: boolean;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function pngHeader({ width = 8, height = 8, depth = 8, type = 2, interlaced = false }: PngShape = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, interlaced ? 1 : 0], 8);
  return header;
}

/** As many bytes as the pixels take: a filter, then a row; of an interlaced picture, pixel by pixel to its pass. */
export function pngRows({ width = 8, height = 8, depth = 8, type = 2, interlaced = false }: PngShape = {}, fill = 0): Buffer {
  const pass = (x: number, y: number) => {
    if (!interlaced) return 0;
    return Number(["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"][y % 8]?.[x % 8] ?? 0);
  };
  const rows = new Map<string, number>();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const key = `${pass(x, y)} ${String(y).padStart(6, "0")}`;
      rows.set(key, (rows.get(key) ?? 0) + 1);
    }
  const sizes = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => Math.ceil((count * depth * (channels[type] ?? 1)) / 8));
  return Buffer.concat(sizes.map((size) => Buffer.from([0, ...Array.from<number>({ length: size }).fill(fill)])));
}

export interface PngParts {
  readonly shape?: PngShape;
  /** Between the header and the pixels. */
  readonly before?: readonly Buffer[];
  readonly packed?: Buffer;
  /** Between the pixels and the end. */
  readonly behind?: readonly Buffer[];
  readonly after?: string | Buffer;
}

export function aDrawnPng({
  shape = {},
  before = [],
  packed = deflateSync(pngRows(shape, 90)),
  behind = [],
  after = "",
}: PngParts = {}): Buffer {
  const palette = shape.type === 3 ? [chunk("PLTE", Buffer.alloc(6, 40))] : [];
  const parts = [chunk("IHDR", pngHeader(shape)), ...palette, ...before, chunk("IDAT", packed), ...behind, chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts, Buffer.from(after as string, "latin1")]);
}

export function segment(marker: number, data: string | Buffer): Buffer {
  const content = Buffer.from(data as string, "latin1");
  return Buffer.concat([Buffer.from([0xff, marker, (content.byteLength + 2) >> 8, (content.byteLength + 2) & 0xff]), content]);
}

export interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  readonly frame?: number;
  readonly before?: readonly Buffer[];
  /** Between the tables and the scan. */
  readonly between?: readonly Buffer[];
  readonly scans?: number;
  readonly packed?: Buffer;
  readonly end?: string;
  readonly after?: string | Buffer;
}

/** A grey picture of one component: a bright first block, then as bright as the one before, two bits each. */
export function aDrawnJpeg({
  width = 16,
  height = 16,
  frame = 0xc0,
  before = [segment(0xe0, "JFIF\0\x01\x02\0\0\x48\0\x48\0\0")],
  between = [],
  scans = 1,
  packed = packedBlocks(Math.ceil(width / 8) * Math.ceil(height / 8)),
  end = "\xff\xd9",
  after = "",
}: JpegParts = {}): Buffer {
  const scan = Buffer.concat([segment(0xda, "\x01\x01\0\0\x3f\0"), packed]);
  return Buffer.concat([
    Buffer.from("\xff\xd8", "latin1"),
    ...before,
    segment(0xdb, `\0${"\x10".repeat(64)}`),
    segment(frame, jpegFrame(width, height)),
    segment(0xc4, `\0\x01\x01${"\0".repeat(14)}\0\x06`),
    segment(0xc4, `\x10\x01${"\0".repeat(15)}\0`),
    ...between,
    ...Array.from({ length: scans }, () => scan),
    Buffer.from(end, "latin1"),
    Buffer.from(after as string, "latin1"),
  ]);
}

export function jpegFrame(width: number, height: number): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return frame;
}

function packedBlocks(blocks: number): Buffer {
  const bits = `101111110${"00".repeat(blocks - 1)}`;
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, "1");
  return Buffer.from((padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What a telephone writes: how it was held, its make, and where it was. */
export function anExif(orientation: number, secret: string): string {
  const place = Buffer.from(secret, "latin1");
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  tiff.write("II*\0\x08\0\0\0\x03\0", 0, "latin1");
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(0, 0x010f, 2, place.byteLength, tiff.byteLength);
  entry(1, 0x0112, 3, 1, orientation);
  entry(2, 0x8825, 4, 1, tiff.byteLength);
  return `Exif\0\0${Buffer.concat([tiff, place]).toString("latin1")}`;
}
