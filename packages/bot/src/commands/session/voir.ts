import { inputRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { sessionCard } from "../../dossiers/sessions.js";
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
    const session = await store.sessions.get(input.reference.toUpperCase());
    if (session !== undefined) return sessionCard(session, today);
    return refused([raise(inputRules, "input.unknown-reference", ["reference"], { kind: "session", reference: input.reference })]);
  },
});
