import { renderPdf } from "@kairos/pdf";
import { describe, expect, it } from "vitest";
import { aFacturX } from "./factur-x.js";
import { type ReadPdf, readPdf } from "./reader.js";
import { aQuoteDocument } from "./samples.js";
import { options } from "./shown.js";
import { faultIn } from "./xml.js";

const drawn = async (changes: Partial<Parameters<typeof renderPdf>[1]> = {}, name = "Horizon") => {
  const document = aQuoteDocument();
  return readPdf(
    await renderPdf({ ...document, provider: { ...document.provider, name } }, { ...options, facturX: aFacturX(), ...changes }),
  );
};
const dictionaries = ({ objects }: ReadPdf): readonly string[] => [...objects.values()].map(({ dictionary }) => dictionary);
const only = (pdf: ReadPdf, words: string): string => {
  const found = dictionaries(pdf).filter((dictionary) => dictionary.includes(words));
  expect(found, words).toHaveLength(1);
  return found[0] ?? "";
};

describe("the invoice for machines", () => {
  it("is attached as it is, named under both keys, as another form of the document", async () => {
    const pdf = await drawn();
    const specification = only(pdf, "/Type /Filespec");
    const [, f, uf] = /\/EF <<\n\/F (\d+) 0 R\n\/UF (\d+) 0 R\n>>/.exec(specification) ?? [];
    expect(f).toBeDefined();
    expect(uf).toBe(f);
    for (const fact of ["/F (factur-x.xml)", "/UF (factur-x.xml)", "/AFRelationship /Alternative"]) expect(specification).toContain(fact);
    const file = pdf.objects.get(Number(f));
    expect(file?.stream?.toString("utf8")).toBe(aFacturX().xml);
    for (const fact of ["/Type /EmbeddedFile", "/Subtype /text#2Fxml", "(D:20261123140500Z)", `/Size ${Buffer.byteLength(aFacturX().xml)}`])
      expect(file?.dictionary).toContain(fact);
    expect(file?.dictionary.match(/\(D:20261123140500Z\)/g)).toHaveLength(2);
    expect(only(pdf, "/Type /Catalog")).toMatch(/\/AF \[\d+ 0 R\]/);
    expect(
      dictionaries(pdf).filter((dictionary) => dictionary.includes("/EmbeddedFiles") && dictionary.includes("(factur-x.xml)")),
    ).toHaveLength(1);
  });

  it.each(["EN 16931", "EXTENDED"] as const)(
    "says in the metadata that it follows %s, with the schema of what it says",
    async (profile) => {
      const { metadata } = await drawn({ facturX: { ...aFacturX(), profile } });
      expect(faultIn(metadata)).toBeUndefined();
      for (const [name, value] of Object.entries({
        DocumentType: "INVOICE",
        DocumentFileName: "factur-x.xml",
        Version: "1.0",
        ConformanceLevel: profile,
      }))
        expect(metadata).toContain(`<fx:${name}>${value}</fx:${name}>`);
      expect(metadata).toContain('xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"');
      expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
      expect(metadata.match(/<pdfaExtension:schemas>/g)).toHaveLength(1);
      expect([...metadata.matchAll(/<pdfaSchema:prefix>(\w+)</g)].map(([, prefix]) => prefix)).toEqual(["pdfuaid", "fx"]);
      expect(metadata.match(/<pdfaProperty:name>/g)).toHaveLength(5);
    },
  );

  it.each([
    ["A & B", "A &#38; B"],
    ["École", "École"],
    ['<Nord> "Sud" \u0000\ud83d 🚀', "&#60;Nord&#62; &#34;Sud&#34;  🚀"],
  ])("leaves the metadata whole for a seller called %j", async (name, written) => {
    const { metadata } = await drawn({}, name);
    expect(faultIn(metadata)).toBeUndefined();
    expect(metadata).toContain(`<rdf:li>${written}</rdf:li>`);
  });

  it("is in no file that was not given one", async () => {
    const pdf = await drawn({ facturX: undefined });
    expect(dictionaries(pdf).filter((dictionary) => /EmbeddedFile|Filespec|\/AF /.test(dictionary))).toEqual([]);
    expect(pdf.metadata).not.toContain("factur-x");
  });

  it("gives the same bytes twice, and another identity to another invoice", async () => {
    const render = (lines: number) => renderPdf(aQuoteDocument(), { ...options, facturX: aFacturX(lines) });
    const [first, again, other] = [await render(1), await render(1), await render(2)];
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    expect(readPdf(other).id).not.toBe(readPdf(first).id);
  });
});
