import { crc32 } from "node:zlib";
import { firstDay } from "./undated.js";

/**
 * Files packed as a ZIP archive: stored as they are, since PDFs and scans are compressed already, and undated. The same files
 * are the same bytes, on every machine. Names are ASCII (APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16).
 */
export function zipOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const common = commonOf(name, bytes);
    const local = Buffer.concat([signature(3, 4), common, Buffer.from(name, "ascii"), bytes]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([signature(1, 2), version, common, where, Buffer.from(name, "ascii")]));
    entries.push(local);
    at += local.byteLength;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listing.byteLength, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...entries, listing, signature(5, 6), end]);
}

/** What the local header and the directory both say: version, flags, method, day, checksum, sizes, length of the name. */
function commonOf(name: string, bytes: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  version.copy(fields);
  fields.writeUInt32LE(firstDay, 6);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.byteLength, 14);
  fields.writeUInt32LE(bytes.byteLength, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signature(first: number, second: number): Buffer {
  return Buffer.from([0x50, 0x4b, first, second]);
}

/** 1.0: all that storing asks. */
const version = Buffer.from([10, 0]);
