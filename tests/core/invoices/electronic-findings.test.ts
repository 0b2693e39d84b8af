import { checkElectronicInvoice } from "@kairos/core";
import { expect, it } from "vitest";
import { findingsPage } from "../../examples/findings.js";
import { electronicEdges } from "./examples/electronic-edges.js";

it("finds in each invoice, whole, what tests/core/invoices/electronic-findings.txt says", async () => {
  const judged = Object.entries(electronicEdges).flatMap(([name, invoice]) => {
    const forPublicBody = checkElectronicInvoice({ invoice, isForPublicBody: true });
    const forCompany = checkElectronicInvoice({ invoice, isForPublicBody: false });
    const isSame = JSON.stringify(forPublicBody) === JSON.stringify(forCompany);
    return isSame
      ? [[name, forCompany] as const]
      : [[`${name}, to a public body`, forPublicBody] as const, [`${name}, to a company`, forCompany] as const];
  });
  await expect(findingsPage(judged)).toMatchFileSnapshot("electronic-findings.txt");
});
