import type { Dimensions } from "../pictures.js";

/** The frame of a picture: its size, and the parts of which each of its blocks is made. */
export interface Frame extends Dimensions {
  readonly isProgressive: boolean;
  readonly components: readonly { readonly id: number; readonly across: number; readonly down: number }[];
}

/** A frame that common readers draw: baseline, extended or progressive, eight bits, one, three or four components (B.2.2). */
export function frameOf(marker: number, data: Buffer): Frame | undefined {
  if (marker !== 0xc0 && marker !== 0xc1 && marker !== 0xc2) return undefined;
  const count = data[5] ?? 0;
  if (data[0] !== 8 || ![1, 3, 4].includes(count) || data.byteLength !== 6 + 3 * count) return undefined;
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0] = data.subarray(6 + 3 * index);
    return { id, across: sampling >> 4, down: sampling & 15 };
  });
  const isSound = components.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4);
  const areTold = new Set(components.map(({ id }) => id)).size === count;
  const [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
  return isSound && areTold && width > 0 && height > 0 ? { width, height, isProgressive: marker === 0xc2, components } : undefined;
}

/** Tables that are exactly what they say, with no room for anything else: quantization, Huffman, restart interval (B.2.4). */
export function isTables(marker: number, data: Buffer): boolean {
  if (marker === 0xdb) return isRead(data, (at) => (((data[at] ?? 0xff) & 15) < 4 ? quantizations[(data[at] ?? 0xff) >> 4] : undefined));
  if (marker === 0xc4) return isRead(data, (at) => huffmanSize(data, at));
  return marker === 0xdd && data.byteLength === 2;
}

/** The header of a scan of that frame (B.2.3). */
export function isScanOf(frame: Frame | undefined, data: Buffer): boolean {
  const count = data[0] ?? 0;
  if (frame === undefined || count < 1 || count > 4 || data.byteLength !== 4 + 2 * count) return false;
  const ids = Array.from({ length: count }, (_, index) => data[1 + 2 * index]);
  return new Set(ids).size === count && ids.every((id) => frame.components.some((one) => one.id === id));
}

/** As little as a whole picture may be packed into: a bit for each of its blocks, of each component unless it is progressive. */
export function leastScanBits({ width, height, isProgressive, components }: Frame): number {
  const [across, down] =
    components.length === 1 ? [1, 1] : [most(components.map((one) => one.across)), most(components.map((one) => one.down))];
  const blocks = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return blocks * (isProgressive ? 1 : 2 * components.length);
}

function most(values: readonly number[]): number {
  return Math.max(...values);
}

/** Bytes of a table of quantization, of eight bits a value or of sixteen. */
const quantizations = [65, 129];

/** Bytes of a table of codes: its name, how many codes there are of each length, and what each stands for. */
function huffmanSize(data: Buffer, at: number): number | undefined {
  const name = data[at] ?? 0xff;
  const codes = data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
  return name >> 4 <= 1 && (name & 15) < 4 && codes <= 256 ? 17 + codes : undefined;
}

/** One table after another, up to the end and not beyond. */
function isRead(data: Buffer, sizeAt: (at: number) => number | undefined): boolean {
  let at = 0;
  while (at < data.byteLength) {
    const size = sizeAt(at);
    if (size === undefined) return false;
    at += size;
  }
  return at === data.byteLength && at > 0;
}
