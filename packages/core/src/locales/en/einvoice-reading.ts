import type { Sentences } from "../../catalogue.js";
import type { PdfFault, readingRules } from "../../invoices/index.js";
import { termNames } from "../../invoices/index.js";
import { sentenceCase } from "../../shared/text.js";

const named = (term: keyof typeof termNames) => `${sentenceCase(termNames[term].en)} (${term})`;
const askSupplier = "Ask the supplier to make the invoice again.";

const pdfFaults: Readonly<Record<PdfFault, { readonly what: string; readonly mend: string }>> = {
  encrypted: { what: "This PDF is encrypted: its content cannot be read.", mend: "Ask for it without a password." },
  malformed: { what: "This PDF is damaged.", mend: "Download it again, or ask the supplier for it." },
  "too-large": { what: "This PDF holds a file too large for an invoice.", mend: askSupplier },
  "too-slow": { what: "This PDF takes too long to read.", mend: askSupplier },
};

export const einvoiceReadingEnglish: Sentences<keyof typeof readingRules> = {
  "einvoice.not-an-invoice": ({ root }) => ({
    what: `This XML is not an invoice: it begins with “${root}”.`,
    why: "An electronic invoice of this format begins with “CrossIndustryInvoice”.",
    mend: "Send the file factur-x.xml, or the PDF that holds it.",
  }),
  "einvoice.other-syntax": ({ syntax }) => ({
    what: `This invoice is written in ${syntax}, which Kairos does not read.`,
    why: "Kairos reads CII, the syntax of Factur-X; the same invoice may exist in both.",
    mend: "Ask for it as Factur-X or CII, or read it on your reception platform.",
  }),
  "einvoice.no-attachment": ({ names }) => ({
    what:
      names.length === 0
        ? "This PDF holds no file: it is not a Factur-X invoice."
        : `This PDF holds no Factur-X invoice, only: ${names.join(", ")}.`,
    why: "A Factur-X invoice is a PDF that holds the file factur-x.xml.",
    mend: "Ask the supplier for the Factur-X invoice, or enter this one by hand.",
  }),
  "einvoice.several-attachments": ({ names }) => ({
    what: `This PDF holds several invoices: ${names.join(", ")}.`,
    why: "To choose one would be to decide for you which is due.",
    mend: "Ask the supplier for one PDF an invoice.",
  }),
  "einvoice.pdf-unreadable": ({ fault }) => ({ what: pdfFaults[fault].what, why: "Nothing was read of it.", mend: pdfFaults[fault].mend }),
  "einvoice.summary-only": ({ profile }) => ({
    what: `This file is of the profile ${profile}: it has no lines.`,
    why: "This profile goes with an invoice and is none: the lines are in the PDF only.",
    mend: "Check the lines on the PDF.",
  }),
  "einvoice.term-missing": ({ term }) => ({
    what: `${named(term)} is missing.`,
    why: "Every profile asks for it: without it, this is no invoice.",
    mend: askSupplier,
  }),
  "einvoice.value-unreadable": ({ element, value, line }) => ({
    what: `“${value}” cannot be read in “${element}”, line ${line}.`,
    why: "An amount has two decimals at most and a date eight digits: this value was left aside.",
    mend: askSupplier,
  }),
};
