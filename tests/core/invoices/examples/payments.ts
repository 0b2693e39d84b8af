import { checkPayment, type Payment, type Problem, recordPayment, takeBackPayment } from "@kairos/core";
import { anInvoiceSituation, anIssuedInvoice } from "../../../examples/invoice.js";

const stamp = { by: "karim", at: "2027-01-15T10:00:00.000Z" };
const paid = (amountCents: number, on = "2027-01-15"): Payment => ({ on, amountCents, ...stamp });
const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Erreur" };
const creditNote = anIssuedInvoice({ reference: "PF-2026-0002", kind: "credit-note", credits });

function recorded(invoice = anIssuedInvoice(), payment = paid(1)): readonly Problem[] {
  const result = recordPayment(invoice, payment, { creditNotes: [], today: "2027-01-15" });
  return result.ok ? [] : result.problems;
}

function takenBack(): readonly Problem[] {
  const result = takeBackPayment(anIssuedInvoice(), undefined, { reason: "Erreur", ...stamp });
  return result.ok ? [] : result.problems;
}

/** One broken example of each code, which gives that code and nothing else. */
export const paymentExamples = {
  "payment.overdue": () => checkPayment(anInvoiceSituation({ invoice: anIssuedInvoice(), today: "2027-01-21" })),
  "payment.refund-due": () =>
    checkPayment(anInvoiceSituation({ invoice: anIssuedInvoice({ status: "paid", payments: [paid(119_000)] }), others: [creditNote] })),
  "payment.credit-note": () => recorded(creditNote),
  "payment.empty": () => recorded(anIssuedInvoice(), paid(0)),
  "payment.before-issue": () => recorded(anIssuedInvoice(), paid(100, "2026-12-20")),
  "payment.over": () => recorded(anIssuedInvoice(), paid(119_001)),
  "payment.duplicate": () => recorded(anIssuedInvoice({ status: "part-paid", payments: [paid(1)] })),
  "payment.unknown": takenBack,
};
