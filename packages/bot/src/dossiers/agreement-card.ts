import {
  type Customer,
  checkAgreement,
  counted,
  formatCents,
  formatDay,
  formatMinutes,
  type Label,
  orderedIn,
  type PurchaseOrder,
  priceBasisLabels,
  sumCents,
  type TrainingAgreement,
} from "@kairos/core";
import { both, done, line, type NextStep, type Reply, type ReplyLine, same } from "../reply.js";
import { termsSaid } from "./agreement-terms.js";
import type { AgreementFacts } from "./agreements.js";

/** An agreement: its terms in sentences, its orders and what they were billed, and what the rules say of it. */
export function agreementCard(
  facts: AgreementFacts,
  details: Readonly<Record<string, string>> = {},
  first: readonly ReplyLine[] = [],
): Reply {
  const { agreement, orders, customer } = facts;
  const { reference, signedOn } = agreement;
  return done({
    title: { fr: `Convention ${reference}`, en: `Agreement ${reference}` },
    lines: [...first, { tone: "plain", text: agreementSummary(agreement) }, ...termsSaid(agreement), ...soFar(facts)],
    fields: [
      { name: { fr: "Payeur", en: "Customer" }, value: same(customer === undefined ? agreement.customerSiret : calledCustomer(customer)) },
      { name: { fr: "Marché", en: "Contract" }, value: same(marketOf(agreement)) },
      {
        name: { fr: "Signature", en: "Signature" },
        value: signedOn === undefined ? { fr: "pas encore", en: "not yet" } : both((language) => formatDay(signedOn, language)),
      },
    ],
    ...(orders.length > 0 && {
      table: { columns, rows: orders.map((order) => rowOf(order, facts)), open: { path: "commande voir", option: "commande" } },
    }),
    problems: checkAgreement(facts),
    next: nextSteps(agreement),
    data: { reference, orders: orders.map((order) => order.reference) },
    trace: { object: reference, details },
  });
}

/** `Cariste CACES R489 · 01/11/2026 → 31/10/2027 · 17,00 € par heure-stagiaire` */
export function agreementSummary({ title, startsOn, endsOn, basis, unitPriceCents }: TrainingAgreement): Label {
  return both((language) => {
    const per = `${language === "fr" ? "par" : "per"} ${priceBasisLabels[basis][language]}`;
    return `${title} · ${formatDay(startsOn, language)} → ${formatDay(endsOn, language)} · ${formatCents(unitPriceCents, language)} ${per}`;
  });
}

/** `2026-AFC-0417 · lot 3` */
export function marketOf({ market, lot }: Pick<TrainingAgreement, "market" | "lot">): string {
  return lot === undefined ? market : `${market} · lot ${lot}`;
}

/** `France Travail · 13000548100010` */
export function calledCustomer({ name, customerSiret }: Customer): string {
  return `${name} · ${customerSiret}`;
}

const columns = [
  { fr: "Commande", en: "Order" },
  { fr: "Session", en: "Session" },
  { fr: "Stagiaires", en: "Trainees" },
  { fr: "Heures", en: "Hours" },
  { fr: "Commandé HT", en: "Ordered, net" },
  { fr: "Facturé HT", en: "Billed, net" },
  { fr: "État", en: "State" },
];

function rowOf(order: PurchaseOrder, { agreement, billed }: AgreementFacts): readonly Label[] {
  const { minutes, trainees, netCents } = orderedIn(order, agreement);
  return [
    same(order.reference),
    same(order.sessionReference),
    same(String(trainees)),
    same(formatMinutes(minutes)),
    both((language) => formatCents(netCents, language)),
    both((language) => formatCents(billed.get(order.reference)?.netCents ?? 0, language)),
    orderState(order),
  ];
}

/** Whether an order stands as it was placed. */
export function orderState({ amendments, cancelled }: PurchaseOrder): Label {
  if (cancelled !== undefined) return { fr: "annulée", en: "cancelled" };
  const last = amendments.at(-1);
  return last === undefined ? { fr: "en cours", en: "in force" } : { fr: `avenant ${last.number}`, en: `amendment ${last.number}` };
}

/** Ordered and billed, all orders together; the cancelled ones order nothing. */
function soFar({ agreement, orders, billed }: AgreementFacts): readonly ReplyLine[] {
  if (orders.length === 0) return [line("muted", "Pas encore de commande.", "No order yet.")];
  const standing = orders.filter(({ cancelled }) => cancelled === undefined);
  const ordered = sumCents(standing.map((order) => orderedIn(order, agreement).netCents));
  const asked = sumCents([...billed.values()].map(({ netCents }) => netCents));
  return [
    line(
      "plain",
      `${counted(standing.length, "commande en cours", "commandes en cours")} : ${formatCents(ordered)} HT commandés, ${formatCents(asked)} HT facturés.`,
      `${counted(standing.length, "order", "orders", "en")} in force: ${formatCents(ordered, "en")} ordered, ${formatCents(asked, "en")} billed, net.`,
    ),
  ];
}

function nextSteps({ reference, signedOn }: TrainingAgreement): readonly NextStep[] {
  if (signedOn === undefined) return [];
  const text = { fr: "enregistrer un bon de commande", en: "record a purchase order" };
  return [{ text, command: `/commande creer convention:${reference} reference:… session:… stagiaires:…` }];
}
