import { agreementRefusals, parse, purchaseOrderSchema, raise } from "@kairos/core";
import { command } from "../../command.js";
import { orderOption } from "../../dossiers/agreements.js";
import { orderCard } from "../../dossiers/order-card.js";
import { loadOrderOf, recordOrder } from "../../dossiers/orders.js";
import { text } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler", "Annule une commande dont rien n'est facturé ; elle reste lisible"],
    en: ["cancel", "Cancel an order of which nothing is billed; it stays readable"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: [["reason"]],
  final: true,
  example: "/commande annuler commande:BC-2026-118 motif:Session reportée",
  options: {
    order: orderOption,
    reason: text({ fr: ["motif", "Pourquoi, sans nommer personne"], en: ["reason", "Why, without naming anybody"] }, 200),
  },
  async run({ input, store, actor, now, today }) {
    const loaded = await loadOrderOf(store, input.order);
    if (!loaded.ok) return refused(loaded.problems);
    const { order: before, agreement } = loaded.value;
    const trace = { object: before.reference };
    if (before.cancelled !== undefined) {
      const params = { order: before.reference, on: before.cancelled.on };
      return refused([raise(agreementRefusals, "order.already-cancelled", [], params)], { trace });
    }
    const cancelled = { on: today, reason: input.reason, recordedBy: actor.id, recordedAt: now };
    const order = parse(purchaseOrderSchema, { ...before, cancelled });
    if (!order.ok) return refused(order.problems, { trace });
    const facts = await recordOrder(store, order.value, agreement);
    if (!facts.ok) return refused(facts.problems, { trace });
    const drafts = facts.value.billed.get(before.reference)?.drafts ?? [];
    const card = await orderCard(store, order.value, facts.value, [
      line("good", "Commande annulée : elle ne se facture plus.", "Order cancelled: it is no longer billed."),
      ...(drafts.length === 0
        ? []
        : [
            line(
              "warning",
              `Abandonnez aussi le brouillon qui repose sur elle : ${drafts.join(", ")}.`,
              `Discard the draft that rests on it too: ${drafts.join(", ")}.`,
            ),
          ]),
    ]);
    return { ...card, next: drafts.map(discardIt) };
  },
});

function discardIt(draft: string) {
  return { text: { fr: "abandonner le brouillon", en: "discard the draft" }, command: `/facture abandonner facture:${draft}` };
}
