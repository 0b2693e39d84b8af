import { attendanceImportRules, type ImportRecord, importNatureLabels, importRules, judgeEntriesAgain, raise, success } from "@kairos/core";
import { command } from "../../command.js";
import { attendanceNatureOf, importedSessions, mayImport } from "../../dossiers/attendance-import.js";
import { type KeptEntries, keptEntries } from "../../dossiers/attendance-import-kept.js";
import { countedRows, fatesOf, firstWrongRows, leftAside, wrongRows, wrongRowsReport } from "../../dossiers/attendance-import-report.js";
import { bringInAttendance } from "../../dossiers/attendance-import-writing.js";
import { packed } from "../../dossiers/catalogue-file.js";
import { findImport, kept } from "../../dossiers/imports-kept.js";
import { choice, optional, reference, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["valider-import", "Fait entrer un tableau de présences qui a été lu : tout, ou rien"],
    en: ["confirm-import", "Bring in a table of attendance that was read: all of it, or nothing"],
  },
  needs: mayImport,
  visibility: "private",
  long: true,
  example: "/assiduite valider-import reference:IMP-0001 lignes:saines",
  options: {
    reference: reference("import", { fr: ["reference", "Référence de l'import"], en: ["reference", "Import reference"] }),
    rows: optional(
      choice(
        {
          fr: ["lignes", "Faire entrer les lignes saines, et laisser les autres de côté"],
          en: ["rows", "Bring in the sound rows, and leave the others out"],
        },
        { sound: { fr: "saines", en: "sound" }, all: { fr: "toutes", en: "all" } },
      ),
    ),
    correct: optional(
      yesOrNo({
        fr: ["corriger", "Remplacer ce qui est saisi autrement ; l'ancienne valeur reste dans l'historique"],
        en: ["correct", "Replace what is recorded otherwise; the former value stays in the history"],
      }),
    ),
  },
  prepare: ({ input, read }) =>
    read(async (store) => {
      const found = await findImport(store, input.reference, "attendance", "valider-import");
      return found.ok
        ? success({ record: found.value, entries: keptEntries(await kept<KeptEntries>(store, found.value.contents)) })
        : found;
    }),
  async run({ input, prepared, store, now, today, actor, may, progress }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { entries } = prepared.value;
    const record: ImportRecord = (await store.imports.get(prepared.value.record.reference)) ?? prepared.value.record;
    const { reference, status } = record;
    const nature = attendanceNatureOf(record);
    if (status !== "judged") {
      return refused([raise(importRules, "import.wrong-status", ["reference"], { reference, status })], { trace: { object: reference } });
    }
    // Judged again: what is there may have changed since the file was read.
    const sessions = await importedSessions({ store, actor, may }, entries, nature, ({ sessionReference }) => sessionReference);
    const judged = judgeEntriesAgain(entries, { nature, today, sessions });
    const counts = fatesOf(judged);
    const faulty = record.counts.leftOut + counts.faulty;
    const corrected = input.correct === true ? counts.contradicting : 0;
    const contradicting = counts.contradicting - corrected;
    const coming = judged.filter(({ fate }) => fate === "new" || (fate === "contradicting" && corrected > 0));
    const wrong = wrongRows(judged).filter(({ fate }) => fate === "faulty" || corrected === 0);
    const table = firstWrongRows(wrong);
    const texts = wrong.length === 0 ? [] : [wrongRowsReport(reference, wrong)];
    const details = { nature, entered: coming.length, corrected, same: counts.same, leftOut: faulty + contradicting };
    if (faulty + contradicting > 0 && input.rows !== "sound") {
      return refused([raise(attendanceImportRules, "import.faulty-rows", [], { reference, faulty, contradicting })], {
        ...(table !== undefined && { table }),
        texts,
        trace: { object: reference, details: { nature, faulty, contradicting } },
      });
    }
    if (coming.length === 0) {
      return refused([raise(attendanceImportRules, "import.no-sound-row", [], { faulty: faulty + contradicting })], {
        ...(table !== undefined && { table }),
        texts,
        trace: { object: reference, details },
      });
    }
    const brought = { reference, by: actor.id, at: now };
    const { written, lines } = await bringInAttendance(store, coming, nature, { sessions, brought, held: entries.length, progress });
    await store.imports.save({
      ...record,
      status: "brought-in",
      broughtIn: { at: now, by: actor.id },
      before: await store.files.put(await packed(written)),
    });
    const entered = countedRows(nature, coming.length);
    return done({
      title: {
        fr: `Import ${reference} · ${importNatureLabels[nature].fr} · validé`,
        en: `Import ${reference} · ${importNatureLabels[nature].en} · brought in`,
      },
      lines: [
        line("good", `Enregistré : ${entered.fr}.`, `Recorded: ${entered.en}.`),
        ...(corrected > 0
          ? [
              line(
                "plain",
                `Dont ${corrected} qui disaient autre chose : l'ancienne valeur est dans l'historique.`,
                `${corrected} of them said something else: the former value is in the history.`,
              ),
            ]
          : []),
        ...leftAside(counts),
        ...(faulty + contradicting > 0
          ? [
              line(
                "warning",
                `Lignes laissées de côté : ${faulty + contradicting}. Le fichier rendu à la lecture dit pourquoi.`,
                `Rows left out: ${faulty + contradicting}. The file given when it was read says why.`,
              ),
            ]
          : []),
        ...lines,
      ],
      next: [{ text: { fr: "revenir en arrière", en: "undo" }, command: `/assiduite annuler-import reference:${reference}` }],
      texts,
      data: { reference, ...details },
      trace: { object: reference, details },
    });
  },
});
