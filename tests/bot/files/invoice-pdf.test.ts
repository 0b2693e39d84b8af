import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invoiceInPdf } from "../../../packages/bot/src/files/invoice-pdf.js";
import { aPdfWith, assembled, text } from "./pdf-samples.js";

const invoice = Buffer.from("<CrossIndustryInvoice>é</CrossIndustryInvoice>");
const faultsOf = (bytes: Uint8Array) => {
  const read = invoiceInPdf(bytes);
  return read.ok ? "read" : read.problems.map(({ code, params }) => ("fault" in params ? params.fault : code)).join();
};
const inBoundedTime = (bytes: Uint8Array): string => {
  const start = process.cpuUsage();
  const fault = faultsOf(bytes);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4_000);
  return fault;
};
const catalog = (names: string) => text(`<</Type/Catalog/Names<</EmbeddedFiles ${names}>>>>`);
const filespec = text("<</Type/Filespec/F(factur-x.xml)/EF<</F 3 0 R>>>>");
const plain = Buffer.concat([text(`<</Length ${invoice.byteLength}>>stream\n`), invoice, text("\nendstream")]);

describe("the invoice in a PDF", () => {
  it.each([
    [
      "a tree of names with branches",
      assembled([catalog("<</Kids[4 0 R]>>"), filespec, plain, text("<</Kids[5 0 R]>>"), text("<</Names[(a) 2 0 R]>>")]),
    ],
    ["a file it is said to go with", assembled([text("<</Type/Catalog/AF[2 0 R]>>"), filespec, plain])],
    [
      "a name in two-byte letters, escaped",
      assembled([
        text("<</Type/Catalog/AF[2 0 R 2 0 R]>>"),
        text("<</UF<FEFF006600610063007400750072002D0078002E0078006D006C>/E#46<</F 3 0 R>>>>"),
        plain,
      ]),
    ],
    [
      "a length that stands elsewhere, wrong at that",
      assembled([
        text("<</Type/Catalog/AF[2 0 R]>>"),
        filespec,
        text(`<</Length 4 0 R>>stream\r\n${invoice.toString("latin1")}\r\nendstream`),
        text("7"),
      ]),
    ],
    [
      "a damaged table",
      text(
        aPdfWith([["factur-x.xml", invoice]])
          .toString("latin1")
          .replace(/startxref\n\d+/, "startxref\n7"),
      ),
    ],
    [
      "no table at all",
      text(
        aPdfWith([["factur-x.xml", invoice]])
          .toString("latin1")
          .replace(/\nxref[\s\S]*/, "\ntrailer<</Root 1 0 R>>\n%%EOF"),
      ),
    ],
    ["a header that comes late", Buffer.concat([text("junk\n"), aPdfWith([["factur-x.xml", invoice]])])],
    ["another PDF inside, not packed", aPdfWithInside()],
    ["packed objects and table", packedPdf()],
  ])("is found by %s", (_, bytes) => {
    const read = invoiceInPdf(bytes);
    expect(read.ok && Buffer.from(read.value).toString().trim()).toBe(invoice.toString());
  });

  it.each([
    ["too-large", "a bomb", aPdfWith([["factur-x.xml", Buffer.alloc(100_000_000)]])],
    ["too-large", "a bomb in a bomb", twice(Buffer.alloc(100_000_000))],
    [
      "malformed",
      "a stream in a filter of pictures",
      assembled([text("<</Type/Catalog/AF[2 0 R]>>"), filespec, text("<</Filter/LZWDecode/Length 1>>stream\nx\nendstream")]),
    ],
    [
      "malformed",
      "a stream that does not inflate",
      assembled([text("<</Type/Catalog/AF[2 0 R]>>"), filespec, text("<</Filter/FlateDecode/Length 1>>stream\nx\nendstream")]),
    ],
    [
      "einvoice.no-attachment",
      "a tree of names that bites its tail",
      assembled([catalog("<</Kids[4 0 R 4 0 R]>>"), filespec, plain, text("<</Kids[4 0 R 1 0 R]>>")]),
    ],
    ["einvoice.no-attachment", "a reference to itself", assembled([text("<</Type/Catalog/AF 2 0 R>>"), text("2 0 R")])],
    ["malformed", "a file without a catalogue", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF")],
    ["malformed", "values nested without end", text(`%PDF-1.7\n1 0 obj\n${"[".repeat(2_000_000)}\n%%EOF`)],
    ["too-slow", "strings that never end", text(`%PDF-1.7\n${"1 0 obj(".repeat(500_000)}\n%%EOF`)],
    ["malformed", "tables that lead to each other", text("%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF")],
    ["too-slow", "a table of a billion objects", assembledTable()],
  ])("is refused as %s: %s", (fault, _, bytes) => {
    expect(inBoundedTime(bytes)).toBe(fault);
  });

  it("never throws, whatever is changed in a file", () => {
    const sound = packedPdf();
    const change = fc.record({ at: fc.nat(sound.byteLength - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(faultsOf(bytes)).toMatch(/^(read|malformed|too-large|too-slow|encrypted|einvoice\.(no|several)-attachments?)$/);
      }),
      { numRuns: 500 },
    );
  });
});

/** Deflated, and deflated again. */
function twice(bytes: Buffer): Buffer {
  const content = deflateSync(deflateSync(bytes));
  const stream = text(`<</Filter[/FlateDecode/Fl]/Length ${content.byteLength}>>stream\n`);
  return assembled([text("<</Type/Catalog/AF[2 0 R]>>"), filespec, Buffer.concat([stream, content, text("\nendstream")])]);
}

/** A PDF, with its own objects of the same numbers, attached as it is and measured elsewhere. */
function aPdfWithInside(): Buffer {
  const inner = aPdfWith([]);
  return assembled([
    text("<</Type/Catalog/AF[2 0 R 4 0 R]>>"),
    filespec,
    plain,
    text("<</F(plan.pdf)/EF<</F 5 0 R>>>>"),
    Buffer.concat([text("<</Length 6 0 R>>stream\n"), inner, text("\nendstream")]),
    text(String(inner.byteLength)),
  ]);
}

/** Objects packed in a stream, and a table of bytes, each row said by what it adds to the one above. */
function packedPdf(): Buffer {
  const first = "<</Type/Catalog/AF[2 0 R]>>";
  const head = `1 0 2 ${first.length + 1} `;
  const content = deflateSync(text(`${head}${first} ${filespec.toString("latin1")}`));
  const packed = Buffer.concat([
    text(`4 0 obj\n<</Type/ObjStm/N 2/First ${head.length}/Filter/FlateDecode/Length ${content.byteLength}>>stream\n`),
    content,
    text("\nendstream\nendobj\n"),
  ]);
  const start = text("%PDF-1.7\n");
  const file = Buffer.concat([text("3 0 obj\n"), plain, text("\nendobj\n")]);
  const at = {
    file: start.byteLength,
    packed: start.byteLength + file.byteLength,
    table: start.byteLength + file.byteLength + packed.byteLength,
  };
  const rows = [
    [0, 0, 0],
    [2, 4, 0],
    [2, 4, 1],
    [1, at.file, 0],
    [1, at.packed, 0],
    [1, at.table, 0],
  ].map(([kind = 0, one = 0, two = 0]) => [kind, one >> 8, one & 0xff, two]);
  const written = rows.flatMap((row, index) => [2, ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 0xff)]);
  const table = deflateSync(Buffer.from(written));
  return Buffer.concat([
    start,
    file,
    packed,
    text(
      `5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length ${table.byteLength}>>stream\n`,
    ),
    table,
    text(`\nendstream\nendobj\nstartxref\n${at.table}\n%%EOF\n`),
  ]);
}

/** Rows of no width: each costs nothing to write. */
function assembledTable(): Buffer {
  return text(
    "%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 6/W[0 0 0]/Index[0 1000000000]/Length 0>>stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n",
  );
}
