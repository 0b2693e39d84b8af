import {
  checkDuty,
  checkElectronicInvoice,
  type DutySituation,
  type ElectronicInvoice,
  type Element,
  element,
  type Problem,
  type Process,
  raise,
  readCii,
  readingRules,
} from "@kairos/core";
import { anElectronicInvoice, trainingExemption } from "../../../examples/electronic-invoice.js";
import { aCustomer, anInvoice, anInvoiceLine } from "../../../examples/invoice.js";
import { aProvider } from "../../../examples/provider.js";

const sound = anElectronicInvoice();
const { seller, buyer, payment, totals, notes } = sound;
const [line] = sound.lines;
if (line === undefined || payment === undefined) throw new Error("The example has a line and is to be paid");

const judged = (changes: Partial<ElectronicInvoice>, isForPublicBody = true): readonly Problem[] =>
  checkElectronicInvoice({ invoice: anElectronicInvoice(changes), isForPublicBody });
const duty = (changes: Partial<DutySituation>): readonly Problem[] =>
  checkDuty({
    invoice: anInvoice(),
    provider: aProvider({ settings: { invoices: { receivesFrom: "2026-09-01" } } }),
    customer: aCustomer({ isPublic: false }),
    today: "2026-12-21",
    ...changes,
  });
const readAs = (root: Element): readonly Problem[] => {
  const read = readCii(root);
  return read.ok ? read.value.problems : read.problems;
};

const amount = (name: string, text: string) => element(name, text);
/** The least that has every term. */
export const aCiiRoot = (
  changes: { readonly guideline?: string; readonly number?: string; readonly due?: string; readonly day?: string } = {},
) =>
  element("CrossIndustryInvoice", [
    element("ExchangedDocumentContext", [
      element("GuidelineSpecifiedDocumentContextParameter", [element("ID", changes.guideline ?? "urn:cen.eu:en16931:2017")]),
    ]),
    element("ExchangedDocument", [
      element("ID", changes.number ?? "F-1"),
      element("TypeCode", "380"),
      element("IssueDateTime", [element("DateTimeString", changes.day ?? "20261221", { format: "102" })]),
    ]),
    element("SupplyChainTradeTransaction", [
      element("ApplicableHeaderTradeAgreement", [
        element("SellerTradeParty", [element("Name", "Papeterie")]),
        element("BuyerTradeParty", [element("Name", "École")]),
      ]),
      element("ApplicableHeaderTradeSettlement", [
        element("InvoiceCurrencyCode", "EUR"),
        element("SpecifiedTradeSettlementHeaderMonetarySummation", [
          amount("TaxBasisTotalAmount", "10.00"),
          amount("TaxTotalAmount", "2.00"),
          amount("GrandTotalAmount", "12"),
          amount("DuePayableAmount", changes.due ?? "12.0"),
        ]),
      ]),
    ]),
  ]);

/** One broken example of each code, which gives that code and nothing else. */
export const einvoiceExamples = {
  "einvoice.number-format": () => judged({ number: "FA 2026 0001" }),
  "einvoice.process": () => judged({ process: "A1" as Process }),
  "einvoice.deposit-process": () => judged({ process: "S4", type: "386" }),
  "einvoice.code": () => judged({ lines: [{ ...line, unit: "KMT" as "HUR" }] }),
  "einvoice.currency": () => judged({ currency: "CHF" as "EUR" }),
  "einvoice.note-missing": () => judged({ notes: notes.slice(1) }),
  "einvoice.note-repeated": () => judged({ notes: [...notes, { subject: "PMT", text: "40 €" }] }),
  "einvoice.note-treatment": () => judged({ notes: [...notes, { subject: "BAR", text: "B2G" }] }),
  "einvoice.preceding": () => judged({ type: "381" }),
  "einvoice.day": () => judged({ deliveredOn: "2026-02-30" }),
  "einvoice.days-order": () => judged({ dueOn: "2026-12-20" }),
  "einvoice.due-missing": () => {
    const { dueOn: _, terms: __, ...rest } = sound;
    return checkElectronicInvoice({ invoice: rest, isForPublicBody: true });
  },
  "einvoice.siren": () => judged({ buyer: { ...buyer, siren: "13000548", siret: "13000548100010" } }),
  "einvoice.siret": () => judged({ buyer: { ...buyer, siret: "73282932000074" } }),
  "einvoice.siret-missing": () => {
    const { siret: _, ...rest } = buyer;
    return judged({ buyer: rest });
  },
  "einvoice.service-code": () => judged({ buyer: { ...buyer, serviceCode: "SERVICE É/12" } }),
  "einvoice.electronic-address-missing": () => {
    const { electronicAddress: _, ...rest } = buyer;
    return judged({ buyer: rest });
  },
  "einvoice.electronic-address": () => judged({ buyer: { ...buyer, electronicAddress: "compta@example.org" } }),
  "einvoice.electronic-address-other": () =>
    judged({ notes: [...notes, { subject: "BAR", text: "B2B" }], buyer: { ...buyer, electronicAddress: "552100554" } }),
  "einvoice.vat-number": () => judged({ seller: { ...seller, vatNumber: "44732829320" } }),
  "einvoice.country": () => judged({ seller: { ...seller, address: { ...seller.address, country: "France" } } }),
  "einvoice.iban": () => judged({ payment: { ...payment, iban: "FR7630006000011234567890188" } }),
  "einvoice.text-unfit": () => judged({ lines: [{ ...line, name: "Cariste\u0000" }] }),
  "einvoice.text-too-long": () => judged({ buyer: { ...buyer, name: "é".repeat(100) } }),
  "einvoice.address-lines": () => judged({ seller: { ...seller, address: { ...seller.address, lines: ["a", "b", "c", "d"] } } }),
  "einvoice.amount": () => judged({ lines: [{ ...line, quantityTenThousandths: -700_000 }] }),
  "einvoice.line-missing": () =>
    judged({ lines: [], vat: [], totals: { linesCents: 0, netCents: 0, vatCents: 0, grossCents: 0, dueCents: 0 } }),
  "einvoice.vat-rate": () => judged({ lines: [{ ...line, category: "S", rate: 1_234 }] }),
  "einvoice.exemption-reason": () => judged({ vat: [{ category: "E", rate: 0, taxableCents: 119_000, taxCents: 0 }] }),
  "einvoice.already-paid": () => judged({ process: "S2" }),
  "einvoice.line-amount": () => judged({ lines: [{ ...line, unitPriceMicros: 16_000_000 }] }),
  "einvoice.total-mismatch": () => judged({ totals: { ...totals, dueCents: 118_999 } }),
  "einvoice.vat-group": () =>
    judged({
      vat: [
        { category: "E", rate: 0, taxableCents: 119_000, taxCents: 0, exemption: trainingExemption },
        { category: "E", rate: 0, taxableCents: 119_000, taxCents: 0, exemption: trainingExemption },
      ],
    }),
  "einvoice.vat-taxable": () =>
    judged({ vat: [{ category: "E", rate: 0, taxableCents: 118_999, taxCents: 0, exemption: trainingExemption }] }),
  "einvoice.vat-amount": () =>
    judged({
      lines: [{ ...line, category: "S", rate: 2_000 }],
      vat: [{ category: "S", rate: 2_000, taxableCents: 119_000, taxCents: 23_801 }],
      totals: { ...totals, vatCents: 23_801, grossCents: 142_801, dueCents: 142_801 },
    }),
  "einvoice.through-chorus": () => duty({ customer: aCustomer() }),
  "einvoice.out-of-scope-exempt": () => duty({}),
  "einvoice.issue-due": () =>
    duty({ invoice: anInvoice({ lines: [anInvoiceLine({ vatRegime: "taxed", vatRate: 2_000 })] }), today: "2027-09-01" }),
  "einvoice.reception-not-ready": () =>
    duty({
      provider: aProvider(),
      invoice: anInvoice({ lines: [anInvoiceLine({ vatRegime: "taxed", vatRate: 2_000 })] }),
    }),
  "einvoice.not-an-invoice": () => readAs(element("html", [])),
  "einvoice.other-syntax": () => readAs(element("Invoice", [])),
  "einvoice.no-attachment": () => [raise(readingRules, "einvoice.no-attachment", [], { names: ["plan.png"] })],
  "einvoice.several-attachments": () => [
    raise(readingRules, "einvoice.several-attachments", [], { names: ["factur-x.xml", "zugferd-invoice.xml"] }),
  ],
  "einvoice.pdf-unreadable": () => [raise(readingRules, "einvoice.pdf-unreadable", [], { fault: "encrypted" })],
  "einvoice.summary-only": () => readAs(aCiiRoot({ guideline: "urn:factur-x.eu:1p0:minimum" })),
  "einvoice.term-missing": () => readAs(aCiiRoot({ number: "" })),
  "einvoice.value-unreadable": () => readAs(aCiiRoot({ day: "21122026" })).filter(({ code }) => code !== "einvoice.term-missing"),
} satisfies Record<string, () => readonly Problem[]>;
