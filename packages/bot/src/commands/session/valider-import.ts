import { counted, importRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { packed } from "../../dossiers/catalogue-file.js";
import { judgeImport, keepTrainers } from "../../dossiers/import-judging.js";
import { countsOf, firstFaults, reportOf } from "../../dossiers/import-report.js";
import { beforeImport, bringIn, loadImport } from "../../dossiers/imports.js";
import { optional, reference, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["valider-import", "Fait entrer un import lu : tout, ou rien"],
    en: ["confirm-import", "Bring in an import that was read: all of it, or nothing"],
  },
  needs: "session.manage",
  visibility: "private",
  long: true,
  example: "/session valider-import reference:IMP-0001 sains-seulement:oui",
  options: {
    reference: reference("import", { fr: ["reference", "Référence de l'import"], en: ["reference", "Import reference"] }),
    soundOnly: optional(
      yesOrNo({
        fr: ["sains-seulement", "Faire entrer les fiches saines, et laisser les autres de côté"],
        en: ["sound-only", "Bring in the sound records, and leave the others out"],
      }),
    ),
    replace: optional(
      yesOrNo({
        fr: ["remplacer", "Mettre à jour les fiches déjà là ; sinon elles restent telles quelles"],
        en: ["replace", "Update the records already there; otherwise they stay as they are"],
      }),
    ),
  },
  prepare: ({ input, read }) => read((store) => loadImport(store, input.reference, "valider-import")),
  async run({ input, prepared, store, now, today, actor, progress }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { entries } = prepared.value;
    const record = (await store.imports.get(prepared.value.record.reference)) ?? prepared.value.record;
    const { reference, siret, status } = record;
    if (status !== "judged") {
      return refused([raise(importRules, "import.wrong-status", ["reference"], { reference, status })], { trace: { object: reference } });
    }
    // Judged again: what is there may have changed since the file was read.
    const before = await beforeImport(store, entries, siret);
    const judged = await judgeImport(store, entries, before, { mayReplace: input.replace === true, today });
    const counts = countsOf(judged);
    const report = reportOf(record, judged);
    if (counts.leftOut > 0 && input.soundOnly !== true) {
      const table = firstFaults(judged);
      return refused([raise(importRules, "import.faulty-entries", [], { reference, leftOut: counts.leftOut })], {
        ...(table !== undefined && { table }),
        texts: [report],
        trace: { object: reference, details: { leftOut: counts.leftOut } },
      });
    }
    const written = await bringIn(store, judged, before, progress);
    await store.imports.save({
      ...record,
      status: "brought-in",
      broughtIn: { at: now, by: actor.id },
      before: await store.files.put(await packed(written)),
    });
    const { courses, sessions, kept, replaced, leftOut } = counts;
    const remarks = await keepTrainers(
      store,
      written.sessions.map(({ after }) => after),
      entries,
    );
    return done({
      title: { fr: `Import ${reference} · validé`, en: `Import ${reference} · brought in` },
      lines: [
        line(
          "good",
          `Entrées : ${counted(courses, "formation")} et ${counted(sessions, "session")}.`,
          `Brought in: ${counted(courses, "course", "courses", "en")} and ${counted(sessions, "session", "sessions", "en")}.`,
        ),
        ...(replaced > 0
          ? [
              line(
                "plain",
                `Dont ${replaced} mises à jour : annuler l'import leur rend leurs valeurs.`,
                `${replaced} of them updated: undoing the import gives them their values back.`,
              ),
            ]
          : []),
        ...(kept > 0 ? [line("plain", `Déjà là, laissées telles quelles : ${kept}.`, `Already there, left as they are: ${kept}.`)] : []),
        ...(leftOut > 0
          ? [line("warning", `Laissées de côté : ${leftOut}. Le rapport dit pourquoi.`, `Left out: ${leftOut}. The report says why.`)]
          : []),
        ...remarks,
      ],
      next: [
        { text: { fr: "voir les sessions", en: "see the sessions" }, command: "/session liste" },
        { text: { fr: "revenir en arrière", en: "undo" }, command: `/session annuler-import reference:${reference}` },
      ],
      texts: [report],
      data: { reference, ...counts },
      trace: { object: reference, details: { courses, sessions, replaced, kept, leftOut } },
    });
  },
});
