import { command } from "../../command.js";
import { namesIn } from "../../dossiers/people.js";
import { filterOf, searchOptions } from "../../dossiers/trail-search.js";
import { trailColumns, trailRow } from "../../dossiers/trail-table.js";
import { done, line, refused } from "../../reply.js";

const most = 200;

export default command({
  words: {
    fr: ["chercher", "Cherche dans le journal : qui a fait quoi, quand, avec quel résultat"],
    en: ["search", "Search the trail: who did what, when, with which result"],
  },
  needs: "audit.read",
  visibility: "private",
  example: "/journal chercher acte:devis soumettre depuis:01/11/2026",
  options: searchOptions,
  async run(desk) {
    const filter = await filterOf(desk);
    if (!filter.ok) return refused(filter.problems);
    const found = await desk.store.audit.search({ ...filter.value, limit: most + 1 });
    const shown = found.slice(0, most);
    const readers = { ...desk, names: await namesIn(desk.store), own: await desk.store.ownProfiles.list() };
    return done({
      title: { fr: "Journal", en: "Audit trail" },
      lines: [
        ...(shown.length === 0
          ? [
              line(
                "plain",
                "Rien dans le journal ne correspond. Élargissez la période, ou enlevez un critère.",
                "Nothing in the trail matches. Widen the period, or leave a criterion out.",
              ),
            ]
          : []),
        ...(found.length > most ? [cut] : []),
      ],
      ...(shown.length > 0 && { table: { columns: trailColumns, rows: shown.map((entry) => trailRow(entry, readers)) } }),
      ...(found.length > most && {
        next: [{ text: { fr: "tout avoir dans un fichier", en: "have all of it in a file" }, command: "/journal exporter" }],
      }),
      data: { entries: shown.map(({ sequence, at, actor, act, object, outcome }) => ({ sequence, at, actor, act, object, outcome })) },
    });
  },
});

const cut = line(
  "muted",
  `Les ${most} dernières entrées. Pour voir les autres, donnez une personne, un acte ou une période.`,
  `The latest ${most} entries. To see the others, give a person, an act or a period.`,
);
