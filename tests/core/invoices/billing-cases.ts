import {
  type InvoiceSituation,
  type IssuedInvoice,
  invoiceTotals,
  lineAmount,
  matchRules,
  type Problem,
  prepareInvoice,
  traineeSlotKey,
} from "@kairos/core";
import { judgeBy } from "../../../packages/core/src/shared/rules.js";
import { aProvider } from "../../examples/index.js";
import { orderedBy, paidBy, provedBy, shareBy } from "./billing-oracle.js";
import { closeMonth, creditIn, issueIn, proofOf, recordOf, type World, worldOf } from "./billing-world.js";

const provider = aProvider();
const judge = judgeBy<InvoiceSituation, typeof matchRules>(matchRules);

/** Codes that no invoice may bear on the day it was prepared. */
const impossible: ReadonlySet<string> = new Set([
  "invoice.hours-over-attendance",
  "invoice.over-order",
  "invoice.over-quote",
  "invoice.pro-rata",
  "invoice.trainee-twice",
  "invoice.trainee-unknown",
  "invoice.deposit-over-rate",
  "invoice.agreement-mismatch",
  "invoice.period-overlap",
]);

/** What is wrong with the billing of a small world, in words; nothing when all holds. */
export function faultOf(seed: number): string | undefined {
  const world = worldOf(seed);
  const acts = 2 + Math.floor(world.draw() * 6);
  for (let act = 0; act < acts; act += 1) {
    const fault = actIn(world) ?? balanceOf(world);
    if (fault !== undefined) return `act ${act}: ${fault}`;
  }
  return undefined;
}

function actIn(world: World): string | undefined {
  const { draw, pick, invoices, records, planned } = world;
  const chance = draw();
  if (chance < 0.6) return prepareIn(world);
  if (chance < 0.8) {
    const standing = invoices.filter(({ kind, status }) => kind !== "credit-note" && status !== "credited");
    if (standing.length > 0) creditIn(world, pick(standing));
  } else if (chance < 0.9) closeMonth(world, pick(["2026-11", "2026-12"]));
  else {
    const slot = pick(planned);
    records.set(traineeSlotKey(slot), recordOf(slot, pick(["present", "unexcused", "late", "excused"] as const), 30));
  }
  return undefined;
}

function prepareIn(world: World): string | undefined {
  const { draw, pick, from, session, invoices } = world;
  const proof = proofOf(world);
  const period =
    draw() < 0.5
      ? undefined
      : pick([
          { startsOn: "2026-11-01", endsOn: "2026-12-05" },
          { startsOn: "2026-12-01", endsOn: "2026-12-31" },
          { startsOn: "2026-12-07", endsOn: "2026-12-07" },
        ]);
  const kind = pick(["invoice", "invoice", "deposit", "balance", "balance"] as const);
  const prepared = prepareInvoice({ kind, from, session, proof, others: [...invoices], period, today: "2026-12-21" });
  if (!prepared.ok) return undefined;
  const proved = provedBy(world);
  const before = [...invoices];
  const { content, rows } = prepared.value;
  const draft = {
    ...content,
    reference: "PF-2026-9999",
    status: "draft" as const,
    preparedBy: ["lea"],
    preparedAt: "2026-12-21T10:00:00.000Z",
    events: [],
    payments: [],
  };
  const [agreement, order, quote] = "order" in from ? [from.agreement, from.order] : [undefined, undefined, from.quote];
  const situation = {
    invoice: draft,
    provider,
    today: "2026-12-21",
    agreement,
    order,
    quote,
    session,
    trainees: new Map(),
    proof,
    others: before,
  };
  const judged = judge(situation).find((problem: Problem) => impossible.has(problem.code));
  if (judged !== undefined) return `${judged.code} ${JSON.stringify(judged.params)}`;
  const invoice = issueIn(world, content);
  for (const { traineeId = "", halfDays } of invoice.lines)
    for (const { day, half, minutes } of halfDays) {
      const key = traineeSlotKey({ traineeId, day, half });
      if (BigInt(minutes) > (proved.get(key) ?? 0n)) return `${key} is billed ${minutes}, proved ${proved.get(key)}`;
    }
  const rowed = rows.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  if (kind !== "deposit" && rowed !== sumOf(invoice)) return `rows ${rowed}, lines ${sumOf(invoice)}`;
  return totalsOf(invoice) ?? wholeOf(world, invoice);
}

/** The sum of the lines is the total, and each line is its quantity at its price. */
function totalsOf(invoice: IssuedInvoice): string | undefined {
  const { lines, deposits } = invoice;
  const totals = invoiceTotals(invoice);
  if (BigInt(totals.linesCents) !== sumOf(invoice)) return `lines ${sumOf(invoice)}, total ${totals.linesCents}`;
  if (totals.netCents + totals.vatCents !== totals.totalCents || totals.totalCents - totals.prepaidCents !== totals.dueCents)
    return "totals differ";
  const vat = lines.reduce((sum, { vatRate, amountCents }) => sum + BigInt(amountCents) * BigInt(vatRate), 0n);
  if (BigInt(totals.vatCents) !== (vat * 2n + 10_000n) / 20_000n) return `VAT ${totals.vatCents}`;
  if (totals.dueCents < 0) return `due ${totals.dueCents} after ${deposits.length} deposits`;
  const odd = lines.find((line) => lineAmount(line) !== line.amountCents || line.amountCents < 0 || line.quantity < 1);
  return odd && `line ${JSON.stringify(odd)}`;
}

/** No cent is lost: what a trainee or a quote was billed is exactly what the hours billed so far are worth. */
function wholeOf({ from, invoices }: World, invoice: IssuedInvoice): string | undefined {
  if (invoice.kind === "deposit") return undefined;
  const isNet = netOf(invoices) < BigInt("order" in from ? orderedBy(from).netCents : paidBy(from.quote));
  for (const traineeId of new Set(invoice.lines.flatMap((line) => line.traineeId ?? []))) {
    const hours = hoursOf(invoices, traineeId);
    if (hours > minutesOf(invoices, traineeId)) return `${traineeId}: ${hours} minutes on hourly lines`;
    const due = shareBy(from, minutesOf(invoices, traineeId));
    if (due === undefined) return undefined;
    const billed = "order" in from ? netOf(invoices, traineeId) : netOf(invoices);
    const hasCredit = invoices.some(({ kind }) => kind === "credit-note");
    // An order that is used up pays no more; a credit note may have rounded a cent that is not asked again.
    if (billed < due && isNet) return `${traineeId}: billed ${billed}, due ${due}`;
    if (billed > due && !hasCredit) return `${traineeId}: billed ${billed}, due ${due} at most`;
  }
  return undefined;
}

/** Billed is within what is ordered, credited within what is billed, a deposit taken off once. */
function balanceOf({ from, invoices }: World): string | undefined {
  const billed = netOf(invoices);
  const most = "order" in from ? orderedBy(from).netCents : paidBy(from.quote);
  if (billed > most) return `billed ${billed}, ordered ${most}`;
  if (billed < 0n) return `billed ${billed}`;
  if ("order" in from && from.agreement.basis === "trainee-hour" && minutesOf(invoices) > BigInt(from.order.minutes)) {
    return `${minutesOf(invoices)} billed, ${from.order.minutes} ordered`;
  }
  for (const invoice of invoices) {
    if (invoice.kind === "credit-note") continue;
    const credited = invoices.reduce((sum, one) => (one.credits?.reference === invoice.reference ? sum + sumOf(one) : sum), 0n);
    if (credited > sumOf(invoice)) return `${invoice.reference}: credited ${credited} of ${sumOf(invoice)}`;
    if (invoice.status === "credited" && credited !== sumOf(invoice))
      return `${invoice.reference}: only ${credited} credited of ${sumOf(invoice)}`;
    const taken = invoices
      .flatMap(({ kind, status, deposits }) => (kind === "balance" && status !== "credited" ? deposits : []))
      .filter(({ number }) => number === invoice.issue.number);
    const used = taken.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (used > invoiceTotals(invoice).totalCents) return `${invoice.reference}: ${used} taken off`;
  }
  const deposits = invoices
    .filter(({ kind, status }) => kind === "deposit" && status !== "credited")
    .reduce((sum, one) => sum + sumOf(one), 0n);
  return "order" in from && deposits > orderedBy(from).depositCents ? `deposits ${deposits}` : undefined;
}

/** Minutes of hourly lines, where nothing was credited: a credit note may turn hours into a sum. */
function hoursOf(invoices: readonly IssuedInvoice[], traineeId: string): bigint {
  if (invoices.some(({ kind }) => kind === "credit-note")) return 0n;
  const lines = invoices.flatMap((one) => one.lines).filter((line) => line.traineeId === traineeId && line.unit === "hour");
  return lines.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
}

/** Of invoices less their credit notes, deposits left out. */
function netOf(invoices: readonly IssuedInvoice[], traineeId?: string): bigint {
  const deposits = new Set(invoices.filter(({ kind }) => kind === "deposit").map(({ reference }) => reference));
  return invoices.reduce((sum, one) => {
    if (deposits.has(one.credits?.reference ?? one.reference)) return sum;
    return one.kind === "credit-note" ? sum - sumOf(one, traineeId) : sum + sumOf(one, traineeId);
  }, 0n);
}

function sumOf({ lines }: Pick<IssuedInvoice, "lines">, traineeId?: string): bigint {
  return lines.reduce((sum, line) => (traineeId === undefined || line.traineeId === traineeId ? sum + BigInt(line.amountCents) : sum), 0n);
}

/** Minutes of half-days that stand, each once. */
function minutesOf(invoices: readonly IssuedInvoice[], traineeId?: string): bigint {
  const minutes = new Map<string, bigint>();
  for (const { kind, lines } of invoices)
    for (const line of lines)
      for (const { day, half, minutes: billed } of line.halfDays) {
        if (traineeId !== undefined && line.traineeId !== traineeId) continue;
        const key = traineeSlotKey({ traineeId: line.traineeId ?? "", day, half });
        if (kind === "credit-note") minutes.delete(key);
        else minutes.set(key, BigInt(billed));
      }
  return [...minutes.values()].reduce((sum, one) => sum + one, 0n);
}
