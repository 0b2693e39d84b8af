import type { Sentences } from "../../catalogue.js";
import { invoiceActionLabels, type invoiceRefusals, invoiceStatusLabels } from "../../invoices/index.js";
import { enumerate, sentenceCase } from "../../shared/text.js";

export const issuingEnglish: Sentences<keyof typeof invoiceRefusals> = {
  "invoice.step-illegal": ({ action, status, invoice, possible }) => ({
    what: `“${sentenceCase(invoiceActionLabels[action].en)}” is not possible: ${invoice} is ${invoiceStatusLabels[status].en}.`,
    why: "An invoice goes in order: issued, deposited, received, paid. Once issued it never changes: a credit note corrects it.",
    mend:
      possible.length === 0
        ? "Nothing is left to do with this one."
        : `What is possible: ${enumerate(possible.map((one) => invoiceActionLabels[one].en))}.`,
  }),
};
