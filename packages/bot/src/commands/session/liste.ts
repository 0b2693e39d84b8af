import { command } from "../../command.js";
import { sessionSummary } from "../../dossiers/sessions.js";
import { optional, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

const most = 100;

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
    const found = await store.sessions.list({ limit: most + 1, ...(input.search !== undefined && { search: input.search }) });
    const sessions = found.slice(0, most);
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
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} sessions qui commencent le plus tard ; donnez un mot de l'intitulé pour trouver les autres.`,
            `The ${most} sessions that start last; give a word of the title to find the others.`,
          ),
        ],
      }),
      data: { sessions: sessions.map((session) => session.reference) },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Session", en: "Session" },
];
