import { isReasonable } from "../pictures.js";
import { exifName, exifOf, readExif } from "./exif.js";
import { type Frame, frameOf, isScanOf, isTables, leastScanBits } from "./jpeg-tables.js";
import { type Cleaning, inOrder, type RemovedKind } from "./removed.js";
import { holdsStranger } from "./strangers.js";

/**
 * A JPEG of the segments that draw it (ITU-T T.81, annex B): tables, frame, scans, and what its colours need. How a camera asks it to
 * be turned is said anew, alone.
 */
export function cleanJpeg(file: Buffer): Cleaning {
  const parts = partsOf(file);
  if (typeof parts === "string") return parts;
  const removed = new Set<RemovedKind>();
  const head: { jfif?: Buffer; exif?: Buffer; adobe?: Buffer } = {};
  const drawn: Buffer[] = [];
  const frames: Frame[] = [];
  let [scans, packed, tables, hasOthers] = [0, 0, 0, false];
  for (const { marker, data, scan } of parts.segments) {
    if (marker === markers.comment || (marker >= markers.app0 && marker <= markers.app0 + 15)) {
      const told = setAside(marker, data, head);
      for (const kind of told) removed.add(kind);
      if (isIndexOfPictures(marker, data)) hasOthers = true;
      continue;
    }
    const frame = frameOf(marker, data);
    if (frame !== undefined) frames.push(frame);
    else if (scan !== undefined ? !isScanOf(frames[0], data) : !isTables(marker, data)) return "damaged";
    tables = scan === undefined ? tables + data.byteLength : 0;
    if (tables > mostTables) return "holds-more";
    if (scan !== undefined) [scans, packed] = [scans + 1, packed + scan.byteLength];
    drawn.push(segment(marker, data), scan ?? nothing);
  }
  const [frame, another] = frames;
  if (frame === undefined || another !== undefined || scans === 0 || scans > mostScans) return "damaged";
  if (!isReasonable(frame)) return "too-large";
  if (packed * 8 < leastScanBits(frame)) return "damaged";
  if (parts.after.byteLength > 0) {
    if (!isPhonesOwn(parts.after, hasOthers)) return "holds-more";
    removed.add(hasOthers ? "pictures" : "other");
  }
  const named = [head.jfif, head.exif, head.adobe].filter((part) => part !== undefined);
  const { width, height } = frame;
  return { bytes: Buffer.concat([startOfImage, ...named, ...drawn, endOfImage]), width, height, removed: inOrder(removed) };
}

/** A progressive picture has some ten; thousands would keep whoever opens it busy. */
const mostScans = 100;
/** Bytes of all the tables that one scan may draw from, each said once. */
const mostTables = 4096;
const nothing = Buffer.alloc(0);
const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);
const markers = { comment: 0xfe, app0: 0xe0, scan: 0xda, end: 0xd9 };

interface Segment {
  readonly marker: number;
  readonly data: Buffer;
  /** Of a scan: what is packed after its header, restarts included. */
  readonly scan?: Buffer;
}

/** Every segment up to the end of the picture, and what follows it. */
function partsOf(file: Buffer): { readonly segments: readonly Segment[]; readonly after: Buffer } | "damaged" {
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= file.byteLength; ) {
    if (file[at] !== 0xff) return "damaged";
    const marker = file[at + 1] ?? 0;
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) at += 1;
    else if (marker === markers.end) return { segments, after: file.subarray(at + 2) };
    else {
      const length = at + 4 <= file.byteLength ? file.readUInt16BE(at + 2) : 0;
      const next = at + 2 + length;
      if (!hasLength(marker) || length < 2 || next > file.byteLength) return "damaged";
      const data = file.subarray(at + 4, next);
      if (marker !== markers.scan) segments.push({ marker, data });
      else segments.push({ marker, data, scan: file.subarray(next, scanEnd(file, next)) });
      at = marker === markers.scan ? scanEnd(file, next) : next;
    }
  }
  return "damaged";
}

/** Tables, frames, scans, application data and comments: nothing else stands between the ends of a picture. */
function hasLength(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xef) || marker === 0xdb || marker === markers.comment;
}

/** Up to the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const after = file[at + 1];
    if (after !== undefined && after !== 0 && after !== 0xff && !(after >= 0xd0 && after <= 0xd7)) return at;
  }
  return file.byteLength;
}

/** Keeps of the application data what draws, written anew, and says what the rest told. */
function setAside(marker: number, data: Buffer, head: { jfif?: Buffer; exif?: Buffer; adobe?: Buffer }): readonly RemovedKind[] {
  const named = (name: string) => data.toString("latin1", 0, name.length) === name;
  if (marker === 0xe0 && named("JFIF\0") && data.byteLength >= 14) {
    head.jfif ??= segment(0xe0, jfif);
    return data.byteLength > 14 ? ["pictures"] : [];
  }
  if (marker === 0xe1 && named(exifName)) {
    const { orientation, tells } = readExif(data);
    if (head.exif === undefined && orientation > 1) head.exif = segment(0xe1, exifOf(orientation));
    return tells;
  }
  if (marker === 0xee && named("Adobe") && data.byteLength >= 12) {
    head.adobe ??= segment(0xee, Buffer.concat([Buffer.from("Adobe\0\x64\0\0\0\0", "latin1"), data.subarray(11, 12)]));
    return data.byteLength > 12 ? ["other"] : [];
  }
  if (marker === markers.comment || (marker === 0xe1 && named("http:")) || marker === 0xed) return ["text"];
  if (marker === 0xe2 && named("ICC_PROFILE\0")) return ["colours"];
  return isIndexOfPictures(marker, data) || (marker === 0xe0 && named("JFXX\0")) ? ["pictures"] : ["other"];
}

/** Version 1.1, square pixels, no thumbnail (JFIF 1.02). */
const jfif = Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1");

/** The list of the other pictures in the file (CIPA DC-007). */
function isIndexOfPictures(marker: number, data: Buffer): boolean {
  return marker === 0xe2 && data.toString("latin1", 0, 4) === "MPF\0";
}

/** What phones put after the end: other pictures that the first one lists, blanks, notes of the maker. */
function isPhonesOwn(after: Buffer, hasOthers: boolean): boolean {
  const isListed = hasOthers && after.indexOf(startOfImage) === 0;
  const isBlank = after.every((byte) => byte === 0);
  const isMakers = after.toString("latin1", Math.max(0, after.byteLength - 4)) === "SEFT";
  return (isListed || isBlank || isMakers) && !holdsStranger(after);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.byteLength + 2, 2);
  return Buffer.concat([head, data]);
}
