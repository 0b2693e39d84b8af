import { counted, importRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { loadImport, type Written } from "../../dossiers/imports.js";
import { kept } from "../../dossiers/imports-kept.js";
import { takeBack, usesSince } from "../../dossiers/undo-import.js";
import { optional, reference, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler-import", "Retire ce qu'un import a fait entrer, et rend leurs valeurs aux fiches remplacées"],
    en: ["undo-import", "Take out what an import brought in, and give replaced records their values back"],
  },
  needs: "session.manage",
  visibility: "private",
  long: true,
  example: "/session annuler-import reference:IMP-0001",
  options: {
    reference: reference("import", { fr: ["reference", "Référence de l'import"], en: ["reference", "Import reference"] }),
    keepUsed: optional(
      yesOrNo({
        fr: ["garder-utilisees", "Garder les fiches qui ont servi ou changé depuis"],
        en: ["keep-used", "Keep the records that were used or changed since"],
      }),
    ),
  },
  async prepare({ input, read }) {
    return read(async (store) => {
      const loaded = await loadImport(store, input.reference, "annuler-import");
      if (!loaded.ok) return loaded;
      const { record } = loaded.value;
      const written = record.before === undefined ? undefined : await kept<Written>(store, record.before);
      return { ok: true as const, value: { record, written } };
    });
  },
  async run({ input, prepared, store, now, today, actor }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { written } = prepared.value;
    const record = (await store.imports.get(prepared.value.record.reference)) ?? prepared.value.record;
    const { reference, status } = record;
    if (status !== "brought-in" || written === undefined) {
      return refused([raise(importRules, "import.wrong-status", ["reference"], { reference, status })], { trace: { object: reference } });
    }
    const undoing = await usesSince(store, written, today);
    const used = [...undoing.used].sort();
    const gone = [...undoing.gone].sort();
    if (used.length > 0 && input.keepUsed !== true) {
      const params = { reference, count: used.length, references: used.slice(0, 10) };
      return refused([raise(importRules, "import.used-since", ["reference"], params), ...undoing.problems.slice(0, 10)], {
        trace: { object: reference, details: { used: used.length } },
      });
    }
    const { removed, restored } = await takeBack(store, undoing);
    await store.imports.save({ ...record, status: "undone", undone: { at: now, by: actor.id } });
    return done({
      title: { fr: `Import ${reference} · annulé`, en: `Import ${reference} · undone` },
      lines: [
        line(
          "good",
          `Retirées : ${counted(removed, "fiche")}. Rendues à leurs valeurs d'avant : ${counted(restored, "fiche")}.`,
          `Taken out: ${counted(removed, "record", "records", "en")}. Given their former values back: ${counted(restored, "record", "records", "en")}.`,
        ),
        ...(used.length > gone.length
          ? [
              line(
                "plain",
                `Gardées, parce qu'elles ont servi ou changé : ${used.length - gone.length}.`,
                `Kept, because they were used or changed: ${used.length - gone.length}.`,
              ),
            ]
          : []),
        ...(gone.length > 0
          ? [line("plain", `Disparues depuis, donc pas rendues : ${firstOf(gone)}.`, `Gone since, so not given back: ${firstOf(gone)}.`)]
          : []),
      ],
      data: { reference, removed, restored, kept: used.filter((one) => !undoing.gone.has(one)), gone },
      trace: { object: reference, details: { removed, restored, kept: used.length } },
    });
  },
});

function firstOf(references: readonly string[], most = 10): string {
  return `${references.slice(0, most).join(", ")}${references.length > most ? "…" : ""}`;
}
