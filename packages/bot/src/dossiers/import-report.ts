import { type Fate, type ImportRecord, type JudgedEntry, type Label, type Problem, placeOf, say } from "@kairos/core";
import { csvOf } from "../files/csv.js";
import { mostDetailed } from "../files/entries-read.js";
import type { ReplyTable, ReplyText } from "../reply.js";
import { same } from "../reply.js";

export const fateLabels: Readonly<Record<Fate, Label>> = {
  new: { fr: "nouvelle", en: "new" },
  replaced: { fr: "remplacée", en: "replaced" },
  kept: { fr: "déjà là, laissée telle quelle", en: "already there, left as it is" },
  "left-out": { fr: "laissée de côté", en: "left out" },
};

/** Every entry of a file in its order, what becomes of it, and each thing to say of the first of which there is something to say. */
export function reportOf({ reference }: Pick<ImportRecord, "reference">, judged: readonly JudgedEntry[]): ReplyText {
  let detailed = 0;
  let more = 0;
  const rows = judged.flatMap(({ entry, fate }) => {
    let said = entry.problems.filter(({ severity }) => severity !== "undecided");
    const head = [entry.line.toString(), kinds[entry.kind].fr, entry.reference ?? "", fateLabels[fate].fr];
    if (said.length > 0) detailed += 1;
    if (detailed > mostDetailed) said = [];
    if (said.length === 0 && fate === "left-out") more += 1;
    if (said.length === 0) return [[...head, placeOf(entry.path), "", "", ""]];
    return said.map((problem) => {
      const { what, why, mend } = say(problem, "fr");
      return [...head, placeOf(problem.path), what, why, mend];
    });
  });
  if (more > 0) rows.push(["", "", "", "", "", `${more} autres fiches laissées de côté, sans détail`, tooMany, mendFirst]);
  const columns = ["ligne", "nature", "référence", "sort", "où", "remarque", "pourquoi", "pour corriger"];
  return { fileName: `${reference}-rapport.csv`, text: csvOf(columns, rows) };
}

const tooMany = `Seules les ${mostDetailed} premières fiches à remarques sont détaillées.`;
const mendFirst = "Corrigez-les, puis importez le fichier à nouveau : les suivantes seront dites.";

/** The first things that keep entries out, as they are shown at once. */
export function firstFaults(judged: readonly JudgedEntry[], most = 10): ReplyTable | undefined {
  const faulty = judged.filter(({ fate }) => fate === "left-out").slice(0, most);
  if (faulty.length === 0) return undefined;
  return {
    columns: [
      { fr: "Ligne", en: "Line" },
      { fr: "Fiche", en: "Record" },
      { fr: "Où", en: "Where" },
      { fr: "Ce qui ne va pas", en: "What is wrong" },
    ],
    rows: faulty.map(({ entry }) => {
      const fault = entry.problems.find(({ severity }) => severity === "error");
      const line = fault !== undefined && "line" in fault.params ? String(fault.params.line) : String(entry.line);
      return [same(line), same(entry.reference ?? "—"), same(placeOf(fault?.path ?? entry.path)), whatOf(fault)];
    }),
  };
}

/** How many entries have each fate, by their kind. */
export function countsOf(judged: readonly JudgedEntry[]) {
  const of = (kind: "course" | "session", ...fates: readonly Fate[]) =>
    judged.filter(({ entry, fate }) => entry.kind === kind && fates.includes(fate)).length;
  return {
    courses: of("course", "new", "replaced"),
    sessions: of("session", "new", "replaced"),
    kept: of("course", "kept") + of("session", "kept"),
    replaced: of("course", "replaced") + of("session", "replaced"),
    leftOut: of("course", "left-out") + of("session", "left-out"),
    remarked: judged.filter(({ entry, fate }) => fate !== "left-out" && entry.problems.some(({ severity }) => severity === "warning"))
      .length,
  };
}

const kinds = { course: { fr: "formation", en: "course" }, session: { fr: "session", en: "session" } };

function whatOf(problem: Problem | undefined): Label {
  return problem === undefined ? same("—") : { fr: say(problem, "fr").what, en: say(problem, "en").what };
}
