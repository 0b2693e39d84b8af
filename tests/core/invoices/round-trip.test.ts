import { checkElectronicInvoice, writeCii } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInvoiceXml } from "../../../packages/bot/src/files/invoice-xml.js";
import { electronicInvoices } from "../../examples/electronic-invoice.js";
import { anyElectronicInvoice } from "./generators.js";

describe("an electronic invoice", () => {
  it.each(Object.entries(electronicInvoices))("is right, and read back as it was written: %s", async (_, invoice) => {
    expect(checkElectronicInvoice({ invoice, isForPublicBody: invoice.buyer.siret !== undefined })).toEqual([]);
    const read = await readInvoiceXml(Buffer.from(writeCii(invoice)));
    expect(read).toMatchObject({ ok: true, value: { problems: [] } });
    expect(read.ok && read.value.terms).toEqual(invoice);
  });

  it("is refused, or read back as it was written, whatever is in it; its file is well formed in any case", async () => {
    const fates = { refused: 0, written: 0 };
    await fc.assert(
      fc.asyncProperty(anyElectronicInvoice, fc.boolean(), async (invoice, isForPublicBody) => {
        const problems = checkElectronicInvoice({ invoice, isForPublicBody });
        const text = writeCii(invoice);
        expect(writeCii(structuredClone(invoice))).toBe(text);
        const read = await readInvoiceXml(Buffer.from(text));
        expect(read.ok).toBe(true);
        fates[problems.length > 0 ? "refused" : "written"] += 1;
        if (!read.ok || problems.length > 0) return;
        expect(read.value.problems).toEqual([]);
        expect(read.value.terms).toEqual(invoice);
      }),
      { numRuns: 1000 },
    );
    // Neither half of the property is empty.
    expect(Math.min(fates.refused, fates.written)).toBeGreaterThan(150);
  });
});
