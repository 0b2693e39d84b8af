import { attendanceImportRules, hasErrors, type ImportRecord, importNatureLabels, raise } from "@kairos/core";
import { command } from "../../command.js";
import { sessionOption } from "../../dossiers/attendance.js";
import { judgeAttendanceFile, mayImport, natureOption } from "../../dossiers/attendance-import.js";
import { countedRows, fatesOf, firstWrongRows, leftAside, wrongRows, wrongRowsReport } from "../../dossiers/attendance-import-report.js";
import { digestOf } from "../../dossiers/catalogue-file.js";
import { nextId } from "../../dossiers/next-id.js";
import { safeName } from "../../files/safe-name.js";
import { file, optional } from "../../options.js";
import { done, line, type NextStep, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["importer", "Lit un tableau de présences et montre ce qui entrerait : rien n'entre encore"],
    en: ["import", "Read a table of attendance and show what would come in: nothing comes in yet"],
  },
  needs: mayImport,
  visibility: "private",
  long: true,
  form: [["session", "nature", "file"]],
  example: "/assiduite importer fichier:presences.csv session:SE-2026-014",
  options: {
    file: file(
      {
        fr: ["fichier", "Relevé d'un outil d'émargement ou d'un tableur (CSV), 32 Mo au plus", "Tableau de présences (CSV)"],
        en: ["file", "Record of a sign-in tool or of a spreadsheet (CSV), 32 MB at most", "Table of attendance (CSV)"],
      },
      ["csv"],
    ),
    session: optional(sessionOption),
    nature: optional(natureOption),
  },
  prepare: ({ input, ...context }) =>
    judgeAttendanceFile(context, { bytes: input.file.bytes, nature: input.nature ?? "facts", session: input.session }),
  async run({ input, prepared, store, now, actor }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { nature, siret, remarks, rows, judged, contents, sessions } = prepared.value;
    const counts = fatesOf(judged);
    const wrong = wrongRows(judged);
    const table = firstWrongRows(wrong);
    const report = (name: string) => (wrong.length === 0 ? [] : [wrongRowsReport(name, wrong, rows)]);
    const details = { nature, rows: judged.length, ...counts };
    if (counts.new + counts.contradicting === 0 && counts.same > 0 && counts.faulty === 0) {
      const already = line("good", "Tout est déjà dans Kairos, à l'identique.", "Everything is in Kairos already, the same.");
      return done({ title: nothingNew, lines: [already], problems: remarks, data: counts, trace: { details } });
    }
    if (siret === undefined || counts.new + counts.contradicting === 0) {
      return refused([raise(attendanceImportRules, "import.no-sound-row", [], { faulty: counts.faulty }), ...remarks], {
        lines: leftAside(counts),
        ...(table !== undefined && { table }),
        texts: report("import"),
        trace: { details },
      });
    }
    const reference = await nextId(store, "IMP");
    const record: ImportRecord = {
      reference,
      siret,
      format: "csv",
      nature,
      fileName: safeName(input.file.name).slice(-100),
      fileDigest: digestOf(input.file.bytes),
      status: "judged",
      read: { at: now, by: actor.id },
      counts: { courses: 0, sessions, halfDays: counts.new + counts.contradicting, leftOut: counts.faulty },
      contents: await store.files.put(contents),
    };
    await store.imports.save(record);
    return done({
      title: {
        fr: `Import ${reference} · ${importNatureLabels[nature].fr} · à valider`,
        en: `Import ${reference} · ${importNatureLabels[nature].en} · to be confirmed`,
      },
      lines: [
        line("plain", "Rien n'est encore entré : voici ce qui entrerait.", "Nothing has come in yet: this is what would."),
        ...leftAside(counts),
      ],
      fields: [
        { name: { fr: "Entreraient", en: "Would come in" }, value: countedRows(nature, counts.new) },
        { name: { fr: "Sessions", en: "Sessions" }, value: same(sessions.toString()) },
        ...(counts.contradicting === 0
          ? []
          : [{ name: { fr: "Contraires aux saisies", en: "Against records" }, value: same(counts.contradicting.toString()) }]),
        { name: { fr: "Lignes à corriger", en: "Rows to correct" }, value: same(counts.faulty.toString()) },
      ],
      ...(table !== undefined && { table }),
      problems: remarks,
      next: nextSteps(reference, counts),
      texts: report(reference),
      verdict: wrong.length > 0 || hasErrors(remarks) ? "unsound" : "sound",
      data: { reference, ...counts },
      trace: { object: reference, details },
    });
  },
});

const nothingNew = { fr: "Import · rien de nouveau", en: "Import · nothing new" };

function nextSteps(reference: string, { new: fresh, contradicting, faulty }: ReturnType<typeof fatesOf>): readonly NextStep[] {
  const command = `/assiduite valider-import reference:${reference}`;
  if (contradicting + faulty === 0) return [{ text: { fr: "faire tout entrer", en: "bring everything in" }, command }];
  const sound = {
    text: { fr: "faire entrer les lignes saines seules", en: "bring in the sound rows only" },
    command: `${command} lignes:saines`,
  };
  const partly = faulty > 0 ? " lignes:saines" : "";
  const correct = {
    text: { fr: "remplacer aussi ce qui est saisi autrement", en: "also replace what is recorded otherwise" },
    command: `${command}${partly} corriger:oui`,
  };
  return [...(fresh > 0 ? [sound] : []), ...(contradicting > 0 ? [correct] : [])];
}
