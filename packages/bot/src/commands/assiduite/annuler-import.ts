import { attendanceImportRules, counted, importRules, raise, success } from "@kairos/core";
import { command } from "../../command.js";
import { attendanceNatureOf, importedSessions, mayImport } from "../../dossiers/attendance-import.js";
import { type KeptEntries, keptEntries } from "../../dossiers/attendance-import-kept.js";
import { takeAttendanceBack, undoingOf, type WrittenAttendance } from "../../dossiers/attendance-import-writing.js";
import { findImport, kept } from "../../dossiers/imports-kept.js";
import { optional, reference, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler-import", "Retire ce qu'un tableau de présences a fait entrer, et rend ce qu'il avait remplacé"],
    en: ["undo-import", "Take out what a table of attendance brought in, and give back what it replaced"],
  },
  needs: mayImport,
  visibility: "private",
  long: true,
  example: "/assiduite annuler-import reference:IMP-0001",
  options: {
    reference: reference("import", { fr: ["reference", "Référence de l'import"], en: ["reference", "Import reference"] }),
    keepCorrected: optional(
      yesOrNo({
        fr: ["garder-corrigees", "Garder les demi-journées corrigées depuis"],
        en: ["keep-corrected", "Keep the half-days corrected since"],
      }),
    ),
  },
  prepare: ({ input, read }) =>
    read(async (store) => {
      const found = await findImport(store, input.reference, "attendance", "annuler-import");
      if (!found.ok) return found;
      const { before, contents } = found.value;
      if (before === undefined) return success({ record: found.value, written: undefined, entries: [] });
      const written = await kept<WrittenAttendance>(store, before);
      return success({ record: found.value, written, entries: keptEntries(written.entries ?? (await kept<KeptEntries>(store, contents))) });
    }),
  async run({ input, prepared, store, now, actor, may }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { written, entries } = prepared.value;
    const record = (await store.imports.get(prepared.value.record.reference)) ?? prepared.value.record;
    const { reference, status, broughtIn } = record;
    const nature = attendanceNatureOf(record);
    if (status !== "brought-in" || written === undefined || broughtIn === undefined) {
      return refused([raise(importRules, "import.wrong-status", ["reference"], { reference, status })], { trace: { object: reference } });
    }
    const sessions = await importedSessions({ store, actor, may }, entries, nature, ({ sessionReference }) => sessionReference);
    const out = entries.find(({ sessionReference }) => !sessions.has(sessionReference));
    if (out !== undefined) {
      const params = { line: out.line, session: out.sessionReference };
      return refused([raise(attendanceImportRules, "import.session-unknown", ["session"], params)], {
        trace: { object: reference },
      });
    }
    const undoing = undoingOf(entries, written, nature, sessions);
    const { changed } = undoing;
    if (changed > 0 && input.keepCorrected !== true) {
      return refused([raise(attendanceImportRules, "import.changed-since", ["reference"], { reference, count: changed })], {
        trace: { object: reference, details: { changed } },
      });
    }
    const by = { by: actor.id, at: now };
    const brought = { reference, by: broughtIn.by, at: broughtIn.at };
    const { removed, restored, lines } = await takeAttendanceBack(store, undoing, nature, { sessions, brought, by });
    await store.imports.save({ ...record, status: "undone", undone: { at: now, by: actor.id } });
    return done({
      title: { fr: `Import ${reference} · annulé`, en: `Import ${reference} · undone` },
      lines: [
        line(
          "good",
          `Retirées : ${counted(removed, "ligne")}. Rendues à leur valeur d'avant : ${counted(restored, "ligne")}.`,
          `Taken out: ${counted(removed, "row", "rows", "en")}. Given their former value back: ${counted(restored, "row", "rows", "en")}.`,
        ),
        ...(changed > 0
          ? [line("plain", `Gardées, parce qu'elles ont été corrigées : ${changed}.`, `Kept, because they were corrected: ${changed}.`)]
          : []),
        ...lines,
      ],
      data: { reference, removed, restored, kept: changed },
      trace: { object: reference, details: { removed, restored, kept: changed } },
    });
  },
});
