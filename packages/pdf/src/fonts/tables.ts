/** The tables of a TrueType file, by their tags. */
export function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const at = directoryStart + index * directoryEntry;
    const start = file.readUInt32BE(at + 8);
    tables.set(file.toString("latin1", at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)));
  }
  return tables;
}

const directoryStart = 12;
const directoryEntry = 16;

/** A TrueType file of these tables, in the order of their tags. */
export function fileOf(tables: Readonly<Record<string, Buffer>>): Buffer {
  const tags = Object.keys(tables).sort();
  const entries = tags.map((tag) => ({ tag, table: tables[tag] ?? Buffer.alloc(0) }));
  let end = directoryStart + entries.length * directoryEntry;
  const starts = entries.map(({ table }) => {
    const start = end;
    end += padded(table.length);
    return start;
  });
  const file = Buffer.alloc(end);
  writeHead(file, entries.length);
  for (const [index, { tag, table }] of entries.entries()) {
    const start = starts[index] ?? 0;
    const at = directoryStart + index * directoryEntry;
    table.copy(file, start);
    file.write(tag, at, "latin1");
    file.writeUInt32BE(checksum(file.subarray(start, start + padded(table.length))), at + 4);
    file.writeUInt32BE(start, at + 8);
    file.writeUInt32BE(table.length, at + 12);
  }
  return file;
}

/** Tables and glyphs begin on a multiple of four bytes. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}

/** The kind of the file, how many tables it has, and three figures for those who look them up by halves. */
function writeHead(file: Buffer, count: number): void {
  const power = Math.floor(Math.log2(count));
  file.writeUInt32BE(0x0001_0000, 0);
  file.writeUInt16BE(count, 4);
  file.writeUInt16BE(2 ** power * directoryEntry, 6);
  file.writeUInt16BE(power, 8);
  file.writeUInt16BE((count - 2 ** power) * directoryEntry, 10);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
