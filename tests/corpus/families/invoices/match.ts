import { addDays, applyRate, billedClaims, type Invoice, type InvoiceSituation, invoiceTotals } from "@kairos/core";
import { anAmendment } from "../../../core/invoices/examples/agreements.js";
import { afcBilling, balanceInvoice, invoiced, issuedInvoice, judgeInvoice } from "../../invoiced.js";
import { faultsIn } from "../../seeded.js";
import { absences, inAfc, inDraft, inIssued, inQuoted, priced, someOf, withProof } from "./planting.js";

const inBalance = faultsIn(balanceInvoice, judgeInvoice);
const inDeposit = faultsIn((dossier) => invoiced(afcBilling(dossier, "deposit")), judgeInvoice);
const fees = ["Frais d'inscription", "Frais de dossier", "Droits d'examen"];

/** The draft without some of the half-days that prove it; nothing when it has one only. */
function shortened({ lines }: Invoice, from: number): Invoice["lines"] | undefined {
  return lines.every(({ halfDays }) => halfDays.length > from && from > 0)
    ? lines.map((line) => ({ ...line, halfDays: line.halfDays.slice(0, from) }))
    : undefined;
}

/** The order is for more than is billed: it does not betray what is billed twice. */
function withRoom({ order, ...situation }: InvoiceSituation): InvoiceSituation {
  return { ...situation, order: order && { ...order, minutes: 3 * order.minutes } };
}

/** What an invoice says beside what was agreed, and beside what attendance proves. */
export const matchFaults = {
  "invoice.agreement-missing": inAfc((situation, random) => {
    const { agreement, invoice } = situation;
    const signedOn = random.chance(0.5) ? undefined : addDays(invoice.startsOn, 1 + random.int(30));
    return { ...situation, agreement: random.chance(0.3) ? undefined : agreement && { ...agreement, signedOn } };
  }),
  "invoice.agreement-mismatch": inDraft(({ lines }, random) =>
    random.pick<() => Partial<Invoice>>([
      () => ({ lines: lines.map((line) => priced({ ...line, unitPriceCents: line.unitPriceCents + 1 + random.int(500) })) }),
      () => ({ sessionReference: "SE-2026-041" }),
      () => ({ agreement: "CONV-2026-0002" }),
      () => ({ engagement: String(4_500_000_000 + random.int(12_000)) }),
    ])(),
  ),
  "invoice.order-reference-missing": inAfc((situation, random) => ({
    ...situation,
    order: undefined,
    invoice: random.chance(0.5) ? situation.invoice : { ...situation.invoice, order: undefined },
  })),
  "invoice.quote-not-accepted": inQuoted(({ quote, ...situation }, random) => {
    const status = random.pick(["under-review", "refused", "correction-requested", "approved"] as const);
    return { ...situation, quote: random.chance(0.2) ? undefined : quote && { ...quote, status } };
  }),
  "invoice.poei-payee": inQuoted(({ quote, ...situation }) =>
    quote?.poei === undefined ? undefined : { ...situation, quote: { ...quote, poei: { ...quote.poei, payee: "employer" } } },
  ),
  "invoice.afc-fee-to-trainee": inDraft(({ lines }, random) => {
    const [line] = lines;
    const cents = 10_00 + random.int(200_00);
    const fee = { label: random.pick(fees), unit: "flat", quantity: 1, unitPriceCents: cents, amountCents: cents, halfDays: [] } as const;
    return { lines: line === undefined ? lines : [...lines, { ...line, ...fee, halfDays: [], traineeId: undefined }] };
  }),
  "invoice.company-share": withProof(({ planned }, random) => {
    const most = Math.floor(planned.length / 3) + 1 + random.int(2);
    return { planned: planned.map((one, index) => (index < most ? { ...one, at: "company" } : one)) };
  }),
  "invoice.hours-over-attendance": inAfc((situation, random) => {
    const { invoice, order, proof } = situation;
    const [line] = invoice.lines;
    if (order === undefined || line === undefined) return undefined;
    return random.chance(0.3)
      ? withRoom({ ...situation, invoice: { ...invoice, lines: [...invoice.lines, { ...line, traineeId: undefined }] } })
      : { ...situation, proof: { ...proof, ...absences(proof, random) } };
  }),
  "invoice.hours-under-attendance": inAfc((situation, random) => {
    const { lines } = situation.invoice;
    const index = random.int(lines.length);
    const line = lines[index];
    if (line === undefined || line.halfDays.length < 2) return undefined;
    const halfDays = line.halfDays.slice(0, 1 + random.int(line.halfDays.length - 1));
    const quantity = halfDays.reduce((sum, { minutes }) => sum + minutes, 0);
    return { ...situation, invoice: { ...situation.invoice, lines: lines.with(index, priced({ ...line, halfDays, quantity })) } };
  }),
  "invoice.trainee-unknown": inAfc((situation, random) => {
    const other = `T-00${10 + random.int(90)}`;
    const { order, proof, invoice } = situation;
    return random.pick([
      () => ({ ...situation, order: order && { ...order, traineeIds: [other] } }),
      () => ({ ...situation, proof: { ...proof, roster: [] } }),
      () => ({
        ...situation,
        invoice: { ...invoice, lines: invoice.lines.map((line, index) => (index === 0 ? { ...line, traineeId: other } : line)) },
      }),
    ])();
  }),
  "invoice.trainee-twice": inAfc((situation, random, dossier) => {
    const { invoice, proof } = situation;
    const line = random.pick(invoice.lines);
    const before = issuedInvoice(dossier)?.invoice;
    if (before === undefined || random.chance(0.5))
      return withRoom({ ...situation, invoice: { ...invoice, lines: [...invoice.lines, line] } });
    const lines = [{ ...line, halfDays: [...someOf(random, line.halfDays)] }];
    return { ...situation, proof: { ...proof, billed: billedClaims({ ...before, lines }, before.issue.at) } };
  }),
  "invoice.attendance-incomplete": withProof(({ months, records, signIns }, random) => {
    const [lost, unsigned] = [someOf(random, records), someOf(random, signIns)];
    return random.pick([
      { months: months.map((one) => ({ ...one, status: "reopened" as const })) },
      { records: records.filter((fact) => !lost.has(fact)) },
      { signIns: signIns.filter((one) => !unsigned.has(one)) },
    ]);
  }),
  "invoice.credit-needed": withProof(absences, inIssued),
  "invoice.over-order": inAfc(({ order, ...situation }, random) => {
    if (order === undefined) return undefined;
    const minutes = order.minutes - 1 - random.int(order.minutes - 1);
    const amendment = anAmendment({ minutes, trainees: order.trainees, signedOn: addDays(order.orderedOn, 3) });
    return { ...situation, order: { ...order, ...(random.chance(0.5) ? { minutes } : { amendments: [amendment] }) } };
  }),
  "invoice.over-quote": inQuoted(({ quote, ...situation }, random) => {
    const paid = quote?.funding?.franceTravailCents ?? 0;
    if (quote?.funding === undefined || paid < 2_00) return undefined;
    return {
      ...situation,
      quote: { ...quote, funding: { ...quote.funding, franceTravailCents: paid - 1_00 - random.int(paid - 1_00) } },
    };
  }),
  "invoice.pro-rata": inQuoted((situation, random) => {
    const lines = shortened(situation.invoice, 1 + random.int(6));
    return lines && { ...situation, invoice: { ...situation.invoice, lines } };
  }),
  "invoice.period-overlap": inAfc((situation, random) => {
    const { invoice, today } = situation;
    const lines = shortened(invoice, 1 + random.int(6)) ?? invoice.lines;
    const twin = { ...invoice, lines, reference: `PF-2026-00${10 + random.int(90)}`, preparedAt: `${today}T08:00:00.000Z` };
    return { ...situation, others: [twin] };
  }),
  "invoice.penalty-over-contract": inDraft((invoice, random) => ({
    penalty: {
      amountCents: applyRate(invoiceTotals(invoice).linesCents, 500) + 1 + random.int(1_00),
      reason: random.pick(["Compte rendu en retard", "Effectif trop bas"]),
    },
  })),
  "invoice.deposit-over-rate": inDeposit((situation, random) => {
    const more = 1 + random.int(500_00);
    const lines = situation.invoice.lines.map((line) => priced({ ...line, unitPriceCents: line.unitPriceCents + more }));
    return { ...situation, invoice: { ...situation.invoice, lines } };
  }),
  "invoice.deposit-not-left": inBalance(({ invoice, others, ...situation }, random) => {
    const more = 1 + random.int(500_00);
    const [another] = invoice.deposits.map((deposit) => ({ ...deposit, number: `FAC-2026-${1000 + random.int(9000)}` }));
    return random.pick<() => InvoiceSituation>([
      () => ({ ...situation, others: [], invoice }),
      () => ({ ...situation, others, invoice: { ...invoice, deposits: another === undefined ? [] : [another] } }),
      () => ({
        ...situation,
        others,
        invoice: { ...invoice, deposits: invoice.deposits.map((one) => ({ ...one, amountCents: one.amountCents + more })) },
      }),
      () => ({ ...situation, others: others.map((one) => ({ ...one, status: "credited" }) as Invoice), invoice }),
    ])();
  }),
};
