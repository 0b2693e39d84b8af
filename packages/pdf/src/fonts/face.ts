import { fileOf, padded, tablesOf } from "./tables.js";

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

interface Subset {
  /** The number a glyph takes in the subset. */
  readonly includeGlyph: (id: number) => number;
  readonly encode: () => Buffer;
}

/**
 * One of our faces with what pdfkit asks of a font. It is read once, where pdfkit would decode the file again for each document; nothing
 * in it changes while a document is drawn. Its glyphs are simple outlines, one a character, without kerning, as scripts/fonts makes them.
 */
export interface PdfFace {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly post: { readonly isFixedPitch: boolean };
  readonly getGlyph: (id: number) => Glyph;
  readonly layout: (text: string) => { readonly glyphs: Glyph[]; readonly positions: Position[]; readonly advanceWidth: number };
  readonly createSubset: () => Subset;
}

/** pdfkit multiplies each length by a thousand over the units of an em: said in thousandths, none of them changes. */
const unitsPerEm = 1000;

export function readFace(file: Buffer): PdfFace {
  const tables = tablesOf(file);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table « ${tag} ».`);
    return found;
  };
  const [head, hhea, os2, hmtx] = [table("head"), table("hhea"), table("OS/2"), table("hmtx")];
  const scale = unitsPerEm / head.readUInt16BE(18);
  const glyphs = new Map<number, { readonly glyph: Glyph; readonly position: Position }>();
  const glyphAt = (id: number, ...codePoints: number[]): Glyph => ({ id, advanceWidth: hmtx.readUInt16BE(4 * id) * scale, codePoints });
  for (const [code, id] of characterMap(table("cmap"))) {
    const glyph = glyphAt(id, code);
    const { advanceWidth } = glyph;
    glyphs.set(code, { glyph, position: { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth } });
  }
  return {
    postscriptName: nameOf(table("name")),
    unitsPerEm,
    ascent: hhea.readInt16BE(4) * scale,
    descent: hhea.readInt16BE(6) * scale,
    lineGap: hhea.readInt16BE(8) * scale,
    xHeight: os2.readInt16BE(86) * scale,
    capHeight: os2.readInt16BE(88) * scale,
    italicAngle: 0,
    bbox: {
      minX: head.readInt16BE(36) * scale,
      minY: head.readInt16BE(38) * scale,
      maxX: head.readInt16BE(40) * scale,
      maxY: head.readInt16BE(42) * scale,
    },
    head: { macStyle: { italic: false } },
    post: { isFixedPitch: false },
    getGlyph: (id) => glyphAt(id),
    layout: (text) => {
      const run = { glyphs: [] as Glyph[], positions: [] as Position[], advanceWidth: 0 };
      for (const character of text) {
        const found = glyphs.get(character.codePointAt(0) ?? 0);
        if (found === undefined) throw new Error(`The font has no glyph for « ${character} »: printable() comes first.`);
        run.glyphs.push(found.glyph);
        run.positions.push(found.position);
        run.advanceWidth += found.glyph.advanceWidth;
      }
      return run;
    },
    createSubset: () => subsetOf(table),
  };
}

/** The glyphs a document uses, the missing one first, numbered as they come. */
function subsetOf(table: (tag: string) => Buffer): Subset {
  const ids = [0];
  const numbers = new Map([[0, 0]]);
  return {
    includeGlyph: (id) => {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, ids.length);
      ids.push(id);
      return ids.length - 1;
    },
    encode: () => {
      const [glyf, loca, hmtx] = [table("glyf"), table("loca"), table("hmtx")];
      const starts = glyphStarts(loca, table("head").readInt16BE(50) === 1);
      const outlines = ids.map((id) => glyf.subarray(starts(id), starts(id + 1)));
      const { length } = ids;
      const locations = Buffer.alloc(4 * (length + 1));
      const metrics = Buffer.alloc(4 * length);
      const shapes = Buffer.alloc(outlines.reduce((sum, outline) => sum + padded(outline.length), 0));
      let end = 0;
      for (const [index, outline] of outlines.entries()) {
        const id = ids[index] ?? 0;
        hmtx.copy(metrics, 4 * index, 4 * id, 4 * id + 4);
        outline.copy(shapes, end);
        end += padded(outline.length);
        locations.writeUInt32BE(end, 4 * (index + 1));
      }
      const head = changed(table("head"), (copy) => copy.writeInt16BE(1, 50));
      const hhea = changed(table("hhea"), (copy) => copy.writeUInt16BE(length, 34));
      const maxp = changed(table("maxp"), (copy) => copy.writeUInt16BE(length, 4));
      return fileOf({ head, hhea, maxp, hmtx: metrics, loca: locations, glyf: shapes });
    },
  };
}

function glyphStarts(loca: Buffer, isLong: boolean): (id: number) => number {
  return isLong ? (id) => loca.readUInt32BE(4 * id) : (id) => 2 * loca.readUInt16BE(2 * id);
}

function changed(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

/** Code points and their glyphs, from a map of format 4: ranges that are shifted, or listed one by one. */
function characterMap(cmap: Buffer): readonly (readonly [number, number])[] {
  const map = cmap.subarray(cmap.readUInt32BE(8));
  if (map.readUInt16BE(0) !== 4) throw new Error("The font maps its characters in a way that is not read here.");
  const size = map.readUInt16BE(6);
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < size; at += 2) {
    const last = map.readUInt16BE(14 + at);
    const first = map.readUInt16BE(16 + size + at);
    const shift = map.readUInt16BE(16 + 2 * size + at);
    const offsetAt = 16 + 3 * size + at;
    const offset = map.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : map.readUInt16BE(offsetAt + offset + 2 * (code - first));
      if (listed !== 0) pairs.push([code, (listed + shift) & 0xffff]);
    }
  }
  return pairs;
}

/** The name programs know the face by, in ASCII whatever the encoding. */
function nameOf(names: Buffer): string {
  const texts = names.readUInt16BE(4);
  for (let index = 0; index < names.readUInt16BE(2); index++) {
    const at = 6 + 12 * index;
    if (names.readUInt16BE(at + 6) !== postscriptName) continue;
    const start = texts + names.readUInt16BE(at + 10);
    return names.toString("latin1", start, start + names.readUInt16BE(at + 8)).replaceAll("\0", "");
  }
  throw new Error("The font has no name.");
}

const postscriptName = 6;
