import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typefaces } from "@kairos/pdf";

/** What an invoice says, without a word on where it stands: each library lays it out its own way. */
export interface PlainInvoice {
  readonly seller: readonly string[];
  readonly title: readonly [string, string];
  readonly buyer: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly sums: readonly (readonly [string, string])[];
  readonly mentions: readonly string[];
  readonly foot: readonly string[];
}

export type Peer = (invoice: PlainInvoice) => Promise<Uint8Array>;

/** Loaded by name: two of them come without types. */
const load = async (name: string) => import(name);

const widths = [270, 60, 75, 75];
const margin = 54;
const sizes = { title: 21, body: 9, small: 7.5 };

/** Each draws the page with our two faces, plain: neither tags, nor PDF/A, nor XML. Their fonts are read once, where they let one do so. */
export async function peers(folder: string): Promise<Readonly<Record<"pdfmake" | "pdf-lib" | "@react-pdf/renderer", Peer>>> {
  const faces = await typefaces();
  const files = { regular: join(folder, "regular.ttf"), semibold: join(folder, "semibold.ttf") };
  for (const [face, file] of Object.entries(files)) writeFileSync(file, faces[face as keyof typeof faces]);
  return {
    pdfmake: await withPdfmake(files),
    "pdf-lib": await withPdfLib(faces),
    "@react-pdf/renderer": await withReactPdf(files),
  };
}

async function withPdfmake(files: Readonly<Record<"regular" | "semibold", string>>): Promise<Peer> {
  const { default: pdfmake } = await load("pdfmake");
  for (const [face, file] of Object.entries(files)) pdfmake.virtualfs.writeFileSync(face, readFileSync(file));
  pdfmake.setFonts({ Kairos: { normal: "regular", bold: "semibold" } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const lines = (texts: readonly string[], fontSize = sizes.body) => texts.map((text) => ({ text, fontSize }));
  return async (invoice) =>
    pdfmake
      .createPdf({
        pageSize: "A4",
        pageMargins: margin,
        defaultStyle: { font: "Kairos", fontSize: sizes.body },
        content: [
          ...lines(invoice.seller),
          {
            columns: [
              [
                { text: invoice.title[0], bold: true },
                { text: invoice.title[1], fontSize: sizes.title, bold: true },
              ],
              lines(invoice.buyer),
            ],
          },
          ...invoice.facts.map(([label, value]) => ({ text: [{ text: `${label} `, fontSize: sizes.small }, value] })),
          {
            layout: "lightHorizontalLines",
            table: {
              headerRows: 1,
              // It writes in them.
              widths: [...widths],
              body: [
                invoice.columns.map((text, column) => ({ text, bold: true, alignment: column === 0 ? "left" : "right" })),
                ...invoice.rows.map((row) => row.map((text, column) => ({ text, alignment: column === 0 ? "left" : "right" }))),
              ],
            },
          },
          ...invoice.sums.map(([label, value]) => ({
            columns: [
              { text: label, bold: true },
              { text: value, bold: true, alignment: "right" },
            ],
          })),
          ...lines(invoice.mentions, sizes.small),
          ...lines(invoice.foot, sizes.small),
        ],
      })
      .getBuffer();
}

async function withPdfLib(faces: Readonly<Record<"regular" | "semibold", Uint8Array>>): Promise<Peer> {
  const { PDFDocument, rgb } = await load("pdf-lib");
  const { default: fontkit } = await load("@pdf-lib/fontkit");
  return async (invoice) => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    const regular = await document.embedFont(faces.regular, { subset: true });
    const bold = await document.embedFont(faces.semibold, { subset: true });
    const page = document.addPage([595.28, 841.89]);
    let y = 841.89 - margin;
    const put = (text: string, x: number, { size = sizes.body, font = regular, width = 0 } = {}) =>
      page.drawText(text, { x: width === 0 ? x : x + width - font.widthOfTextAtSize(text, size), y, size, font });
    const down = (texts: readonly string[], size = sizes.body) => {
      for (const text of texts)
        for (const line of wrapped(text, regular, size, 487)) {
          put(line, margin, { size });
          y -= size * 1.4;
        }
    };
    const row = (cells: readonly string[], font = regular) => {
      let x = margin;
      for (const [column, cell] of cells.entries()) {
        const width = widths[column] ?? 60;
        put(cell, x, { font, width: column === 0 ? 0 : width });
        x += width;
      }
      page.drawLine({ start: { x: margin, y: y - 4 }, end: { x: 541, y: y - 4 }, thickness: 0.5, color: rgb(0.8, 0.8, 0.8) });
      y -= 17;
    };
    down(invoice.seller);
    put(invoice.title[0], margin, { font: bold });
    down(invoice.buyer);
    put(invoice.title[1], margin, { size: sizes.title, font: bold });
    y -= 26;
    for (const [label, value] of invoice.facts) {
      put(label, margin, { size: sizes.small });
      put(value, margin + 150);
      y -= 13;
    }
    row(invoice.columns, bold);
    for (const cells of invoice.rows) row(cells);
    for (const [label, value] of invoice.sums) {
      put(label, margin, { font: bold });
      put(value, margin, { font: bold, width: 487 });
      y -= 13;
    }
    down(invoice.mentions, sizes.small);
    down(invoice.foot, sizes.small);
    return document.save();
  };
}

/** pdf-lib breaks no line of itself. */
function wrapped(
  text: string,
  font: { widthOfTextAtSize(text: string, size: number): number },
  size: number,
  width: number,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

async function withReactPdf(files: Readonly<Record<"regular" | "semibold", string>>): Promise<Peer> {
  const { createElement } = (await load("react")).default;
  const { Document, Font, Page, renderToBuffer, Text, View } = await load("@react-pdf/renderer");
  Font.register({ family: "Kairos", fonts: [{ src: files.regular }, { src: files.semibold, fontWeight: 600 }] });
  Font.registerHyphenationCallback((word: string) => [word]);
  const bold = { fontWeight: 600 };
  const text = (content: string, style: object, key: number) => createElement(Text, { style, key }, content);
  const lines = (texts: readonly string[], fontSize = sizes.body) => texts.map((content, key) => text(content, { fontSize }, key));
  const row = (cells: readonly string[], style: object, key: number) =>
    createElement(
      View,
      { key, style: { flexDirection: "row", borderBottom: "0.5pt solid #cccccc", paddingVertical: 3 } },
      cells.map((cell, column) => text(cell, { ...style, width: widths[column], textAlign: column === 0 ? "left" : "right" }, column)),
    );
  return (invoice) =>
    renderToBuffer(
      createElement(
        Document,
        null,
        createElement(
          Page,
          { size: "A4", style: { padding: margin, fontFamily: "Kairos", fontSize: sizes.body } },
          lines(invoice.seller),
          createElement(
            View,
            { style: { flexDirection: "row", justifyContent: "space-between" } },
            createElement(View, null, text(invoice.title[0], bold, 0), text(invoice.title[1], { ...bold, fontSize: sizes.title }, 1)),
            createElement(View, null, lines(invoice.buyer)),
          ),
          invoice.facts.map(([label, value], key) =>
            createElement(
              View,
              { key, style: { flexDirection: "row" } },
              text(`${label} `, { fontSize: sizes.small }, 0),
              text(value, {}, 1),
            ),
          ),
          row(invoice.columns, bold, -1),
          invoice.rows.map((cells, key) => row(cells, {}, key)),
          invoice.sums.map(([label, value], key) =>
            createElement(
              View,
              { key, style: { flexDirection: "row", justifyContent: "space-between" } },
              text(label, bold, 0),
              text(value, bold, 1),
            ),
          ),
          lines(invoice.mentions, sizes.small),
          lines(invoice.foot, sizes.small),
        ),
      ),
    );
}
