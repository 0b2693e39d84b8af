import { expect, it } from "vitest";
import { findingsPage } from "../../examples/findings.js";
import { agreementEdges } from "./examples/agreement-edges.js";
import { agreementExamples } from "./examples/agreements.js";
import { billingExamples } from "./examples/billing.js";
import { channelExamples } from "./examples/channel.js";
import { dutyEdges } from "./examples/duty-edges.js";
import { einvoiceExamples } from "./examples/einvoices.js";
import { invoiceEdges } from "./examples/invoice-edges.js";
import { issuingExamples } from "./examples/issuing.js";
import { lawEdges } from "./examples/law-edges.js";
import { paymentExamples } from "./examples/payments.js";
import { sumsEdges } from "./examples/sums-edges.js";

const examples = {
  ...agreementExamples,
  ...billingExamples,
  ...channelExamples,
  ...einvoiceExamples,
  ...issuingExamples,
  ...paymentExamples,
};

const edges = { ...agreementEdges, ...invoiceEdges, ...lawEdges, ...dutyEdges, ...sumsEdges };

it("finds in each example, whole, what tests/core/invoices/findings.txt says", async () => {
  const judged = Object.entries({ ...examples, ...edges }).map(([name, example]) => [name, example()] as const);
  await expect(findingsPage(judged)).toMatchFileSnapshot("findings.txt");
});
