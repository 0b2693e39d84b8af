import { advanceInvoice, type Problem } from "@kairos/core";
import { anIssuedInvoice } from "../../../examples/invoice.js";

const advanced = (...args: Parameters<typeof advanceInvoice>): readonly Problem[] => {
  const result = advanceInvoice(...args);
  return result.ok ? [] : result.problems;
};

/** One broken example of each code, which gives that code and nothing else. */
export const issuingExamples = {
  "invoice.step-illegal": () => advanced(anIssuedInvoice(), "issue"),
};
