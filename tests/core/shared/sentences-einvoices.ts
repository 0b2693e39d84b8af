import type { dutyRules, electronicInvoiceRules, readingRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

type Codes = keyof typeof electronicInvoiceRules | keyof typeof dutyRules | keyof typeof readingRules;

const mismatch = { saidCents: 119_000, computedCents: 119_001 };

export const einvoiceSamples: Pick<Samples, Codes> = {
  "einvoice.number-format": [{ term: "BT-1", length: 21, most: 20 }],
  "einvoice.process": [{ process: "A1" }],
  "einvoice.deposit-process": [{ process: "S4" }],
  "einvoice.code": [{ term: "BT-130", value: "KMT", allowed: "HUR, DAY, C62" }],
  "einvoice.currency": [{ currency: "CHF" }],
  "einvoice.note-missing": [{ subject: "PMT" }, { subject: "PMD" }, { subject: "AAB" }],
  "einvoice.note-repeated": [{ subject: "BAR", count: 2 }],
  "einvoice.note-treatment": [{ text: "B2G", allowed: "B2B, B2C" }],
  "einvoice.preceding": [
    { type: "381", count: 0, least: 1 },
    { type: "380", count: 3, least: 0 },
  ],
  "einvoice.day": [{ term: "BT-72", day: "2026-02-30" }],
  "einvoice.days-order": [{ first: "BT-2", firstDay: "2026-12-21", second: "BT-9", secondDay: "2026-12-20" }],
  "einvoice.due-missing": [{ dueCents: 119_000 }],
  "einvoice.siren": [{ term: "BT-47", value: "13000548" }],
  "einvoice.siret": [{ term: "BT-46", siret: "73282932000074", siren: "130005481" }],
  "einvoice.siret-missing": [{ term: "BT-46" }],
  "einvoice.electronic-address-missing": [{ term: "BT-49" }],
  "einvoice.electronic-address": [{ term: "BT-49", value: "compta@example.org" }],
  "einvoice.electronic-address-other": [{ value: "552100554", siren: "130005481" }],
  "einvoice.vat-number": [{ term: "BT-31", value: "44732829320" }],
  "einvoice.country": [{ term: "BT-40", value: "France" }],
  "einvoice.iban": [
    { length: 27, most: 27 },
    { length: 31, most: 27 },
  ],
  "einvoice.text-unfit": [{ term: "BT-153" }],
  "einvoice.text-too-long": [{ term: "BT-44", length: 100, most: 99 }],
  "einvoice.address-lines": [{ term: "BT-35", count: 4 }],
  "einvoice.amount": [{ term: "BT-131", value: "-1" }],
  "einvoice.line-missing": [{}],
  "einvoice.vat-rate": [{ category: "E", rate: 2_000 }],
  "einvoice.exemption-reason": [{ category: "E" }, { category: "S" }],
  "einvoice.already-paid": [{ prepaidCents: 0, grossCents: 119_000, dueCents: 119_000 }],
  "einvoice.line-amount": [{ line: "1", ...mismatch }],
  "einvoice.total-mismatch": [{ rule: "BR-CO-15", term: "BT-112", ...mismatch }],
  "einvoice.vat-group": [
    { category: "E", rate: 0, count: 0 },
    { category: "S", rate: 2_000, count: 2 },
  ],
  "einvoice.vat-taxable": [{ category: "S", rate: 2_000, ...mismatch }],
  "einvoice.vat-amount": [{ category: "S", rate: 550, ...mismatch }],
  "einvoice.through-chorus": [{}],
  "einvoice.out-of-scope-exempt": [{}],
  "einvoice.issue-due": [{}],
  "einvoice.reception-not-ready": [{}, { receivesFrom: "2027-01-01" }],
  "einvoice.not-an-invoice": [{ root: "html" }],
  "einvoice.other-syntax": [{ syntax: "UBL" }],
  "einvoice.no-attachment": [{ names: [] }, { names: ["plan.png"] }],
  "einvoice.several-attachments": [{ names: ["factur-x.xml", "zugferd-invoice.xml"] }],
  "einvoice.pdf-unreadable": [{ fault: "encrypted" }, { fault: "malformed" }, { fault: "too-large" }, { fault: "too-slow" }],
  "einvoice.summary-only": [{ profile: "MINIMUM" }],
  "einvoice.term-missing": [{ term: "BT-1" }],
  "einvoice.value-unreadable": [{ element: "DuePayableAmount", value: "12,00", line: 40 }],
};
