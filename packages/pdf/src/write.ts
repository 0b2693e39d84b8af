import PDFDocument from "pdfkit";
import { attachFacturX, type FacturX, facturXMetadata } from "./facturx/attach.js";
import { type PdfFace, readFace } from "./fonts/face.js";
import { regular } from "./fonts/regular.js";
import { semibold } from "./fonts/semibold.js";
import type { Face, Page, Tag, TextMark } from "./layout/marks.js";
import { penOn } from "./pen.js";
import { escapeXml, metadataOf, pdfUa } from "./xmp.js";

export interface FileFacts {
  readonly title: string;
  readonly author: string;
  readonly createdAt: string;
  /** Sixteen bytes that name the file. */
  readonly id: Uint8Array;
  readonly facturX: FacturX | undefined;
}

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf["struct"]>;

/** Puts the marks on paper: PDF/A-3a with both faces embedded, every text either tagged or an artefact. */
export function writePdf(pages: readonly Page[], facts: FileFacts): Uint8Array {
  const pdf = openPdf(facts);
  const chunks = collect(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const elementOf = elementsUnder(pdf, root);
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    drawPage(pdf, page, elementOf);
  }
  root.end();
  const { facturX } = facts;
  if (facturX !== undefined) attachFacturX(pdf, facturX, facts.createdAt);
  pdf.appendXML(metadataOf([pdfUa, ...(facturX === undefined ? [] : [facturXMetadata(facturX)])]));
  pdf.end();
  return new Uint8Array(Buffer.concat(chunks));
}

function drawPage(pdf: Pdf, page: Page, elementOf: (tag: Tag) => Element): void {
  const pen = penOn(pdf);
  asArtefact(pdf, "Layout", () => {
    for (const box of page.boxes) if (box.isGround) pen.fill(box);
    for (const text of page.texts) if (text.angle !== undefined) pen.write(text);
    for (const box of page.boxes) if (!box.isGround) pen.fill(box);
  });
  for (const [tag, texts] of runsOf(page.texts.filter((text) => text.angle === undefined))) {
    const draw = (): void => {
      for (const text of texts) pen.write(text);
    };
    if (tag === undefined) asArtefact(pdf, "Pagination", draw);
    else elementOf(tag).add(draw);
  }
}

function asArtefact(pdf: Pdf, type: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}

/** Texts that follow one another with the same tag. */
function runsOf(texts: readonly TextMark[]): readonly (readonly [Tag | undefined, readonly TextMark[]])[] {
  const runs: [Tag | undefined, TextMark[]][] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] === text.tag) last[1].push(text);
    else runs.push([text.tag, [text]]);
  }
  return runs;
}

/** Opens the element of a tag the first time it is met, under its parent's. */
function elementsUnder(pdf: Pdf, root: Element): (tag: Tag) => Element {
  const elements = new Map<Tag, Element>();
  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known !== undefined) return known;
    const element = pdf.struct(tag.role);
    const attributes = attributesOf(tag);
    if (attributes !== undefined) setAttributes(element, attributes);
    (tag.parent === undefined ? root : elementOf(tag.parent)).add(element);
    elements.set(tag, element);
    return element;
  };
  return elementOf;
}

/** A list with labels says how they look; pdfkit writes the scope of a cell but no column span, and both belong to one object. */
function attributesOf({ role, scope, colSpan = 1 }: Tag): Readonly<Record<string, unknown>> | undefined {
  if (role === "L") return { O: "List", ListNumbering: "Disc" };
  if (scope === undefined && colSpan === 1) return undefined;
  return { O: "Table", ...(scope && { Scope: scope }), ...(colSpan > 1 && { ColSpan: colSpan }) };
}

function setAttributes(element: Element, attributes: Readonly<Record<string, unknown>>): void {
  (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = attributes;
}

function openPdf({ title, author, createdAt, id }: FileFacts): Pdf {
  const info = { Title: title, Author: author, Creator: "Kairos", Producer: "Kairos", CreationDate: new Date(createdAt) };
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    // No standard font is opened: all that is drawn is embedded.
    font: null as unknown as string,
    subset: "PDF/A-3a",
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    info,
  });
  // pdfkit takes what lays text out for a font already opened; its types name files only.
  for (const [name, face] of Object.entries(faces())) pdf.registerFont(name, face as unknown as Buffer);
  const inner = pdf as unknown as { info: Record<string, unknown>; _addInfo: () => void; _id: Uint8Array };
  inner._id = id;
  const addInfo = inner._addInfo.bind(pdf);
  // pdfkit copies these values into the XMP packet as they are: « A & B » would make it ill-formed.
  inner._addInfo = () => {
    const raw = inner.info;
    inner.info = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, typeof value === "string" ? escapeXml(value) : value]));
    addInfo();
    inner.info = raw;
  };
  return pdf;
}

let opened: Readonly<Record<Face, PdfFace>> | undefined;

/** Read once, for all documents. */
function faces(): Readonly<Record<Face, PdfFace>> {
  opened ??= { regular: readFace(Buffer.from(regular, "base64")), semibold: readFace(Buffer.from(semibold, "base64")) };
  return opened;
}

/** What pdfkit has written and will write: all of it is there when it ends, so that no stream has to be waited for. */
function collect(pdf: Pdf): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [pdf.read()];
  pdf.push = (chunk: Uint8Array | null) => {
    if (chunk !== null) chunks.push(chunk);
    return true;
  };
  return chunks;
}
