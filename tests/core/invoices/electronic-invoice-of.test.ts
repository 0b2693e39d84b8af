import { checkElectronicInvoice, electronicInvoiceOf, type InvoiceDocument, profileOf, writeCii } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anIssuedInvoice, aProvider } from "../../examples/index.js";
import { bank, documentOf, documents } from "./documents.js";

describe("the electronic invoice of a document", () => {
  it.each(Object.entries(documents))("is right by every rule: %s", (_, document) => {
    expect(checkElectronicInvoice({ invoice: electronicInvoiceOf(document), isForPublicBody: document.customer.isPublic })).toEqual([]);
  });

  it.each([
    ["afc", "S1", "380", "2027-01-20", "en16931"],
    ["credit note", "S1", "381", "2027-01-20", "en16931"],
    ["deposit", "S1", "386", "2027-01-20", "en16931"],
    ["balance", "S4", "380", "2027-01-20", "en16931"],
    ["paid", "S2", "380", "2026-12-19", "en16931"],
    ["service", "S1", "380", "2027-01-20", "extended"],
    ["to a company", "S1", "380", "2027-01-20", "en16931"],
  ] as const)("says what it is by the codes of the reform: %s", (name, process, type, dueOn, profile) => {
    const invoice = electronicInvoiceOf(document(name));
    expect([invoice.process, invoice.type, invoice.dueOn, profileOf(invoice)]).toEqual([process, type, dueOn, profile]);
  });

  it("says the exemption in the words of the law, and spreads a penalty over the rates", () => {
    const { vat, allowances, totals } = electronicInvoiceOf(document("mixed"));
    expect(vat).toEqual([
      {
        category: "E",
        rate: 0,
        taxableCents: 2_108,
        taxCents: 0,
        exemption: { reason: "Exonération de TVA - article 261-4-4° a du CGI", code: "VATEX-FR-CGI261-4" },
      },
      { category: "S", rate: 2_000, taxableCents: 11_158, taxCents: 2_232 },
    ]);
    expect(allowances.map(({ amountCents, rate }) => [amountCents, rate])).toEqual([
      [159, 0],
      [842, 2_000],
    ]);
    expect(totals).toMatchObject({ linesCents: 14_267, allowancesCents: 1_001, grossCents: 15_498, dueCents: 15_498 });
    expect(electronicInvoiceOf(document("small business")).vat[0]?.exemption).toEqual({
      reason: "TVA non applicable, art. 293 B du CGI",
      code: "VATEX-FR-FRANCHISE",
    });
  });

  it("asks for no payment where nothing is to be paid", () => {
    expect(electronicInvoiceOf(document("afc")).payment).toMatchObject({ iban: bank.iban, reference: "FAC-2026-0001" });
    expect(electronicInvoiceOf(document("paid")).payment).toBeUndefined();
    expect(electronicInvoiceOf(document("credit note")).payment).toBeUndefined();
  });

  it("cites one invoice at most: several deposits are told in a note", () => {
    expect(electronicInvoiceOf(document("balance")).preceding).toEqual([{ number: "FAC-2026-0001", issuedOn: "2026-12-01" }]);
    const { preceding, notes } = electronicInvoiceOf(document("balance of two deposits"));
    expect(preceding).toEqual([]);
    expect(notes.map(({ text }) => text)).toContain("Acomptes déduits : FAC-2026-0001 du 01/12/2026, FAC-2026-0002 du 02/12/2026.");
  });

  it("leaves out what no XML can hold, and keeps the rest", () => {
    const provider = aProvider({ bank });
    const strange = documentOf(anIssuedInvoice(), { provider: { ...provider, name: "A\u0000 & \u0008<B> 😀 \ud800\u001b" } });
    const invoice = electronicInvoiceOf(strange);
    expect(invoice.seller.name).toBe("A & <B> 😀");
    expect(writeCii(invoice)).toContain("<ram:Name>A &amp; &lt;B&gt; 😀</ram:Name>");
  });
});

function document(name: string): InvoiceDocument {
  const found = documents[name];
  if (found === undefined) throw new Error(`No document is called ${name}`);
  return found;
}
