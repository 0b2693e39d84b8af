import {
  addDays,
  advanceInvoice,
  type BillingProof,
  type CreditChoice,
  checkSeries,
  creditLines,
  followInvoice,
  type Invoice,
  type InvoiceAction,
  type InvoiceSituation,
  type IssueAct,
  type IssuedInvoice,
  invoiceWorkflow,
  mayBeCredited,
  prepareCreditNote,
  prepareInvoice,
  readyToIssue,
  type SeriesSituation,
  writeNumber,
} from "@kairos/core";
import { afcBilling, afcInvoice, issuedInvoice, judgeInvoice } from "../../invoiced.js";
import { problemsOf } from "../../problems.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import { priced } from "./planting.js";

/** An invoice on the point of being issued, already paid that day. */
function readied(dossier: Dossier): { readonly situation: InvoiceSituation; readonly act: IssueAct } | undefined {
  const situation = afcInvoice(dossier);
  if (situation === undefined) return undefined;
  const { today } = situation;
  const invoice = { ...situation.invoice, alreadyPaid: { on: today } };
  const last = { number: "FAC-2026-0041", rank: 41, issuedOn: addDays(today, -2) };
  return { situation: { ...situation, invoice }, act: { issuedOn: today, by: "karim", at: `${today}T10:00:00.000Z`, last } };
}

const inIssue = faultsIn(readied, ({ situation, act }) => problemsOf(readyToIssue(situation, act)));
const inPreparation = faultsIn(
  (dossier: Dossier) => afcBilling(dossier)?.preparation,
  (preparation) => problemsOf(prepareInvoice(preparation)),
);
const inStep = faultsIn(
  (dossier: Dossier) => {
    const situation = issuedInvoice(dossier);
    return situation && { invoice: situation.invoice as Invoice, action: "deposit" as InvoiceAction };
  },
  ({ invoice, action }) => problemsOf(advanceInvoice(invoice, action)),
);
const inDepositOnChannel = faultsIn(
  (dossier: Dossier) => {
    const situation = issuedInvoice(dossier);
    return situation && { invoice: situation.invoice as Invoice, on: situation.today, today: situation.today };
  },
  ({ invoice, on, today }) => problemsOf(followInvoice(invoice, "deposit", { on, today, by: "karim", at: `${today}T12:00:00.000Z` })),
);

/** The series that the invoice of a dossier opens, one more each day. */
function series(dossier: Dossier): SeriesSituation | undefined {
  const invoice = issuedInvoice(dossier)?.invoice;
  if (invoice === undefined) return undefined;
  const { series: prefix, year, issuedOn } = invoice.issue;
  const taken = Array.from({ length: 8 }, (_, index) => {
    const rank = index + 1;
    return { number: writeNumber({ series: prefix, year, rank }), rank, issuedOn: addDays(issuedOn, index) };
  });
  return { series: prefix, year, taken, sealed: [{ sealed: invoice, kept: invoice }], elsewhere: [] };
}

const inSeries = faultsIn(series, checkSeries);
const inCredit = faultsIn((dossier: Dossier): InvoiceSituation | undefined => {
  const situation = issuedInvoice(dossier);
  const part = situation && creditLines(situation.invoice, [], { kind: "whole" });
  if (situation === undefined || !part?.ok) return undefined;
  const act = { reference: "PF-2026-0002", reason: "Feuille rectifiée", by: "lea", at: `${situation.today}T15:00:00.000Z` };
  const { invoice } = situation;
  return { ...situation, invoice: prepareCreditNote(invoice, part.value, act), original: invoice, others: [invoice] };
}, judgeInvoice);
const inChoice = faultsIn(
  (dossier: Dossier): { readonly invoice: IssuedInvoice; readonly choice: CreditChoice } | undefined => {
    const invoice = issuedInvoice(dossier)?.invoice;
    return invoice && { invoice, choice: { kind: "lines", lines: [1] } };
  },
  ({ invoice, choice }) => problemsOf(creditLines(invoice, [], choice)),
);
const inCredited = faultsIn(
  (dossier: Dossier): Invoice | undefined => issuedInvoice(dossier)?.invoice,
  (invoice) => problemsOf(mayBeCredited(invoice)),
);

/** Steps that are refused, numbers that do not follow, credit notes that take back too much. */
export const issuingFaults = {
  "invoice.nothing-to-bill": inPreparation((preparation, random) => {
    const { proof, today, session } = preparation;
    const changed = random.pick<Partial<BillingProof>>([
      { months: proof.months.map((one) => ({ ...one, status: "reopened" })) },
      { roster: [] },
      { planned: [] },
      { records: [] },
      { records: proof.records.map((fact) => ({ ...fact, status: "unexcused" })) },
    ]);
    return random.chance(0.2)
      ? { ...preparation, period: { startsOn: addDays(session.endsOn, 1), endsOn: addDays(today, random.int(30)) } }
      : { ...preparation, proof: { ...proof, ...changed } };
  }),
  "invoice.step-illegal": inStep((attempt, random) => {
    const { status } = attempt.invoice;
    const actions = Object.keys(invoiceWorkflow) as InvoiceAction[];
    const action = random.pick(actions.filter((one) => !(invoiceWorkflow[one].from as readonly string[]).includes(status)));
    return { ...attempt, action };
  }),
  "channel.event-too-early": inDepositOnChannel((act, random) => ({ ...act, on: addDays(act.on, -1 - random.int(30)) })),
  "invoice.same-person": inIssue(({ situation, act }, random) => ({
    situation,
    act: { ...act, by: random.pick(situation.invoice.preparedBy) },
  })),
  "invoice.issued-in-future": inIssue(({ situation, act }, random) => ({
    situation,
    act: { ...act, issuedOn: addDays(act.issuedOn, 1 + random.int(30)) },
  })),
  "invoice.paid-after-issue": inIssue(({ situation, act }, random) => ({
    act,
    situation: { ...situation, invoice: { ...situation.invoice, alreadyPaid: { on: addDays(act.issuedOn, 1 + random.int(30)) } } },
  })),
  "invoice.number-not-chronological": inIssue(({ situation, act }, random) => ({
    situation,
    act: { ...act, last: { number: "FAC-2026-0041", rank: 41, issuedOn: addDays(act.issuedOn, 1 + random.int(30)) } },
  })),
  "invoice.number-duplicate": inSeries((situation, random) => {
    const index = random.int(situation.taken.length);
    return { ...situation, taken: situation.taken.flatMap((one, place) => (place === index ? [one, one] : [one])) };
  }),
  "invoice.number-gap": inSeries((situation, random) => {
    const lost = random.int(situation.taken.length - 1);
    return { ...situation, taken: situation.taken.filter((_, place) => place !== lost) };
  }),
  "invoice.series-misuse": inSeries((situation, random) => {
    const rank = 1 + random.int(400);
    const { year, taken } = situation;
    return { ...situation, elsewhere: [{ number: writeNumber({ series: "F", year, rank }), rank, issuedOn: taken[0]?.issuedOn ?? "" }] };
  }),
  "invoice.issued-edited": inSeries((situation, random) => ({
    ...situation,
    sealed: situation.sealed?.map(({ sealed }) => ({
      sealed,
      kept: random.pick<Invoice | undefined>([
        undefined,
        { ...sealed, title: `${sealed.title} (suite)` },
        { ...sealed, lines: sealed.lines.map((line) => priced({ ...line, unitPriceCents: line.unitPriceCents + 1 + random.int(100) })) },
        { ...sealed, issue: { ...sealed.issue, dueOn: addDays(sealed.issue.dueOn, 1 + random.int(30)) } },
      ]),
    })),
  })),
  "invoice.credit-reference": inCredit((situation, random) => {
    const { invoice } = situation;
    const credits = invoice.credits && { ...invoice.credits, number: writeNumber({ series: "FAC", year: 2026, rank: 2 + random.int(90) }) };
    return random.chance(0.3)
      ? { ...situation, original: undefined }
      : { ...situation, invoice: { ...invoice, credits: random.chance(0.3) ? undefined : credits } };
  }),
  "invoice.credit-over": inCredit((situation, random) => {
    const more = 1 + random.int(100_00);
    const lines = situation.invoice.lines.map((line) => {
      const cents = line.amountCents + more;
      return { ...line, unit: "flat" as const, quantity: 1, unitPriceCents: cents, amountCents: cents };
    });
    return { ...situation, invoice: { ...situation.invoice, lines } };
  }),
  "invoice.credit-not-billed": inChoice(({ invoice }, random) => ({
    invoice,
    choice: random.pick<CreditChoice>([
      { kind: "lines", lines: [1, invoice.lines.length + 1 + random.int(9)] },
      { kind: "amount", line: invoice.lines.length + 1 + random.int(9), amountCents: 1 },
      { kind: "half-days", traineeId: `T-00${10 + random.int(90)}` },
      {
        kind: "half-days",
        traineeId: invoice.lines[0]?.traineeId ?? "",
        slots: [{ day: addDays(invoice.endsOn, 1 + random.int(9)), half: "morning" }],
      },
    ]),
  })),
  "invoice.credit-of-credit": inCredited((invoice) => ({ ...invoice, kind: "credit-note" })),
};
