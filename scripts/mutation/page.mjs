// The page of scores, from Stryker's reports.
import { availableParallelism, cpus } from "node:os";

const about = [
  "# Mutation score",
  "",
  "*Written by `npm run mutation`: not to be edited by hand.* Each mutant is one small change of the code (a `<` made `<=`, a condition made true, a text",
  "emptied); it is killed when a test of `tests/core` or `tests/corpus` fails. Score: killed out of all. Nothing is left out of the count: no kind of",
  "mutant, no line, no file of the areas.",
  "",
  "- **Words count**, as everything else: sentences in French are held by the printed pages of `docs/rules`. *Without texts* is the score without the mutants of",
  "  texts (codes, severities, sources and sentences), for who wants to know what the logic alone is worth.",
  "- *Endless*: killed because a loop no longer ends. *Not reached*: no test passes there; counted as survived. *Impossible*: the tests could not run; not counted.",
  "- The tests of an area are those of its domain and those of every rule; tests of the desk, which find more, are not run.",
  "",
];

const kinds = ["Killed", "Survived", "Timeout", "NoCoverage", "RuntimeError"];

export function pageOf(reports) {
  const rows = reports.map(({ area, report }) => ({ area, files: filesOf(report) }));
  const all = rows.flatMap(({ files }) => files.flatMap(({ mutants }) => mutants));
  const [processor] = cpus();
  return [
    ...about,
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} × ${processor?.model.trim() ?? "unknown processor"}.`,
    "",
    "| Area | Files | Mutants | Killed | Survived | Endless | Not reached | Impossible | Score | Without texts |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...rows.map(({ area, files }) =>
      line(
        area,
        files.length,
        files.flatMap(({ mutants }) => mutants),
      ),
    ),
    line(
      "**all**",
      rows.reduce((sum, { files }) => sum + files.length, 0),
      all,
    ),
    "",
    "## By file",
    ...rows.flatMap(({ area, files }) => [
      "",
      `### ${area[0].toUpperCase()}${area.slice(1)}`,
      "",
      "| File | Mutants | Killed | Survived | Endless | Not reached | Impossible | Score | Without texts |",
      "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
      ...files.map(({ name, mutants }) => line(`\`${name}\``, undefined, mutants)),
    ]),
    "",
  ].join("\n");
}

function filesOf({ files }) {
  return Object.entries(files)
    .map(([path, { mutants }]) => ({ name: path.replace("packages/core/src/", ""), mutants }))
    .filter(({ mutants }) => mutants.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function line(name, files, mutants) {
  const counts = kinds.map((kind) => mutants.filter(({ status }) => status === kind).length);
  const logic = mutants.filter(({ mutatorName }) => mutatorName !== "StringLiteral");
  const cells = [name, ...(files === undefined ? [] : [files]), mutants.length, ...counts, score(mutants), score(logic)];
  return `| ${cells.join(" | ")} |`;
}

function score(mutants) {
  const found = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const missed = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").length;
  return found + missed === 0 ? "–" : `${((100 * found) / (found + missed)).toFixed(1)} %`;
}
