import { accessRefusals, failure, hasErrors, type ImportRecord, importRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { digestOf, packed, readCatalogue } from "../../dossiers/catalogue-file.js";
import { judgeImport } from "../../dossiers/import-judging.js";
import { countsOf, firstFaults, reportOf } from "../../dossiers/import-report.js";
import { beforeImport } from "../../dossiers/imports.js";
import { nextId } from "../../dossiers/next-id.js";
import { establishmentOption } from "../../establishment.js";
import { safeName } from "../../files/safe-name.js";
import { file } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["importer", "Lit un catalogue LHEO ou CSV et montre ce qui entrerait : rien n'entre encore"],
    en: ["import", "Read a LHEO or CSV catalogue and show what would come in: nothing comes in yet"],
  },
  needs: "session.manage",
  visibility: "private",
  form: [["file"]],
  example: "/session importer fichier:catalogue.xml",
  options: {
    file: file(
      {
        fr: ["fichier", "LHEO 2.3 ou 2.2 (XML), ou tableau de sessions (CSV), 32 Mo au plus", "Catalogue LHEO ou CSV"],
        en: ["file", "LHEO 2.3 or 2.2 (XML), or a table of sessions (CSV), 32 MB at most", "LHEO or CSV catalogue"],
      },
      ["xml", "csv"],
    ),
    ...establishmentOption,
  },
  async prepare({ input, provider, today, progress, read }) {
    if (provider === undefined) return failure(raise(accessRefusals, "access.not-founded", [], {}));
    const catalogue = await readCatalogue(input.file, { today, provider, progress });
    if (!catalogue.ok) return catalogue;
    const { entries, format, remarks } = catalogue.value;
    const judged = await read(async (store) => {
      const before = await beforeImport(store, entries, provider.siret);
      return judgeImport(store, entries, before, { mayReplace: false, today });
    });
    return {
      ok: true as const,
      value: { format, remarks, siret: provider.siret, contents: await packed(entries), judged },
    };
  },
  async run({ input, prepared, store, now, actor }) {
    if (!prepared.ok) return refused(prepared.problems);
    const { format, remarks, siret, contents, judged } = prepared.value;
    const counts = countsOf(judged);
    const details = { format, courses: counts.courses, sessions: counts.sessions, kept: counts.kept, leftOut: counts.leftOut };
    if (counts.courses + counts.sessions + counts.kept === 0) {
      const report = reportOf({ reference: "import" }, judged);
      const table = firstFaults(judged);
      return refused([raise(importRules, "import.nothing-sound", [], { leftOut: counts.leftOut }), ...remarks], {
        ...(table !== undefined && { table }),
        texts: [report],
        trace: { details },
      });
    }
    const reference = await nextId(store, "IMP");
    const record: ImportRecord = {
      reference,
      siret,
      format,
      nature: "catalogue",
      fileName: safeName(input.file.name).slice(-100),
      fileDigest: digestOf(input.file.bytes),
      status: "judged",
      read: { at: now, by: actor.id },
      counts: { courses: counts.courses, sessions: counts.sessions, leftOut: counts.leftOut },
      contents: await store.files.put(contents),
    };
    await store.imports.save(record);
    const table = firstFaults(judged);
    const partly = counts.leftOut > 0 ? " sains-seulement:oui" : "";
    const hasNew = counts.courses + counts.sessions > 0;
    return done({
      title: {
        fr: `Import ${reference} · ${format.toUpperCase()} · à valider`,
        en: `Import ${reference} · ${format.toUpperCase()} · to be confirmed`,
      },
      lines: [
        line("plain", "Rien n'est encore entré : voici ce qui entrerait.", "Nothing has come in yet: this is what would."),
        ...(counts.kept > 0 ? [staysAsItIs(counts.kept)] : []),
        ...(counts.remarked > 0 ? [remarked(counts.remarked)] : []),
      ],
      fields: [
        { name: { fr: "Formations nouvelles", en: "New courses" }, value: same(counts.courses.toString()) },
        { name: { fr: "Sessions nouvelles", en: "New sessions" }, value: same(counts.sessions.toString()) },
        { name: { fr: "Déjà là", en: "Already there" }, value: same(counts.kept.toString()) },
        { name: { fr: "Laissées de côté", en: "Left out" }, value: same(counts.leftOut.toString()) },
      ],
      ...(table !== undefined && { table }),
      problems: remarks,
      next: [
        ...(hasNew || counts.leftOut > 0 ? [{ text: confirm, command: `/session valider-import reference:${reference}${partly}` }] : []),
        ...(counts.kept > 0 ? [{ text: replace, command: `/session valider-import reference:${reference}${partly} remplacer:oui` }] : []),
      ],
      texts: [reportOf(record, judged)],
      verdict: counts.leftOut > 0 || hasErrors(remarks) ? "unsound" : "sound",
      data: { reference, ...counts },
      trace: { object: reference, details },
    });
  },
});

const confirm = { fr: "faire entrer ce qui est nouveau", en: "bring in what is new" };
const replace = { fr: "mettre aussi à jour ce qui est déjà là", en: "also update what is already there" };

function staysAsItIs(count: number) {
  return line(
    "plain",
    `Fiches du fichier déjà là : ${count}. Elles restent telles quelles, sauf avec remplacer:oui.`,
    `Records of the file already there: ${count}. They stay as they are, unless you add replace.`,
  );
}

function remarked(count: number) {
  return line(
    "muted",
    `Fiches qui entreraient avec une remarque, dite dans le rapport : ${count}.`,
    `Records that would come in with a remark, told in the report: ${count}.`,
  );
}
