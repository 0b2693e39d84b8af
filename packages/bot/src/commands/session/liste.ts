import { command } from "../../command.js";
import { sessionSummary } from "../../dossiers/sessions.js";
import { optional, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

export default command({
  words: { fr: ["liste", "Liste les sessions"], en: ["list", "List the sessions"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/session liste",
  options: {
    search: optional(
      text({ fr: ["cherche", "Mot de l'intitulé ou de la référence"], en: ["search", "Word of the title or reference"] }, 80),
    ),
  },
  async run({ input, store }) {
    const sessions = await store.sessions.list({ limit: 100, ...(input.search !== undefined && { search: input.search }) });
    return done({
      title: { fr: "Sessions", en: "Sessions" },
      ...(sessions.length === 0
        ? { lines: [line("plain", "Aucune session ne correspond.", "No session matches.")] }
        : {
            table: {
              columns,
              rows: sessions.map((session) => [same(session.reference), sessionSummary(session)]),
              open: { path: "session voir", option: "reference" },
            },
          }),
      data: { sessions: sessions.map((session) => session.reference) },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Session", en: "Session" },
];
