import type PDFDocument from "pdfkit";
import type { MetadataSchema } from "../xmp.js";

/** The same invoice, for machines: a Cross Industry Invoice that says which profile it follows. */
export interface FacturX {
  readonly xml: string;
  readonly profile: "EN 16931" | "EXTENDED";
}

/** The only name under which Factur-X 1.0 looks for an invoice. */
const fileName = "factur-x.xml";

type Pdf = InstanceType<typeof PDFDocument>;

/** Puts the XML in the file, as another form of what the pages show. The instant is written as its date. */
export function attachFacturX(pdf: Pdf, { xml }: FacturX, createdAt: string): void {
  const date = new Date(createdAt);
  namedTwice(pdf, () => {
    pdf.file(Buffer.from(xml, "utf8"), {
      name: fileName,
      // French validators refuse application/xml.
      type: "text/xml",
      relationship: "Alternative",
      description: "Factur-X",
      creationDate: date,
      modifiedDate: date,
    } as Parameters<Pdf["file"]>[1]);
  });
}

/** What the metadata of the file says of it. */
export function facturXMetadata({ profile }: FacturX): MetadataSchema {
  const property = (name: string, value: string, description: string) =>
    ({ name, value, type: "Text", category: "external", description }) as const;
  return {
    name: "Factur-X PDFA Extension Schema",
    namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
    prefix: "fx",
    properties: [
      property("DocumentType", "INVOICE", "INVOICE"),
      property("DocumentFileName", fileName, "name of the embedded XML invoice file"),
      property("Version", "1.0", "The actual version of the Factur-X XML schema"),
      property("ConformanceLevel", profile, "The conformance level of the embedded Factur-X data"),
    ],
  };
}

interface Refs {
  ref: (data: { Type?: string; EF?: Record<string, unknown> }) => unknown;
}

/** Factur-X wants the embedded file under /UF as well as /F; pdfkit writes /F only, and at once: what it is about to write is completed. */
function namedTwice(pdf: Pdf, attach: () => void): void {
  const refs = pdf as unknown as Refs;
  const { ref } = refs;
  refs.ref = (data) => {
    if (data?.Type === "Filespec" && data.EF !== undefined) data.EF.UF = data.EF.F;
    return ref.call(pdf, data);
  };
  attach();
  refs.ref = ref;
}
