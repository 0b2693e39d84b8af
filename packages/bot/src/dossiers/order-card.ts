import {
  type Billed,
  counted,
  formatCents,
  formatDay,
  formatMinutes,
  fullName,
  type Label,
  type Language,
  type Ordered,
  orderedIn,
  type PurchaseOrder,
  priceBasisLabels,
  type Trainee,
  type TrainingAgreement,
} from "@kairos/core";
import { both, done, line, type NextStep, type Reply, type ReplyLine, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { orderState } from "./agreement-card.js";
import type { AgreementFacts } from "./agreements.js";
import { orderProblems } from "./orders.js";

/** An order: what is ordered and what each amendment made of it, what was billed, and what the rules say of it. */
export async function orderCard(
  store: Store,
  order: PurchaseOrder,
  facts: AgreementFacts,
  first: readonly ReplyLine[] = [],
): Promise<Reply> {
  const { agreement } = facts;
  const billed = facts.billed.get(order.reference);
  const { reference, sessionReference, amendments, engagement, traineeIds = [] } = order;
  const named = traineeIds.length === 0 ? [] : await store.trainees.list({ ids: traineeIds });
  return done({
    title: { fr: `Commande ${reference}`, en: `Order ${reference}` },
    lines: [
      ...first,
      orderedLine(orderedIn(order, agreement), agreement),
      ...cancelledLines(order),
      ...billedLines(order, agreement, billed),
    ],
    fields: [
      { name: { fr: "Convention", en: "Agreement" }, value: same(`${agreement.reference} · ${agreement.title}`) },
      { name: { fr: "Session", en: "Session" }, value: same(sessionReference) },
      {
        name: { fr: "Engagement", en: "Engagement" },
        value:
          engagement === undefined
            ? { fr: `${reference}, le numéro de commande`, en: `${reference}, the order's number` }
            : same(engagement),
      },
      { name: { fr: "État", en: "State" }, value: orderState(order) },
      ...(traineeIds.length === 0
        ? []
        : [{ name: { fr: "Stagiaires nommés", en: "Trainees named" }, value: same(calledAll(traineeIds, named)) }]),
    ],
    ...(amendments.length > 0 && { table: { columns, rows: historyOf(order, agreement) } }),
    problems: orderProblems(facts, order),
    next: nextSteps(order, billed),
    data: { reference, agreement: agreement.reference, ...orderedIn(order, agreement), billedCents: billed?.netCents ?? 0 },
    trace: { object: reference },
  });
}

/** `700 h-stagiaire pour 10 stagiaires, à 17,00 € par heure-stagiaire : 11 900,00 € HT` */
export function orderedLine(
  { minutes, trainees, unitPriceCents, netCents }: Ordered,
  { basis }: Pick<TrainingAgreement, "basis">,
): ReplyLine {
  const hours = formatMinutes(minutes);
  return line(
    "plain",
    `Commandé : ${hours} pour ${counted(trainees, "stagiaire")}, à ${formatCents(unitPriceCents)} par ${priceBasisLabels[basis].fr}, soit ${formatCents(netCents)} HT.`,
    `Ordered: ${hours} for ${counted(trainees, "trainee", "trainees", "en")}, at ${formatCents(unitPriceCents, "en")} per ${priceBasisLabels[basis].en}: ${formatCents(netCents, "en")} net.`,
  );
}

function cancelledLines({ cancelled }: PurchaseOrder): readonly ReplyLine[] {
  if (cancelled === undefined) return [];
  const { on, reason } = cancelled;
  const why = reason === undefined ? "." : ` : ${reason}`;
  return [line("warning", `Annulée le ${formatDay(on)}${why}`, `Cancelled on ${formatDay(on, "en")}${why}`)];
}

function billedLines(order: PurchaseOrder, agreement: TrainingAgreement, billed: Billed | undefined): readonly ReplyLine[] {
  if (billed === undefined || billed.invoices.length + billed.drafts.length === 0) {
    return [line("muted", "Rien n'est encore facturé.", "Nothing is billed yet.")];
  }
  const { netCents: ordered } = orderedIn(order, agreement);
  const left = ordered - billed.netCents;
  const drafts = billed.drafts.join(", ");
  return [
    line(
      "plain",
      `Facturé : ${formatMinutes(billed.minutes)}, ${formatCents(billed.netCents)} HT${within(billed.invoices)} ; reste ${formatCents(left)} HT.`,
      `Billed: ${formatMinutes(billed.minutes)}, ${formatCents(billed.netCents, "en")} net${within(billed.invoices)}; ${formatCents(left, "en")} left.`,
    ),
    ...(billed.depositCents === 0
      ? []
      : [
          line(
            "plain",
            `Acompte demandé : ${formatCents(billed.depositCents)} HT.`,
            `Deposit asked: ${formatCents(billed.depositCents, "en")} net.`,
          ),
        ]),
    ...(drafts === "" ? [] : [line("muted", `Brouillons, pas encore émis : ${drafts}.`, `Drafts, not issued yet: ${drafts}.`)]),
  ];
}

function within(invoices: readonly string[]): string {
  return invoices.length === 0 ? "" : ` (${invoices.join(", ")})`;
}

const columns = [
  { fr: "Pièce", en: "Paper" },
  { fr: "Date", en: "Day" },
  { fr: "Heures", en: "Hours" },
  { fr: "Stagiaires", en: "Trainees" },
  { fr: "Montant HT", en: "Net" },
  { fr: "Motif", en: "Reason" },
];

/** The order as it was placed, then what each amendment made of it. */
function historyOf(order: PurchaseOrder, agreement: TrainingAgreement): readonly (readonly Label[])[] {
  const { orderedOn, minutes, trainees } = order;
  const placed = { paper: { fr: "commande", en: "order" }, on: orderedOn, minutes, trainees, reason: undefined };
  const amended = order.amendments.map(({ number, signedOn, reason, ...quantities }) => ({
    paper: { fr: `avenant ${number}`, en: `amendment ${number}` },
    on: signedOn,
    minutes: quantities.minutes,
    trainees: quantities.trainees,
    reason,
  }));
  return [placed, ...amended].map(({ paper, on, reason, ...quantities }) => {
    const { netCents } = orderedIn({ ...order, ...quantities, amendments: [] }, agreement);
    return [
      paper,
      both((language: Language) => formatDay(on, language)),
      same(formatMinutes(quantities.minutes)),
      same(String(quantities.trainees)),
      both((language: Language) => formatCents(netCents, language)),
      same(reason ?? "—"),
    ];
  });
}

/** `T-0001 · Camille DURAND, T-0007 · Inès PETIT` */
function calledAll(ids: readonly string[], trainees: readonly Trainee[]): string {
  const names = new Map(trainees.map((trainee) => [trainee.id, fullName(trainee)]));
  return ids.map((id) => (names.has(id) ? `${id} · ${names.get(id)}` : id)).join(", ");
}

function nextSteps({ reference, cancelled }: PurchaseOrder, billed: Billed | undefined): readonly NextStep[] {
  if (cancelled !== undefined || (billed?.drafts.length ?? 0) > 0) return [];
  return [
    {
      text: { fr: "une fois l'assiduité clôturée, préparer la facture", en: "once attendance is closed, prepare the invoice" },
      command: `/facture preparer commande:${reference}`,
    },
  ];
}
