import { formatDay, retentions, sources } from "@kairos/core";
import { command } from "../../command.js";
import { decidedBy, retentionSettingsOf, spanOf } from "../../dossiers/personal-data.js";
import { establishmentOption } from "../../establishment.js";
import { both, done, line, same } from "../../reply.js";

export default command({
  words: {
    fr: ["conservation", "Combien de temps chaque sorte de données est gardée, et pourquoi"],
    en: ["retention", "How long each kind of data is kept, and why"],
  },
  needs: "provider.read",
  visibility: "private",
  example: "/donnees conservation",
  options: establishmentOption,
  async run({ provider, store, today }) {
    const settings = retentionSettingsOf(provider);
    const waiting = (await store.personal.erasures()).filter(({ heldUntil, doneOn }) => heldUntil !== undefined && doneOn === undefined);
    return done({
      title: { fr: "Durées de conservation", en: "Retention" },
      table: {
        columns: [
          { fr: "Quoi", en: "What" },
          { fr: "Durée", en: "For how long" },
          { fr: "À partir de", en: "From" },
          { fr: "Qui décide", en: "Who decides" },
          { fr: "Source", en: "Source" },
        ],
        rows: Object.values(retentions).map((row) => [
          row.label,
          spanOf(row.count(settings, today), row.unit),
          row.from,
          decidedBy[row.decidedBy],
          same(sources[row.source].title),
        ]),
      },
      lines: [
        line(
          "muted",
          "Le reste part quand on l'efface : /donnees effacer. Pour changer une durée : /organisme regler (assiduite-conservation, journal-conservation, support-captures).",
          "The rest leaves when it is erased: /donnees effacer. To change a time: /organisme regler (assiduite-conservation, journal-conservation, support-captures).",
        ),
        ...waiting.map(({ id, heldUntil = "" }) => ({
          tone: "plain" as const,
          text: both((language) =>
            language === "fr"
              ? `${id} : effacement demandé, terminé de lui-même après le ${formatDay(heldUntil)}.`
              : `${id}: erasure asked for, ending by itself after ${formatDay(heldUntil, "en")}.`,
          ),
        })),
      ],
      data: { attendanceYears: settings.attendanceYears, waiting: waiting.map(({ id }) => id) },
    });
  },
});
