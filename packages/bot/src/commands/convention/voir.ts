import { command } from "../../command.js";
import { agreementCard } from "../../dossiers/agreement-card.js";
import { agreementFacts, agreementOption, loadAgreement } from "../../dossiers/agreements.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre une convention : conditions, commandes, et ce qui est facturé"],
    en: ["show", "Show an agreement: terms, orders, and what is billed"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/convention voir convention:CONV-2026-0001",
  options: { agreement: agreementOption },
  async run({ input, store }) {
    const loaded = await loadAgreement(store, input.agreement);
    return loaded.ok ? agreementCard(await agreementFacts(store, loaded.value)) : refused(loaded.problems);
  },
});
