import { command } from "../../command.js";
import { loadSession, sessionCard, sessionFacts } from "../../dossiers/sessions.js";
import { reference } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["voir", "Montre une session"], en: ["show", "Show a session"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/session voir reference:SE-2026-014",
  options: { reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }) },
  async run({ input, store, today }) {
    const session = await loadSession(store, input.reference);
    if (!session.ok) return refused(session.problems);
    return sessionCard(session.value, today, {}, await sessionFacts(store, session.value));
  },
});
