import { inflateSync } from "node:zlib";

/** A piece of text as the file shows it, found in its bytes. */
export interface ShownText {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Marked as decoration: not read aloud. */
  readonly isArtefact: boolean;
  readonly holdsMissingGlyph: boolean;
}

/** A filled rectangle, from the top left of the page. */
export interface ShownBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadPdf {
  readonly pages: readonly (readonly ShownText[])[];
  readonly boxes: readonly (readonly ShownBox[])[];
  /** Width and height of each page. */
  readonly sizes: readonly (readonly [number, number])[];
  /** How many structure elements of each role. */
  readonly roles: ReadonlyMap<string, number>;
  readonly metadata: string;
  readonly id: string;
  readonly objects: ReadonlyMap<number, PdfObject>;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

interface Font {
  readonly characters: readonly string[];
  readonly widths: readonly number[];
}

/** Reads what a PDF made by this package shows, from its bytes alone: cross-reference table, streams, character maps. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes);
  const raw = file.toString("latin1");
  const objects = readObjects(file, raw);
  const dictionaryOf = (id: number): string => objects.get(id)?.dictionary ?? "";
  const streamOf = (id: number): string => objects.get(id)?.stream?.toString("latin1") ?? "";
  const all = [...objects.values()];
  const kids = refsIn(
    /\/Kids \[([^\]]*)\]/.exec(all.find(({ dictionary }) => dictionary.includes("/Type /Pages"))?.dictionary ?? "")?.[1] ?? "",
  );
  const fontOf = (id: number): Font => readFont(dictionaryOf(id), dictionaryOf, streamOf);
  const sizes = kids.map((kid): readonly [number, number] => {
    const [, width, height] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(dictionaryOf(kid)) ?? [];
    return [Number(width), Number(height)];
  });
  const contents = kids.map((kid) => streamOf(refAfter(dictionaryOf(kid), "Contents")));
  const pages = kids.map((kid, index) => {
    const page = dictionaryOf(kid);
    const resources = dictionaryOf(refAfter(page, "Resources")) || page;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [match[1] ?? "", fontOf(Number(match[2]))]));
    return readContent(contents[index] ?? "", fonts);
  });
  const roles = new Map<string, number>();
  for (const { dictionary } of all) {
    const role = /^<<\n\/S \/(\w+)/.exec(dictionary)?.[1];
    if (role !== undefined) roles.set(role, (roles.get(role) ?? 0) + 1);
  }
  const metadata = all.find(({ dictionary }) => dictionary.includes("/Type /Metadata"))?.stream?.toString("utf8") ?? "";
  return { pages, boxes: contents.map(readBoxes), sizes, roles, metadata, id: /\/ID \[<([0-9a-f]+)>/.exec(raw)?.[1] ?? "", objects };
}

function readObjects(file: Buffer, raw: string): Map<number, PdfObject> {
  const table = raw.slice(raw.lastIndexOf("\nxref\n"));
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
  return new Map(
    offsets.map((offset, index): [number, PdfObject] => {
      const body = raw.slice(offset, raw.indexOf("endobj", offset));
      const at = body.indexOf("\nstream\n");
      const dictionary = body.slice(body.indexOf("obj\n") + 4, at < 0 ? undefined : at);
      if (at < 0) return [index + 1, { dictionary, stream: undefined }];
      const start = offset + at + "\nstream\n".length;
      const data = file.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
      return [index + 1, { dictionary, stream: dictionary.includes("/FlateDecode") ? inflateSync(data) : data }];
    }),
  );
}

function readFont(dictionary: string, dictionaryOf: (id: number) => string, streamOf: (id: number) => string): Font {
  const map = streamOf(refAfter(dictionary, "ToUnicode"));
  const characters = [...map.matchAll(/\[(<[^\]]*)\]/g)].flatMap((match) =>
    [...(match[1] ?? "").matchAll(/<([^>]*)>/g)].map((hex) => fromHex(hex[1] ?? "")),
  );
  const descendant = dictionaryOf(refsIn(/\/DescendantFonts \[([^\]]*)\]/.exec(dictionary)?.[1] ?? "")[0] ?? 0);
  const widths = (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? "").trim().split(/\s+/).map(Number);
  return { characters, widths };
}

function readBoxes(content: string): readonly ShownBox[] {
  return [...content.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}

function readContent(content: string, fonts: ReadonlyMap<string, Font>): readonly ShownText[] {
  const shown: ShownText[] = [];
  const marks: string[] = [];
  let font: Font = { characters: [], widths: [] };
  let [x, y, size, spacing] = [0, 0, 0, 0];
  for (const line of content.split("\n")) {
    const mark = /^\/(\w+) (?:<<|BMC)/.exec(line)?.[1];
    if (mark !== undefined) marks.push(mark);
    else if (line === "EMC") marks.pop();
    const moved = /^(?:\S+ ){4}(\S+) (\S+) Tm$/.exec(line);
    if (moved !== null) [x, y] = [Number(moved[1]), Number(moved[2])];
    const spaced = /^(\S+) Tc$/.exec(line);
    if (spaced !== null) spacing = Number(spaced[1]);
    const chosen = /^\/(F\d+) (\S+) Tf$/.exec(line);
    if (chosen !== null) [font, size] = [fonts.get(chosen[1] ?? "") ?? font, Number(chosen[2])];
    if (!line.endsWith("Tj")) continue;
    const glyphs = [...line.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap((match) => (match[1] ?? "").match(/.{4}/g) ?? [])
      .map((hex) => Number.parseInt(hex, 16));
    shown.push({
      text: glyphs.map((glyph) => font.characters[glyph] ?? "").join(""),
      x,
      y,
      width: (glyphs.reduce((sum, glyph) => sum + (font.widths[glyph] ?? 0), 0) * size) / 1000 + spacing * (glyphs.length - 1),
      size,
      isArtefact: marks.at(-1) === "Artifact",
      holdsMissingGlyph: glyphs.includes(0),
    });
  }
  return shown;
}

function refsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

function refAfter(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0);
}

function fromHex(hex: string): string {
  return String.fromCharCode(...(hex.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
