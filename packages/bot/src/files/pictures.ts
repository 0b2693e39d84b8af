/** Pixels of a picture, as its header announces them. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** Could it be opened without filling the memory: a few bytes may announce a picture of gigabytes. */
export function isReasonable({ width, height }: Dimensions): boolean {
  return width <= mostSide && height <= mostSide && width * height <= mostPixels;
}

const mostSide = 20_000;
const mostPixels = 100_000_000;

/** From the first chunk, which must be the header; nothing when the picture has no end. */
export function pngDimensions(bytes: Uint8Array): Dimensions | undefined {
  const file = asBuffer(bytes);
  if (file.byteLength < 33 || file.readUInt32BE(8) !== 13 || file.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return file.includes("IEND", 33, "latin1") ? sized(file.readUInt32BE(16), file.readUInt32BE(20)) : undefined;
}

/** From the first frame header; nothing when the picture's data come before it, or never. */
export function jpegDimensions(bytes: Uint8Array): Dimensions | undefined {
  const file = asBuffer(bytes);
  for (let place = 2, segments = 0; place + 9 <= file.byteLength && segments < mostSegments; segments += 1) {
    if (file[place] !== 0xff) return undefined;
    const marker = file.readUInt8(place + 1);
    if (isFrame(marker)) return sized(file.readUInt16BE(place + 7), file.readUInt16BE(place + 5));
    if (marker === startOfScan || marker === endOfImage) return undefined;
    // A marker may be preceded by any number of fill bytes.
    place += marker === 0xff ? 1 : 2 + file.readUInt16BE(place + 2);
  }
  return undefined;
}

/** A picture without a pixel is none. */
function sized(width: number, height: number): Dimensions | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** A picture has some tens of them before its frame; fill bytes count too. */
const mostSegments = 10_000;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** C0 to CF, but for the tables of Huffman and arithmetic codes and a reserved one. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
