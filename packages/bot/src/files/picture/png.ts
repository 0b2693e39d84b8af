import { crc32, createInflate } from "node:zlib";
import { chunk, signature } from "../../pictures/png.js";
import { isReasonable } from "../pictures.js";
import { type Cleaning, inOrder, type RemovedKind } from "./removed.js";

/**
 * A PNG of the five chunks that draw it (W3C PNG, third edition, 5 and 11): header, palette, transparency, pixels, end. Its pixels
 * are unpacked and counted, never kept: a few bytes may announce gigabytes.
 */
export async function cleanPng(file: Buffer): Promise<Cleaning> {
  const chunks = chunksOf(file);
  if (typeof chunks === "string") return chunks;
  const removed = new Set<RemovedKind>();
  const kept = new Map<string, Buffer[]>(drawing.map((kind) => [kind, []]));
  for (const { kind, data } of chunks) {
    if (moving.test(kind)) return "animated";
    const same = kept.get(kind);
    if (same !== undefined) same.push(data);
    // An upper-case letter first: nobody may draw the picture without understanding this one.
    else if (/^[A-Z]/.test(kind)) return "damaged";
    else removed.add(toldBy[kind] ?? "other");
  }
  const [header, palette, transparency, pixels, ends] = drawing.map((kind) => kept.get(kind) ?? []);
  if (header?.length !== 1 || ends?.length !== 1 || !isInOrder(chunks.map(({ kind }) => kind))) return "damaged";
  const shape = shapeOf(header[0] ?? Buffer.alloc(0), palette?.[0], transparency?.[0]);
  if (shape === undefined) return "damaged";
  if (!isReasonable(shape) || unpackedSize(shape) > mostUnpacked) return "too-large";
  const packed = Buffer.concat(pixels ?? []);
  const fault = await pixelFault(packed, shape);
  if (fault !== undefined) return fault;
  const written = chunks.filter(({ kind }) => kind === "PLTE" || kind === "tRNS").map(({ kind, data }) => chunk(kind, data));
  return {
    bytes: Buffer.concat([
      signature,
      chunk("IHDR", header[0] ?? Buffer.alloc(0)),
      ...written,
      chunk("IDAT", packed),
      chunk("IEND", nothing),
    ]),
    width: shape.width,
    height: shape.height,
    removed: inOrder(removed),
  };
}

/** Of pixels, unpacked: the screens of two desks side by side take half of it. */
const mostUnpacked = 256 * 1024 * 1024;
const nothing = Buffer.alloc(0);
const drawing = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
const moving = /^(?:acTL|fcTL|fdAT)$/;
const toldBy: Readonly<Record<string, RemovedKind>> = {
  tEXt: "text",
  zTXt: "text",
  iTXt: "text",
  eXIf: "camera",
  tIME: "camera",
  iCCP: "colours",
  sRGB: "colours",
  gAMA: "colours",
  cHRM: "colours",
  cICP: "colours",
  sBIT: "colours",
};

interface Chunk {
  readonly kind: string;
  readonly data: Buffer;
}

/** Every chunk up to the end, each with its right sum; nothing may follow. */
function chunksOf(file: Buffer): readonly Chunk[] | "damaged" | "holds-more" {
  const chunks: Chunk[] = [];
  for (let at = signature.byteLength; at + 12 <= file.byteLength; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const next = at + 12 + length;
    if (!/^[A-Za-z]{4}$/.test(kind) || next > file.byteLength) return "damaged";
    if (crc32(file.subarray(at + 4, next - 4)) !== file.readUInt32BE(next - 4)) return "damaged";
    chunks.push({ kind, data: file.subarray(at + 8, next - 4) });
    if (kind === "IEND") return length > 0 || next < file.byteLength ? "holds-more" : chunks;
    at = next;
  }
  return "damaged";
}

/** The header first; palette and transparency once at most, before the pixels, which are in one piece. */
function isInOrder(kinds: readonly string[]): boolean {
  const ranks = kinds.map((kind) => drawing.indexOf(kind)).filter((rank) => rank !== -1);
  const pixels = kinds.slice(kinds.indexOf("IDAT"), kinds.lastIndexOf("IDAT") + 1);
  const isSorted = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1) || (rank === 3 && ranks[index - 1] === 3));
  return kinds[0] === "IHDR" && pixels.length > 0 && isSorted && pixels.every((kind) => kind === "IDAT");
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly interlaced: boolean;
}

/** Bits of a pixel, by colour type, times the depth, which must be one of these. */
const colourTypes: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

function shapeOf(header: Buffer, palette: Buffer | undefined, transparency: Buffer | undefined): Shape | undefined {
  if (header.byteLength !== 13) return undefined;
  const [depth = 0, type = -1, compression, filter, interlace = 2] = header.subarray(8);
  const colours = colourTypes[type];
  if (colours?.depths.includes(depth) !== true || compression !== 0 || filter !== 0 || interlace > 1) return undefined;
  if (!isPaletteOf(type, depth, palette) || !isTransparencyOf(type, palette, transparency)) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return width === 0 || height === 0 ? undefined : { width, height, bits: colours.channels * depth, interlaced: interlace === 1 };
}

function isPaletteOf(type: number, depth: number, palette: Buffer | undefined): boolean {
  if (palette === undefined) return type !== 3;
  const colours = palette.byteLength / 3;
  return type !== 0 && type !== 4 && Number.isInteger(colours) && colours > 0 && colours <= (type === 3 ? 2 ** depth : 256);
}

function isTransparencyOf(type: number, palette: Buffer | undefined, transparency: Buffer | undefined): boolean {
  if (transparency === undefined) return true;
  const { byteLength } = transparency;
  if (type === 3) return byteLength > 0 && byteLength <= (palette?.byteLength ?? 0) / 3;
  return (type === 0 && byteLength === 2) || (type === 2 && byteLength === 6);
}

/** Of each pass over an interlaced picture: where it begins, and how far its pixels are apart (8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Rows of the picture as they are packed, and the bytes of one, with that of its filter. */
function rowsOf({ width, height, bits, interlaced }: Shape): readonly { readonly rows: number; readonly stride: number }[] {
  const reach = (size: number, from: number, step: number) => Math.max(0, Math.ceil((size - from) / step));
  const parts = interlaced
    ? passes.map(([x, y, across, down]) => [reach(width, x, across), reach(height, y, down)] as const)
    : [[width, height] as const];
  return parts
    .filter(([across, rows]) => across > 0 && rows > 0)
    .map(([across, rows]) => ({ rows, stride: 1 + Math.ceil((across * bits) / 8) }));
}

function unpackedSize(shape: Shape): number {
  return rowsOf(shape).reduce((sum, { rows, stride }) => sum + rows * stride, 0);
}

/** Unpacks a piece at a time: every row begins with a filter that exists, there are as many as announced, and nothing after. */
async function pixelFault(packed: Buffer, shape: Shape): Promise<"damaged" | "holds-more" | undefined> {
  const size = unpackedSize(shape);
  const isFilter = filtersOf(shape);
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  let seen = 0;
  try {
    for await (const part of inflate as AsyncIterable<Buffer>) {
      if (seen + part.byteLength > size) return "holds-more";
      if (!isFilter(part, seen)) return "damaged";
      seen += part.byteLength;
    }
  } catch {
    return "damaged";
  } finally {
    inflate.destroy();
  }
  if (seen < size) return "damaged";
  return inflate.bytesWritten < packed.byteLength ? "holds-more" : undefined;
}

/** Looks at the first byte of each row that begins in a piece. */
function filtersOf(shape: Shape): (part: Buffer, from: number) => boolean {
  const parts = [...rowsOf(shape)];
  let [next, left] = [0, parts[0]?.rows ?? 0];
  return (part, from) => {
    while (next < from + part.byteLength) {
      if ((part[next - from] ?? 0) > 4) return false;
      next += parts[0]?.stride ?? Number.POSITIVE_INFINITY;
      left -= 1;
      if (left === 0) {
        parts.shift();
        left = parts[0]?.rows ?? 0;
        if (parts.length === 0) next = Number.POSITIVE_INFINITY;
      }
    }
    return true;
  };
}
