import type { Label } from "@kairos/core";
import { command } from "../../command.js";
import { namesIn } from "../../dossiers/people.js";
import { filterOf, searchOptions } from "../../dossiers/trail-search.js";
import { trailColumns, trailRow } from "../../dossiers/trail-table.js";
import { csvOf } from "../../files/csv.js";
import { done, line, refused } from "../../reply.js";

const most = 20_000;

export default command({
  words: {
    fr: ["exporter", "Donne les entrées du journal dans un fichier CSV, pour un tableur"],
    en: ["export", "Give the entries of the trail in a CSV file, for a spreadsheet"],
  },
  needs: "audit.read",
  visibility: "private",
  example: "/journal exporter depuis:01/11/2026 jusqua:30/11/2026",
  options: searchOptions,
  async run(desk) {
    const filter = await filterOf(desk);
    if (!filter.ok) return refused(filter.problems);
    const found = await desk.store.audit.search({ ...filter.value, limit: most + 1 });
    const kept = found.slice(0, most);
    const readers = { ...desk, names: await namesIn(desk.store), own: await desk.store.ownProfiles.list() };
    const rows = kept.map((entry) => [...trailRow(entry, readers).map(french), entry.at, entry.hash]);
    const columns = [...trailColumns.map(french), "Instant (UTC)", "Empreinte"];
    const oldest = kept.at(-1);
    return done({
      title: { fr: "Export du journal", en: "Export of the trail" },
      lines: [
        line("good", `Entrées : ${kept.length}, la plus récente d'abord.`, `Entries: ${kept.length}, the latest first.`),
        ...(found.length > most && oldest !== undefined
          ? [
              line(
                "warning",
                `Le fichier s'arrête à ${most} entrées : ce qui précède l'entrée n° ${oldest.sequence} n'y est pas. Exportez une période à la fois, avec depuis et jusqua.`,
                `The file stops at ${most} entries: what comes before entry no. ${oldest.sequence} is not in it. Export one period at a time, with since and until.`,
              ),
            ]
          : []),
      ],
      texts: [{ fileName: `journal-${desk.today}.csv`, text: csvOf(columns, rows) }],
      data: { entries: kept.length, cut: found.length > most },
      trace: { details: { entries: kept.length } },
    });
  },
});

function french({ fr }: Label): string {
  return fr;
}
