/** Can these bytes be opened as something that is no picture: an archive, a PDF, a page, a script. */
export function holdsStranger(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return signatures.some((signature) => file.includes(signature, 0, "latin1")) || holdsZip(file) || page.test(file.toString("latin1"));
}

/** Long enough that noise does not hold them. */
const signatures = ["%PDF-", "Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c"];
const page = /<(?:script|iframe|!doctype|html[\s>]|svg[\s>]|\?php)/i;

/** The end of a directory of one disk, which lies before it (APPNOTE 4.3.16): readers look for it from the end. */
function holdsZip(file: Buffer): boolean {
  for (let at = file.indexOf(zipEnd); at !== -1 && at + 22 <= file.byteLength; at = file.indexOf(zipEnd, at + 1)) {
    const isOneDisk = file.readUInt32LE(at + 4) === 0;
    if (isOneDisk && file.readUInt32LE(at + 12) <= at && file.readUInt16LE(at + 8) === file.readUInt16LE(at + 10)) return true;
  }
  return false;
}

const zipEnd = Buffer.from("PK\x05\x06", "latin1");
