import { formatCents, formatMinutes, orderedIn, type PurchaseOrder, type TrainingAgreement } from "@kairos/core";
import { command } from "../../command.js";
import { orderState } from "../../dossiers/agreement-card.js";
import { agreementOption } from "../../dossiers/agreements.js";
import { given, optional, reference, text } from "../../options.js";
import { both, done, line, same } from "../../reply.js";

const most = 100;

export default command({
  words: { fr: ["liste", "Liste les commandes, les dernières d'abord"], en: ["list", "List the orders, latest first"] },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/commande liste",
  options: {
    agreement: optional(agreementOption),
    session: optional(reference("session", { fr: ["session", "Seulement cette session"], en: ["session", "Only this session"] })),
    search: optional(text({ fr: ["cherche", "Partie d'un numéro"], en: ["search", "Part of a number"] }, 80)),
  },
  async run({ input, store }) {
    const { agreement, session, search } = input;
    const found = await store.purchaseOrders.list({
      ...given({ agreement: agreement?.toUpperCase(), sessionReference: session?.toUpperCase(), search }),
      limit: most + 1,
    });
    const orders = found.slice(0, most);
    const agreements = new Map<string, TrainingAgreement | undefined>();
    for (const order of orders) {
      if (!agreements.has(order.agreement)) agreements.set(order.agreement, await store.trainingAgreements.get(order.agreement));
    }
    return done({
      title: { fr: "Commandes", en: "Orders" },
      ...(orders.length === 0
        ? { lines: [line("plain", "Aucune commande ne correspond.", "No order matches.")] }
        : {
            table: {
              columns,
              rows: orders.map((order) => rowOf(order, agreements.get(order.agreement))),
              open: { path: "commande voir", option: "commande" },
            },
          }),
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} dernières commandes ; donnez une convention ou une session pour trouver les autres.`,
            `The latest ${most} orders; give an agreement or a session to find the others.`,
          ),
        ],
      }),
      data: { orders: orders.map((order) => ({ reference: order.reference, agreement: order.agreement })) },
    });
  },
});

const columns = [
  { fr: "Commande", en: "Order" },
  { fr: "Convention", en: "Agreement" },
  { fr: "Session", en: "Session" },
  { fr: "Stagiaires", en: "Trainees" },
  { fr: "Heures", en: "Hours" },
  { fr: "Montant HT", en: "Net" },
  { fr: "État", en: "State" },
];

function rowOf(order: PurchaseOrder, agreement: TrainingAgreement | undefined) {
  const { minutes, trainees } = order.amendments.at(-1) ?? order;
  const ordered = agreement && orderedIn(order, agreement);
  return [
    same(order.reference),
    same(order.agreement),
    same(order.sessionReference),
    same(String(trainees)),
    same(formatMinutes(minutes)),
    ordered === undefined ? same("—") : both((language) => formatCents(ordered.netCents, language)),
    orderState(order),
  ];
}
