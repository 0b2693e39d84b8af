import { fullName } from "@kairos/core";
import { command } from "../../command.js";
import { callingIn } from "../../dossiers/trainers.js";
import { optional, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

const most = 100;

export default command({
  words: { fr: ["liste", "Liste les stagiaires"], en: ["list", "List the trainees"] },
  needs: "trainee.read",
  visibility: "private",
  example: "/stagiaire liste",
  options: { search: optional(text({ fr: ["cherche", "Nom ou référence"], en: ["search", "Name or reference"] }, 80)) },
  async run({ input, store }) {
    const found = await store.trainees.list({ limit: most + 1, ...(input.search !== undefined && { search: input.search }) });
    const trainees = found.slice(0, most);
    const nameOf = await callingIn(store);
    const rows = trainees.map((trainee) => [
      same(trainee.id),
      same(fullName(trainee)),
      same(trainee.franceTravailId ?? "—"),
      same(trainee.person === undefined ? "—" : nameOf(trainee.person)),
    ]);
    return done({
      title: { fr: "Stagiaires", en: "Trainees" },
      ...(rows.length === 0
        ? { lines: [line("plain", "Aucun stagiaire ne correspond.", "No trainee matches.")] }
        : { table: { columns, rows } }),
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} derniers stagiaires ; donnez un nom pour trouver les autres.`,
            `The latest ${most} trainees; give a name to find the others.`,
          ),
        ],
      }),
      data: { trainees: trainees.map((trainee) => trainee.id) },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Stagiaire", en: "Trainee" },
  { fr: "Identifiant France Travail", en: "France Travail id" },
  { fr: "Compte", en: "Account" },
];
