import { command } from "../../command.js";
import { agreementFacts, orderOption } from "../../dossiers/agreements.js";
import { orderCard } from "../../dossiers/order-card.js";
import { loadOrderOf } from "../../dossiers/orders.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre une commande : quantités, avenants, et ce qui est facturé"],
    en: ["show", "Show an order: quantities, amendments, and what is billed"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/commande voir commande:BC-2026-118",
  options: { order: orderOption },
  async run({ input, store }) {
    const loaded = await loadOrderOf(store, input.order);
    if (!loaded.ok) return refused(loaded.problems);
    const { order, agreement } = loaded.value;
    return orderCard(store, order, await agreementFacts(store, agreement));
  },
});
