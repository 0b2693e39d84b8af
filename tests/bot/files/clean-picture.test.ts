import { deflateRawSync, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPicture } from "../../../packages/bot/src/files/picture/clean.js";
import { checkFile } from "../../../packages/bot/src/files/received.js";
import { zipOf } from "../../../packages/bot/src/files/zip.js";
import { pixelsOf, pngOf } from "../../../packages/bot/src/pictures/render.js";
import { aDrawnJpeg, aDrawnPng, anExif, chunk, jpegFrame, type PngShape, pngRows, segment } from "./picture-samples.js";
import { aPdf } from "./samples.js";

const secret = "CANARI 1 85 05 78 006 084 91";
const text = (words: string) => Buffer.from(words, "latin1");

async function clean(bytes: Uint8Array) {
  const checked = checkFile({ name: "capture.png", bytes }, ["picture"]);
  return checked.ok ? cleanPicture(checked.value) : checked;
}
async function cleaned(bytes: Uint8Array) {
  const result = await clean(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
async function faultOf(bytes: Uint8Array): Promise<string> {
  const result = await clean(bytes);
  return result.ok ? "none" : result.problems.map(({ code, params }) => ("fault" in params ? String(params.fault) : code)).join();
}
/** What a renderer of its own makes of a picture. */
async function drawn(bytes: Uint8Array, type: "png" | "jpeg") {
  const data = Buffer.from(bytes).toString("base64");
  const image = `<image width="16" height="16" href="data:image/${type};base64,${data}"/>`;
  return Buffer.from((await pixelsOf(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${image}</svg>`)).pixels);
}

/** Every place of a PNG where something may stand that is not drawn. */
const hidden = [
  ...["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "gAMA", "cHRM", "sRGB", "pHYs", "sPLT", "hIST", "caBX", "iDOT", "vpAg", "teSt"].map(
    (kind) => chunk(kind, text(secret)),
  ),
];
const hiddenInJpeg = [
  segment(0xe0, `JFIF\0\x01\x02\0\0\x48\0\x48\x05\x01${secret}`),
  segment(0xe0, `JFXX\0\x10${secret}`),
  segment(0xe1, anExif(6, secret)),
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`),
  segment(0xe2, `ICC_PROFILE\0\x01\x01${secret}`),
  segment(0xe2, `MPF\0${secret}`),
  ...[0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef].map((marker) => segment(marker, `Photoshop 3.0\0${secret}`)),
  segment(0xee, `Adobe\0\x64\0\0\0\0\x01${secret}`),
  segment(0xfe, `<html><script>alert("${secret}")</script>`),
];

describe("a cleaned PNG", () => {
  it("drawn by the desk has nothing to lose", async () => {
    const picture = await pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="30" height="20"/></svg>');
    expect(await cleaned(picture)).toEqual({ bytes: Buffer.from(picture), mediaType: "image/png", width: 90, height: 60, removed: [] });
  });

  it("holds what draws it and nothing else, wherever it was hidden", async () => {
    const { bytes, removed } = await cleaned(aDrawnPng({ before: hidden, behind: hidden }));
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("CANARI");
    expect(removed).toEqual(["camera", "text", "colours", "other"]);
    expect(Buffer.compare(bytes, aDrawnPng())).toBe(0);
    expect(await drawn(bytes, "png")).toEqual(await drawn(aDrawnPng(), "png"));
  });

  it("is taken in every depth and colour, in one pass or in seven, of one pixel or of many", async () => {
    const depths: readonly (readonly [type: number, depths: readonly number[]])[] = [
      [0, [1, 2, 4, 8, 16]],
      [2, [8, 16]],
      [3, [1, 2, 4, 8]],
      [4, [8, 16]],
      [6, [8, 16]],
    ];
    for (const [type, all] of depths)
      for (const depth of all)
        for (const interlaced of [false, true])
          for (const [width, height] of [
            [1, 1],
            [3, 5],
            [8, 8],
            [33, 17],
          ] as const) {
            const shape: PngShape = { type, depth, interlaced, width, height };
            expect(await faultOf(aDrawnPng({ shape })), JSON.stringify(shape)).toBe("none");
            const short = deflateSync(pngRows(shape).subarray(1));
            expect(await faultOf(aDrawnPng({ shape, packed: short })), JSON.stringify(shape)).toBe("damaged");
          }
  });

  it("keeps the transparency and the palette that draw it", async () => {
    const picture = aDrawnPng({ shape: { type: 3, depth: 1 }, before: [chunk("tRNS", Buffer.from([0, 255]))] });
    expect(Buffer.compare((await cleaned(picture)).bytes, picture)).toBe(0);
  });

  const rows = pngRows();
  it.each([
    ["damaged", "cut before its end", aDrawnPng().subarray(0, -12)],
    ["damaged", "cut, with an end in its pixels", Buffer.concat([aDrawnPng().subarray(0, 50), text("IEND")])],
    ["damaged", "with a wrong sum", Buffer.concat([aDrawnPng().subarray(0, -1), Buffer.from([0])])],
    ["damaged", "with too few pixels", aDrawnPng({ packed: deflateSync(rows.subarray(25)) })],
    ["damaged", "whose pixels are cut", aDrawnPng({ packed: deflateSync(rows).subarray(0, -4) })],
    ["damaged", "whose pixels are no zlib", aDrawnPng({ packed: deflateRawSync(rows) })],
    ["damaged", "without pixels", aDrawnPng({ packed: Buffer.alloc(0) })],
    ["damaged", "with a filter that does not exist", aDrawnPng({ packed: deflateSync(Buffer.alloc(rows.byteLength, 5)) })],
    ["damaged", "in a depth that does not exist", aDrawnPng({ shape: { depth: 3 } })],
    ["damaged", "in colours that do not exist", aDrawnPng({ shape: { type: 5 } })],
    ["damaged", "without its palette", aDrawnPng({ shape: { type: 3 } }).subarray(0, 33)],
    ["damaged", "with two headers", aDrawnPng({ before: [chunk("IHDR", Buffer.alloc(13))] })],
    ["damaged", "with a palette that is none", aDrawnPng({ before: [chunk("PLTE", Buffer.alloc(7))] })],
    ["damaged", "with a palette after the pixels", aDrawnPng({ behind: [chunk("PLTE", Buffer.alloc(6))] })],
    ["damaged", "with a transparency of the wrong size", aDrawnPng({ before: [chunk("tRNS", Buffer.alloc(5))] })],
    ["damaged", "whose pixels are in two pieces", aDrawnPng({ behind: [chunk("tEXt", text("a")), chunk("IDAT", Buffer.alloc(0))] })],
    ["damaged", "with a part that must be understood", aDrawnPng({ before: [chunk("CgBI", Buffer.alloc(4))] })],
    ["animated", "that moves", aDrawnPng({ before: [chunk("acTL", Buffer.alloc(8))] })],
    ["holds-more", "that unpacks to more than it announces", aDrawnPng({ packed: deflateSync(Buffer.alloc(64 * 1024 * 1024)) })],
    ["holds-more", "that unpacks to one byte more", aDrawnPng({ packed: deflateSync(Buffer.alloc(rows.byteLength + 1)) })],
    ["holds-more", "with something after its pixels", aDrawnPng({ packed: Buffer.concat([deflateSync(rows), text(secret)]) })],
    ["holds-more", "with something in its end", aDrawnPng({ behind: [chunk("IEND", text(secret))] })],
    ["holds-more", "with one byte after it", aDrawnPng({ after: "\0" })],
    ["holds-more", "that is a ZIP too", aDrawnPng({ after: Buffer.from(zipOf([{ name: "a.exe", bytes: text("MZ") }])) })],
    ["holds-more", "that is a PDF too, further on", aDrawnPng({ after: Buffer.concat([Buffer.alloc(2000), aPdf()]) })],
    ["holds-more", "that is a PDF too, from the start", aDrawnPng({ before: [chunk("tEXt", Buffer.from(aPdf()))] })],
    [
      "holds-more",
      "whose pixels are a page",
      aDrawnPng({ packed: deflateSync(Buffer.concat([text("\0<script>alert()</script>"), rows.subarray(25)]), { level: 0 }) }),
    ],
    ["holds-more", "followed by a second one", Buffer.concat([aDrawnPng(), aDrawnPng()])],
    [
      "too-large",
      "of 800 MB once unpacked",
      aDrawnPng({ shape: { width: 20_000, height: 5_000, type: 6, depth: 16 }, packed: deflateSync(rows) }),
    ],
    ["too-large", "of a gigapixel", aDrawnPng({ shape: { width: 40_000, height: 30_000 }, packed: deflateSync(rows) })],
  ])("is refused as %s: one %s", async (fault, _what, bytes) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe("a cleaned JPEG", () => {
  it("holds what draws it and nothing else, wherever it was hidden, and is turned as it was", async () => {
    const { bytes, removed, width, height } = await cleaned(aDrawnJpeg({ before: hiddenInJpeg, between: hiddenInJpeg }));
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/CANARI|script|http/);
    expect([removed, width, height]).toEqual([["place", "camera", "text", "colours", "pictures", "other"], 16, 16]);
    expect(await drawn(bytes, "jpeg")).toEqual(await drawn(aDrawnJpeg({ before: [segment(0xe1, anExif(6, ""))] }), "jpeg"));
    expect(new Set(await drawn(bytes, "jpeg")).size).toBeGreaterThan(1);
  });

  it("keeps how it is turned, and nothing else of what the telephone wrote", async () => {
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const { bytes } = await cleaned(aDrawnJpeg({ before: [segment(0xe1, anExif(orientation, secret))] }));
      const ours = Buffer.from(bytes).indexOf("Exif\0\0", 0, "latin1");
      expect([bytes[ours - 1], bytes[ours + 25]]).toEqual([34, orientation]);
    }
    for (const orientation of [0, 1, 9]) {
      const { bytes } = await cleaned(aDrawnJpeg({ before: [segment(0xe1, anExif(orientation, secret))] }));
      expect(Buffer.from(bytes).includes("Exif")).toBe(false);
    }
    for (const broken of ["Exif\0\0", "Exif\0\0II*\0\xff\xff\xff\xff", "Exif\0\0MM\0*\0\0\0\x08\xff\xff", "Exif\0\0IIII"])
      expect(await faultOf(aDrawnJpeg({ before: [segment(0xe1, broken)] })), broken).toBe("none");
  });

  it("loses what telephones put after it: other pictures they list, blanks, notes of the maker", async () => {
    const listed = { before: [segment(0xe2, "MPF\0II*\0")] };
    for (const parts of [{ ...listed, after: aDrawnJpeg() }, { after: "\0\0\0" }, { after: `${secret}SEFT` }]) {
      const { bytes, removed } = await cleaned(aDrawnJpeg(parts));
      expect(removed).toHaveLength(1);
      expect(Buffer.from(bytes).includes("CANARI")).toBe(false);
      expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it.each([
    ["damaged", "cut before its end", aDrawnJpeg({ end: "" })],
    ["damaged", "without a scan", aDrawnJpeg({ scans: 0 })],
    ["damaged", "with a thousand scans", aDrawnJpeg({ scans: 1000 })],
    ["damaged", "with two frames", aDrawnJpeg({ between: [segment(0xc0, jpegFrame(16, 16))] })],
    ["damaged", "without a loss", aDrawnJpeg({ frame: 0xc3 })],
    ["damaged", "with a scan of another frame", aDrawnJpeg({ between: [segment(0xda, "\x01\x07\0\0\x3f\0")] })],
    ["damaged", "with something in a table", aDrawnJpeg({ between: [segment(0xdb, `\0${"\x10".repeat(64)}${secret}`)] })],
    ["damaged", "with a part that does not exist", aDrawnJpeg({ between: [segment(0xf0, secret)] })],
    ["damaged", "with noise between its parts", aDrawnJpeg({ between: [text("noise")] })],
    ["damaged", "packed into too little", aDrawnJpeg({ width: 8_000, height: 8_000, packed: Buffer.alloc(30_000) })],
    ["too-large", "of four gigapixels", aDrawnJpeg({ width: 65_535, height: 65_535, packed: Buffer.alloc(1) })],
    [
      "holds-more",
      "with more tables than it can use",
      aDrawnJpeg({ between: Array.from({ length: 80 }, () => segment(0xdb, `\0${"\x10".repeat(64)}`)) }),
    ],
    ["holds-more", "that is a page too", aDrawnJpeg({ after: "<html><script>alert()</script>" })],
    ["holds-more", "that is a page too, as notes of the maker", aDrawnJpeg({ after: "<script>alert()</script>SEFT" })],
    ["holds-more", "that is a ZIP too", aDrawnJpeg({ after: Buffer.from(zipOf([{ name: "a.jar", bytes: text("MZ") }])) })],
    ["holds-more", "that is an archive among its pixels", aDrawnJpeg({ packed: Buffer.concat([Buffer.alloc(40), text("Rar!\x1a\x07")]) })],
    ["holds-more", "followed by a picture that it does not list", aDrawnJpeg({ after: aDrawnJpeg() })],
  ])("is refused as %s: one %s", async (fault, _what, bytes) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe("whatever is sent", () => {
  const starts = [aDrawnPng({ before: hidden.slice(0, 4) }), aDrawnJpeg({ before: hiddenInJpeg.slice(0, 4) }), aDrawnPng(), aDrawnJpeg()];

  it("is refused or comes out clean, and stays as it is when it is cleaned again", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.uint8Array({ maxLength: 6 })), { maxLength: 3 }),
        async (start, changes) => {
          const bytes = changes.reduce((all, [place, cut, noise]) => {
            const at = place % (all.byteLength + 1);
            return Buffer.concat([all.subarray(0, at), noise, all.subarray(at + cut)]);
          }, start);
          const result = await clean(bytes);
          if (!result.ok) return void expect(result.problems).toHaveLength(1);
          expect(Buffer.from(result.value.bytes).toString("latin1")).not.toContain("CANARI");
          const again = await cleaned(result.value.bytes);
          expect([Buffer.compare(again.bytes, result.value.bytes), again.removed]).toEqual([0, []]);
        },
      ),
      { numRuns: 600 },
    );
  });
});
