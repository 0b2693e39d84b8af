/**
 * A ZIP archive whose entries all bear the first day a ZIP can tell: the same content is the same bytes, whenever it was packed.
 * Changed in place (APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16: dates of local headers, of the central directory, and its end).
 */
export function undated(archive: Buffer): Buffer {
  const end = archive.lastIndexOf(endOfDirectory);
  if (end < 0) throw new Error("Not a ZIP archive");
  let at = archive.readUInt32LE(end + 16);
  for (let entry = archive.readUInt16LE(end + 10); entry > 0; entry--) {
    archive.writeUInt32LE(firstDay, at + 12);
    archive.writeUInt32LE(firstDay, archive.readUInt32LE(at + 42) + 10);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return archive;
}

const endOfDirectory = Buffer.from("PK\u0005\u0006", "latin1");
/** The 1st of January 1980 at midnight: the time in the low half, the date in the high one. */
export const firstDay = 0x0021_0000;
