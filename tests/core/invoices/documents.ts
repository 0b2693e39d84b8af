import { type Invoice, type InvoiceDocument, prepareInvoiceDocument } from "@kairos/core";
import { aCustomer, anInvoice, anInvoiceLine, anInvoiceSituation, anIssuedInvoice, aProvider } from "../../examples/index.js";

export const bank = { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" };

export function documentOf(invoice: Invoice, changes: Partial<Parameters<typeof prepareInvoiceDocument>[0]> = {}): InvoiceDocument {
  const { agreement, order, trainees, today } = anInvoiceSituation();
  const provider = aProvider({ bank });
  return prepareInvoiceDocument({ invoice, provider, customer: aCustomer(), agreement, order, trainees, today, ...changes });
}

const taxed = anInvoiceLine({
  label: "Examen",
  unit: "flat",
  quantity: 1,
  unitPriceCents: 12_000,
  amountCents: 12_000,
  vatRegime: "taxed",
  vatRate: 2_000,
  halfDays: [],
});
const original = { number: "FAC-2026-0001", issuedOn: "2026-12-01" };

/** Documents of each kind, as the desk makes them. */
export const documents: Readonly<Record<string, InvoiceDocument>> = {
  afc: documentOf(anIssuedInvoice()),
  draft: documentOf(anInvoice()),
  mixed: documentOf(
    anIssuedInvoice({
      lines: [anInvoiceLine({ quantity: 80, amountCents: 2_267 }), taxed],
      penalty: { amountCents: 1_001, reason: "Retard de transmission" },
    }),
  ),
  "credit note": documentOf(
    anIssuedInvoice({ kind: "credit-note", credits: { ...original, reference: "PF-2026-0009", reason: "Abandon le 11/12" } }),
  ),
  deposit: documentOf(
    anIssuedInvoice({
      kind: "deposit",
      lines: [
        anInvoiceLine({ label: "Acompte de 30 %", unit: "flat", quantity: 1, unitPriceCents: 35_700, amountCents: 35_700, halfDays: [] }),
      ],
    }),
  ),
  balance: documentOf(anIssuedInvoice({ kind: "balance", deposits: [{ ...original, amountCents: 35_700 }] })),
  "balance of two deposits": documentOf(
    anIssuedInvoice({
      kind: "balance",
      deposits: [
        { ...original, amountCents: 10_000 },
        { number: "FAC-2026-0002", issuedOn: "2026-12-02", amountCents: 5_000 },
      ],
    }),
  ),
  paid: documentOf(anIssuedInvoice({ alreadyPaid: { on: "2026-12-19" } })),
  "small business": documentOf(anIssuedInvoice({ lines: [anInvoiceLine({ vatRegime: "small-business" })] })),
  service: documentOf(anIssuedInvoice({ serviceCode: "DR-IDF-042" })),
  "to a company": documentOf(anIssuedInvoice({ lines: [taxed] }), { customer: aCustomer({ isPublic: false, serviceCode: "COMPTA" }) }),
};
