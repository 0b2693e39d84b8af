/** Files made by hand: as small as their format allows, sound unless a change says otherwise. */

export function aPdf(content = "1 0 obj <<>> endobj"): Uint8Array {
  return Buffer.from(`%PDF-1.7\n${content}\ntrailer <<>>\nstartxref\n0\n%%EOF\n`, "latin1");
}

export function aPng({ width = 800, height = 600, rest = "" } = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("tEXt", rest), chunk("IEND", "")]);
}

export function aJpeg({ width = 800, height = 600, frame = 0xc0, before = "" } = {}): Uint8Array {
  const dimensions = Buffer.alloc(5);
  dimensions.writeUInt8(8, 0);
  dimensions.writeUInt16BE(height, 1);
  dimensions.writeUInt16BE(width, 3);
  const start = Buffer.from([0xff, 0xd8]);
  const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
  return Buffer.concat([start, segment(0xe0, `JFIF\0${before}`), segment(0xc4, "table"), segment(frame, dimensions), scan]);
}

function chunk(name: string, data: string | Buffer): Buffer {
  const content = Buffer.from(data as string, "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.byteLength);
  return Buffer.concat([size, Buffer.from(name, "latin1"), content, Buffer.alloc(4)]);
}

function segment(marker: number, data: string | Buffer): Buffer {
  const content = Buffer.from(data as string, "latin1");
  return Buffer.concat([Buffer.from([0xff, marker, (content.byteLength + 2) >> 8, (content.byteLength + 2) & 0xff]), content]);
}
