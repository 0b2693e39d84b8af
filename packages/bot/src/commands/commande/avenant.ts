import { agreementRefusals, inputRules, parse, purchaseOrderSchema, raise } from "@kairos/core";
import { command } from "../../command.js";
import { orderOption } from "../../dossiers/agreements.js";
import { orderCard } from "../../dossiers/order-card.js";
import { loadOrderOf, recordOrder } from "../../dossiers/orders.js";
import { day, duration, given, integer, optional, text } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["avenant", "Enregistre un avenant : ses quantités remplacent celles d'avant"],
    en: ["amend", "Record an amendment: its quantities replace those before"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: [["number", "trainees", "minutes", "signedOn", "reason"]],
  example: "/commande avenant commande:BC-2026-118 numero:1 stagiaires:2 heures:140 h le:16/11/2026 motif:Une place de plus",
  options: {
    order: orderOption,
    number: text({ fr: ["numero", "Numéro de l'avenant"], en: ["number", "Number of the amendment"] }, 20),
    trainees: integer(
      { fr: ["stagiaires", "Nouveau nombre de stagiaires, en tout"], en: ["trainees", "New number of trainees, in all"] },
      1,
      10_000,
    ),
    minutes: duration({ fr: ["heures", "Nouvelles heures de tous ensemble : 640 h"], en: ["hours", "New hours of all together: 640 h"] }),
    signedOn: optional(day({ fr: ["le", "Date de l'avenant ; aujourd'hui, sinon"], en: ["on", "Day of the amendment; today, otherwise"] })),
    reason: optional(text({ fr: ["motif", "Pourquoi, sans nommer personne"], en: ["reason", "Why, without naming anybody"] }, 200)),
  },
  async run({ input: { order: typed, signedOn: said, reason, ...quantities }, store, actor, now, today }) {
    const loaded = await loadOrderOf(store, typed);
    if (!loaded.ok) return refused(loaded.problems);
    const { order: before, agreement } = loaded.value;
    const signedOn = said ?? today;
    const trace = { object: before.reference, details: { change: quantities.number } };
    if (before.cancelled !== undefined) {
      const params = { order: before.reference, on: before.cancelled.on };
      return refused([raise(agreementRefusals, "order.already-cancelled", [], params)], { trace });
    }
    if (signedOn > today) return refused([raise(inputRules, "input.day-in-future", ["le"], { day: signedOn })], { trace });
    const amendment = { ...quantities, signedOn, ...given({ reason }), recordedBy: actor.id, recordedAt: now };
    const order = parse(purchaseOrderSchema, { ...before, amendments: [...before.amendments, amendment] });
    if (!order.ok) return refused(order.problems, { trace });
    const facts = await recordOrder(store, order.value, agreement);
    if (!facts.ok) return refused(facts.problems, { trace });
    return { ...(await orderCard(store, order.value, facts.value, [amended])), trace };
  },
});

const amended = line("good", "Avenant enregistré : ses quantités font foi.", "Amendment recorded: its quantities stand.");
