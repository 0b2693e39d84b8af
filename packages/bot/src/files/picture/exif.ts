import type { RemovedKind } from "./removed.js";

/** What the Exif data of a photo say: how it must be turned, from 1 (not at all) to 8, and what else they tell. */
export interface Exif {
  readonly orientation: number;
  readonly tells: readonly RemovedKind[];
}

export const exifName = "Exif\0\0";

/** Reads the first directory (TIFF 6.0, Exif 3.0): whatever is odd in it turns nothing. */
export function readExif(segment: Buffer): Exif {
  const tiff = segment.subarray(exifName.length);
  const reader = readerOf(tiff);
  const directory = reader?.long(4);
  const count = directory === undefined ? undefined : reader?.short(directory);
  if (reader === undefined || directory === undefined || count === undefined) return { orientation: 1, tells: ["camera"] };
  let [orientation, hasPlace] = [1, false];
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    const tag = reader.short(at);
    if (tag === undefined) break;
    if (tag === tags.place) hasPlace = true;
    const value = reader.short(at + 8) ?? 0;
    if (tag === tags.orientation && reader.short(at + 2) === shortType && value >= 1 && value <= 8) orientation = value;
  }
  const isOurs = segment.equals(exifOf(orientation));
  return { orientation, tells: [...(hasPlace ? ["place" as const] : []), ...(isOurs ? [] : ["camera" as const])] };
}

/** Exif data that turn a picture and say nothing else. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(tags.orientation, 10);
  tiff.writeUInt16BE(shortType, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from(exifName, "latin1"), tiff]);
}

const tags = { orientation: 0x0112, place: 0x8825 };
const shortType = 3;

interface Reader {
  readonly short: (at: number) => number | undefined;
  readonly long: (at: number) => number | undefined;
}

function readerOf(tiff: Buffer): Reader | undefined {
  const order = tiff.toString("latin1", 0, 4);
  if (order !== "MM\0*" && order !== "II*\0") return undefined;
  const isBig = order === "MM\0*";
  const within = (at: number, size: number) => at + size <= tiff.byteLength;
  return {
    short: (at) => (within(at, 2) ? (isBig ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at)) : undefined),
    long: (at) => (within(at, 4) ? (isBig ? tiff.readUInt32BE(at) : tiff.readUInt32LE(at)) : undefined),
  };
}
