import type { ElectronicInvoice } from "@kairos/core";
import { anElectronicInvoice, electronicInvoices, trainingExemption } from "../../../examples/electronic-invoice.js";

const sound = anElectronicInvoice();
const { seller, buyer, payment, totals, notes } = sound;
const [line] = sound.lines;
if (line === undefined || payment === undefined) throw new Error("The example has a line and is to be paid");

const [exempt] = sound.vat;
if (exempt === undefined) throw new Error("The example sums its VAT up");
const allowance = { reason: "Pénalité", amountCents: 1_000, category: "E", rate: 0 } as const;
const cited = { number: "FA-2026-0001", issuedOn: "2026-12-21" };
const b2b = { subject: "BAR", text: "B2B" } as const;
const invoice = anElectronicInvoice;

/** What a wrong file may hold, whatever our types say. */
const wrong = <Value>(value: unknown) => value as Value;
const withText = (text: string): ElectronicInvoice =>
  invoice({
    ...{ buyerReference: text, contract: text, order: text, terms: text },
    seller: {
      ...seller,
      name: text,
      legalInfo: text,
      contact: { name: text, phone: text, email: text },
      address: { ...seller.address, lines: [text, text], postalCode: text, city: text },
    },
    buyer: { ...buyer, name: text, serviceCode: text, address: { ...buyer.address, lines: [text], postalCode: text, city: text } },
    payment: { ...payment, reference: text, holder: text, bic: text },
    notes: [...notes, { subject: "REG", text }, { subject: "AAI", text }],
    allowances: [{ ...allowance, reason: text }],
    vat: [{ ...exempt, exemption: { ...trainingExemption, reason: text } }],
    lines: [line, { ...line, id: text, name: text, description: text }],
  });
const withDay = (day: string): ElectronicInvoice => ({
  ...invoice({ issuedOn: day, dueOn: day, deliveredOn: day, period: { startsOn: day, endsOn: day } }),
  preceding: [cited, { ...cited, issuedOn: day }],
  lines: [line, { ...line, period: { startsOn: day, endsOn: day } }],
});
const withAmount = (amount: number): ElectronicInvoice =>
  invoice({
    totals: {
      ...{ linesCents: amount, allowancesCents: amount, netCents: amount, vatCents: amount },
      ...{ grossCents: amount, prepaidCents: amount, dueCents: amount },
    },
    allowances: [allowance, { ...allowance, amountCents: amount }],
    vat: [exempt, { ...exempt, taxableCents: amount, taxCents: amount }],
    lines: [line, { ...line, netCents: amount, quantityTenThousandths: amount, unitPriceMicros: amount }],
  });
const without = (...names: readonly (keyof ElectronicInvoice)[]): ElectronicInvoice =>
  wrong(Object.fromEntries(Object.entries(sound).filter(([name]) => !names.includes(wrong(name)))));

/** Invoices at the edge of a rule; each is judged for a public body and for another. */
export const electronicEdges: Readonly<Record<string, ElectronicInvoice>> = {
  ...electronicInvoices,

  // The document.
  "a number of 20 characters": invoice({ number: "FA-2026-000000000001", preceding: [{ ...cited, number: "FA_2026/0+0000000001" }] }),
  "a number of 21": invoice({ number: "FA-2026-0000000000001", preceding: [{ ...cited, number: "FA-2026-0000000000001" }] }),
  "a number of 35": invoice({ number: "F".repeat(35) }),
  "a number of 36": invoice({ number: "F".repeat(36) }),
  "no number": invoice({ number: "" }),
  "a sign before the number": invoice({ number: "#F1" }),
  "a sign after the number, and a space in a cited one": invoice({ number: "F1#", preceding: [cited, { ...cited, number: "F 1" }] }),
  "a subcontractor's": invoice({ process: "S5" }),
  "of an unknown process": invoice({ process: wrong("S8") }),
  "a deposit of a process of its own": invoice({ type: "386", process: "S2" }),
  "of unknown codes everywhere": invoice({
    type: wrong("326"),
    notes: [...notes, { subject: wrong("ZZZ"), text: "?" }],
    payment: { ...payment, means: wrong("42") },
    allowances: [{ ...allowance, category: wrong("Z") }],
    lines: [line, { ...line, unit: wrong("KGM"), category: wrong("O") }],
    vat: [exempt, { ...exempt, category: wrong("AE"), exemption: { reason: "Motif", code: wrong("VATEX-FR-X") } }],
  }),
  "nothing to pay by, in dollars": { ...without("payment"), currency: wrong("USD") },
  "a corrected invoice that cites none": invoice({ type: "384" }),
  "a corrected invoice that cites one": invoice({ type: "384", preceding: [cited] }),
  "a corrected invoice that cites two": invoice({ type: "384", preceding: [cited, cited] }),
  "an invoice that cites two": invoice({ preceding: [cited, cited] }),
  "a credit note that cites two": invoice({ type: "381", preceding: [cited, cited] }),
  "days of 1999": withDay("1999-12-31"),
  "days that do not exist": withDay("2026-02-30"),
  "days of 2099": withDay("2099-12-31"),
  "due on the day of issue": invoice({ dueOn: "2026-12-21" }),
  "due the day before": invoice({ dueOn: "2026-12-20" }),
  "a deposit due the day before": invoice({ dueOn: "2026-12-20", type: "386" }),
  "already paid the day before": invoice({
    process: "S2",
    dueOn: "2026-12-20",
    totals: { ...totals, prepaidCents: 119_000, dueCents: 0 },
  }),
  "a period that ends before it starts": invoice({ period: { startsOn: "2026-12-18", endsOn: "2026-12-17" } }),
  "a line whose period ends before it starts": invoice({
    lines: [{ ...line, period: { startsOn: "2026-12-08", endsOn: "2026-12-07" } }],
  }),
  "without any period": {
    ...without("period", "deliveredOn"),
    lines: [wrong({ ...line, period: undefined })],
  },
  "due nobody knows when, by its terms": without("dueOn"),
  "due nobody knows when": without("dueOn", "terms"),
  "one cent due nobody knows when": { ...without("dueOn", "terms"), totals: { ...totals, prepaidCents: 118_999, dueCents: 1 } },
  "nothing due nobody knows when": { ...without("dueOn", "terms"), totals: { ...totals, prepaidCents: 119_000, dueCents: 0 } },

  // Its mentions.
  "without a mention": invoice({ notes: [] }),
  "each mention twice": invoice({ notes: [...notes, ...notes, b2b, b2b] }),
  "a mention of a treatment that does not exist, third": invoice({ notes: [...notes, { subject: "BAR", text: "" }] }),
  ...Object.fromEntries(
    ["B2BINT", "B2C", "OUTOFSCOPE", "ARCHIVEONLY"].map((text) => [
      `treated as ${text}`,
      invoice({ notes: [...notes, { subject: "BAR", text }] }),
    ]),
  ),
  "another mention that says B2B": invoice({
    notes: [...notes, { subject: "REG", text: "B2B" }],
    buyer: { ...buyer, electronicAddress: "1" },
  }),

  // The parties.
  "identifiers one digit too short": invoice({
    seller: { ...seller, siren: "73282932", siret: "7328293200007" },
    buyer: { ...buyer, siren: "13000548", siret: "1300054810001" },
  }),
  "identifiers one digit too long": invoice({
    seller: { ...seller, siren: "7328293200", siret: "732829320000741" },
    buyer: { ...buyer, siren: "1300054810", siret: "130005481000101" },
  }),
  "identifiers with a letter before or after": invoice({
    seller: { ...seller, siren: "A732829320", siret: "A73282932000074" },
    buyer: { ...buyer, siren: "130005481A", siret: "13000548100010A" },
  }),
  "identifiers of somebody else": invoice({ seller: { ...seller, siret: "13000548100010" }, buyer: { ...buyer, siret: "73282932000074" } }),
  "a buyer without SIREN": invoice({ buyer: wrong({ ...buyer, siren: undefined }) }),
  "a buyer without SIREN, its SIRET wrong": invoice({ buyer: wrong({ ...buyer, siren: undefined, siret: "12" }) }),
  "neither SIRET": invoice({ seller: wrong({ ...seller, siret: undefined }), buyer: wrong({ ...buyer, siret: undefined }) }),
  "a service with every sign": invoice({ buyer: { ...buyer, serviceCode: "A+b_1.-" } }),
  "a service with a sign before": invoice({ buyer: { ...buyer, serviceCode: "/A" } }),
  "a service with a sign after": invoice({ buyer: { ...buyer, serviceCode: "A/" } }),
  "no electronic address": invoice({
    seller: wrong({ ...seller, electronicAddress: undefined }),
    buyer: wrong({ ...buyer, electronicAddress: undefined }),
  }),
  "electronic addresses of 125 characters": invoice({
    seller: { ...seller, electronicAddress: "a".repeat(125) },
    buyer: { ...buyer, electronicAddress: "_.-Az09" },
  }),
  "electronic addresses of 126 characters": invoice({
    seller: { ...seller, electronicAddress: "a".repeat(126) },
    buyer: { ...buyer, electronicAddress: "" },
  }),
  "electronic addresses with a sign before or after": invoice({
    seller: { ...seller, electronicAddress: "@1" },
    buyer: { ...buyer, electronicAddress: "1@" },
  }),
  "a company without SIREN": invoice({ notes: [...notes, b2b], buyer: wrong({ ...buyer, siren: undefined }) }),
  "a company without address": invoice({ notes: [...notes, b2b], buyer: wrong({ ...buyer, electronicAddress: undefined }) }),
  "a company whose address ends with its SIREN": invoice({ notes: [...notes, b2b], buyer: { ...buyer, electronicAddress: "_130005481" } }),
  "the shortest and the longest VAT numbers": invoice({
    seller: { ...seller, vatNumber: "FR12" },
    buyer: { ...buyer, vatNumber: "IE123456789+*AB" },
  }),
  "VAT numbers too short and too long": invoice({
    seller: { ...seller, vatNumber: "FR1" },
    buyer: { ...buyer, vatNumber: "IE123456789+*ABC" },
  }),
  "VAT numbers with a sign before or after": invoice({
    seller: { ...seller, vatNumber: " FR44732829320" },
    buyer: { ...buyer, vatNumber: "FR65552100554 " },
  }),
  "VAT numbers in small letters": invoice({
    seller: { ...seller, vatNumber: "fr44732829320" },
    buyer: { ...buyer, vatNumber: "F165552100554" },
  }),
  "countries in small letters, or in three": invoice({
    seller: { ...seller, address: { ...seller.address, country: "fr" } },
    buyer: { ...buyer, address: { ...buyer.address, country: "FRA" } },
  }),
  "countries with one letter, or one before": invoice({
    seller: { ...seller, address: { ...seller.address, country: "F" } },
    buyer: { ...buyer, address: { ...buyer.address, country: "0FR" } },
  }),
  "a right IBAN of 28 characters": invoice({ payment: { ...payment, iban: "PL61109010140000071219812874" } }),

  // Its texts.
  "empty texts": withText(""),
  "texts with a space around": withText(" a"),
  "texts with a sign that no file can hold": withText("a\u0001"),
  "texts of 50 characters": withText("x".repeat(50)),
  "texts of 51 characters": withText("é".repeat(51)),
  "texts of 99 characters": withText("😀".repeat(99)),
  "texts of 100 characters": withText("x".repeat(100)),
  "texts of 101 characters": withText("x".repeat(101)),
  "texts of 401 characters": withText("x".repeat(401)),
  "texts of 1025 characters": withText("x".repeat(1025)),
  "no contact": invoice({ seller: wrong({ ...seller, contact: undefined, legalInfo: undefined }) }),
  "three lines of address": invoice({ seller: { ...seller, address: { ...seller.address, lines: ["a", "b", "c"] } } }),
  "four lines of address of the buyer": invoice({ buyer: { ...buyer, address: { ...buyer.address, lines: ["a", "b", "c", "d"] } } }),

  // Its amounts.
  "amounts below zero": withAmount(-1),
  "amounts of half a cent": withAmount(0.5),
  "amounts that are no number": withAmount(Number.NaN),
  "amounts of nothing": withAmount(0),
  "the largest amounts that are exact": withAmount(Number.MAX_SAFE_INTEGER),
  "amounts that are not exact any more": withAmount(Number.MAX_SAFE_INTEGER + 1),
  "the largest cents": withAmount(99_999_999_999_999),
  "no lines": invoice({ lines: [] }),
  "rates that do not go with their category": invoice({
    lines: [line, { ...line, category: "S", rate: 0 }, { ...line, rate: 2_000 }, { ...line, category: "S", rate: 2_001 }],
    allowances: [allowance, { ...allowance, category: "S" }],
    vat: [exempt, { ...exempt, rate: 550 }],
  }),
  "a tax that is due, with a reason not to pay it": invoice({
    vat: [exempt, { category: "S", rate: 2_000, taxableCents: 0, taxCents: 0, exemption: trainingExemption }],
  }),
  "an exemption without its reason, second": invoice({ vat: [exempt, { category: "E", rate: 0, taxableCents: 0, taxCents: 0 }] }),
  "already paid, but for a cent": invoice({ process: "S2", totals: { ...totals, prepaidCents: 118_999, dueCents: 1 } }),
  "already paid, and yet due": invoice({ process: "S2", totals: { ...totals, prepaidCents: 119_000, dueCents: 1 } }),
  "already paid, a cent less than the whole": invoice({ process: "S2", totals: { ...totals, prepaidCents: 118_999, dueCents: 0 } }),
  "already paid, nobody knows when": { ...without("dueOn"), process: "S2", totals: { ...totals, prepaidCents: 119_000, dueCents: 0 } },
  "already paid, of nothing": invoice({
    process: "S2",
    lines: [{ ...line, quantityTenThousandths: 0, netCents: 0 }],
    vat: [{ ...exempt, taxableCents: 0 }],
    totals: { linesCents: 0, netCents: 0, vatCents: 0, grossCents: 0, dueCents: 0 },
  }),

  // What adds up.
  "a line a cent too much": invoice({ lines: [{ ...line, netCents: 119_001 }] }),
  "a line a cent too little": invoice({ lines: [line, { ...line, id: "B", netCents: 118_999 }] }),
  "a line rounded up from half a cent": invoice({
    lines: [{ ...line, quantityTenThousandths: 5_000, unitPriceMicros: 10_000, netCents: 1 }],
  }),
  "a quantity that was rounded": invoice({ lines: [{ ...line, quantityTenThousandths: 3_333, netCents: 567 }] }),
  "every total a cent too high": invoice({
    allowances: [allowance],
    totals: { linesCents: 119_001, allowancesCents: 1_001, netCents: 118_001, vatCents: 1, grossCents: 118_003, dueCents: 118_004 },
  }),
  "a group of VAT that nothing sums up": invoice({ lines: [line, { ...line, category: "S", rate: 2_000 }] }),
  "a group of VAT that nothing bears": invoice({ vat: [exempt, { category: "S", rate: 2_000, taxableCents: 100, taxCents: 20 }] }),
  "no VAT summed up": invoice({ vat: [] }),
  "a taxable amount a cent too high": invoice({ vat: [{ ...exempt, taxableCents: 119_001 }] }),
  "a tax a cent too low": invoice({
    lines: [{ ...line, category: "S", rate: 2_000 }],
    vat: [{ category: "S", rate: 2_000, taxableCents: 119_000, taxCents: 23_799 }],
    totals: { ...totals, vatCents: 23_799, grossCents: 142_799, dueCents: 142_799 },
  }),
};
