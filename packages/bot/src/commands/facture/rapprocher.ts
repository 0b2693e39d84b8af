import {
  billingRefusals,
  calledInvoice,
  checkOutgoing,
  counted,
  formatCents,
  formatMinutes,
  hasErrors,
  type InvoiceSituation,
  invoiceStatusLabels,
  invoiceTotals,
  orderedIn,
  type Problem,
  raise,
  sentenceCase,
  traineeMatches,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { loadAgreement, loadOrder, orderOption } from "../../dossiers/agreements.js";
import { matchTable } from "../../dossiers/invoice-tables.js";
import { invoiceOption, invoiceSituation, invoiceSteps, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { optional } from "../../options.js";
import { both, done, line, type Reply, type ReplyLine, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["rapprocher", "Compare une facture à la commande ou au devis, et à l'assiduité"],
    en: ["match", "Compare an invoice with the order or the quote, and with attendance"],
  },
  needs: "invoice.read",
  visibility: "private",
  example: "/facture rapprocher facture:PF-2026-0001",
  options: { invoice: optional(invoiceOption), order: optional(orderOption) },
  async run(desk) {
    const { invoice, order } = desk.input;
    if (invoice !== undefined && order === undefined) return matchOf(desk, invoice);
    if (order !== undefined && invoice === undefined) return matchOfOrder(desk, order);
    return refused([raise(billingRefusals, "invoice.match-unclear", [], {})]);
  },
});

type Desk = CommandContext<unknown>;

async function matchOf(desk: Desk, typed: string): Promise<Reply> {
  const loaded = await loadInvoice(desk, typed);
  if (!loaded.ok) return refused(loaded.problems);
  const situation = loaded.value;
  const { invoice } = situation;
  const problems = judged(situation);
  const blocked = hasErrors(problems);
  return done({
    title: invoiceTitle(invoice),
    lines: [{ tone: "plain", text: invoiceSummary(invoice) }, verdictLine(problems)],
    table: matchTable(situation),
    problems,
    next: blocked ? [] : invoiceSteps(invoice),
    verdict: blocked ? "unsound" : "sound",
    data: { invoice: calledInvoice(invoice), matches: traineeMatches(situation) },
    trace: { object: calledInvoice(invoice), details: countsOf(problems) },
  });
}

/** Every invoice of an order that stands, and what the order leaves. */
async function matchOfOrder({ store, today }: Desk, typed: string): Promise<Reply> {
  const order = await loadOrder(store, typed);
  if (!order.ok) return refused(order.problems);
  const { reference, sessionReference } = order.value;
  const agreement = await loadAgreement(store, order.value.agreement, "order");
  if (!agreement.ok) return refused(agreement.problems, { trace: { object: reference } });
  const related = await store.invoices.related({ reference: "", sessionReference, order: reference, quote: undefined });
  const standing = related.filter(({ order: of, status }) => of === reference && status !== "discarded");
  const judgedOnes: { readonly situation: InvoiceSituation; readonly problems: readonly Problem[] }[] = [];
  for (const invoice of standing) {
    const situation = await invoiceSituation(store, invoice, today);
    judgedOnes.push({ situation, problems: judged(situation) });
  }
  const problems = judgedOnes.flatMap((one) => one.problems);
  const ordered = orderedIn(order.value, agreement.value);
  const rows = judgedOnes.map(({ situation, problems: own }) => rowOf(situation, own));
  const billed = judgedOnes.reduce((sum, { situation: { invoice } }) => sum + signed(invoice, invoiceTotals(invoice).linesCents), 0);
  return done({
    title: { fr: `Commande ${reference} · rapprochement`, en: `Order ${reference} · match` },
    lines: [
      both((language) =>
        language === "fr"
          ? `Commandé : ${formatMinutes(ordered.minutes)}, ${formatCents(ordered.netCents)}. Sur les factures : ${formatCents(billed)} ; il reste ${formatCents(ordered.netCents - billed)}.`
          : `Ordered: ${formatMinutes(ordered.minutes)}, ${formatCents(ordered.netCents, "en")}. On invoices: ${formatCents(billed, "en")}; ${formatCents(ordered.netCents - billed, "en")} left.`,
      ),
    ]
      .map((text): ReplyLine => ({ tone: "plain", text }))
      .concat(verdictLine(problems)),
    ...(rows.length > 0 && { table: { columns, rows, open: { path: "facture rapprocher", option: "facture" } } }),
    problems,
    next:
      rows.length > 0
        ? []
        : [{ text: { fr: "préparer la facture", en: "prepare the invoice" }, command: `/facture preparer commande:${reference}` }],
    verdict: hasErrors(problems) ? "unsound" : "sound",
    data: {
      order: reference,
      orderedMinutes: ordered.minutes,
      orderedCents: ordered.netCents,
      billedCents: billed,
      invoices: standing.map(calledInvoice),
    },
    trace: { object: reference, details: countsOf(problems) },
  });
}

const columns = [
  { fr: "Facture", en: "Invoice" },
  { fr: "État", en: "Status" },
  { fr: "Heures facturées", en: "Hours billed" },
  { fr: "Dont attestées", en: "Of them attested" },
  { fr: "Montant HT", en: "Net amount" },
  { fr: "Écarts", en: "Differences" },
];

function rowOf(situation: InvoiceSituation, problems: readonly Problem[]) {
  const { invoice } = situation;
  const matches = invoice.kind === "credit-note" || invoice.kind === "deposit" ? [] : traineeMatches(situation);
  const sum = (key: "billedMinutes" | "provedMinutes") => matches.reduce((total, one) => total + one[key], 0);
  return [
    same(calledInvoice(invoice)),
    both((language) => sentenceCase(invoiceStatusLabels[invoice.status][language])),
    same(matches.length === 0 ? "—" : formatMinutes(sum("billedMinutes"))),
    same(matches.length === 0 ? "—" : formatMinutes(sum("provedMinutes"))),
    both((language) => formatCents(signed(invoice, invoiceTotals(invoice).linesCents), language)),
    same(problems.length === 0 ? "✔" : String(problems.length)),
  ];
}

/** A deposit is taken off again by the balance: it adds nothing to what the order pays. */
function signed({ kind }: InvoiceSituation["invoice"], cents: number): number {
  return kind === "deposit" ? 0 : kind === "credit-note" ? -cents : cents;
}

function judged(situation: InvoiceSituation): readonly Problem[] {
  return checkOutgoing(situation).filter(({ severity }) => severity !== "undecided");
}

function countsOf(problems: readonly Problem[]) {
  const blocking = problems.filter(({ severity }) => severity === "error").length;
  return { blocking, others: problems.length - blocking };
}

function verdictLine(problems: readonly Problem[]): ReplyLine {
  const { blocking, others } = countsOf(problems);
  if (blocking + others === 0) {
    return line("good", "Tout concorde : ce qui est convenu, suivi et facturé.", "Everything agrees: what is agreed, attended and billed.");
  }
  return line(
    blocking > 0 ? "bad" : "warning",
    `${counted(blocking, "écart bloquant", "écarts bloquants")}, ${others} à vérifier.`,
    `${counted(blocking, "blocking difference", "blocking differences", "en")}, ${others} to look at.`,
  );
}
