import type { invoiceRefusals } from "@kairos/core";
import type { Samples } from "./sentences.js";

export const issuingSamples: Pick<Samples, keyof typeof invoiceRefusals> = {
  "invoice.step-illegal": [
    { action: "issue", status: "issued", invoice: "FAC-2026-0001", possible: ["deposit", "settle"] },
    { action: "credit", status: "credited", invoice: "FAC-2026-0001", possible: [] },
  ],
};
