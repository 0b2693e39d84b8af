import {
  counted,
  type DifferenceParams,
  formatDay,
  formatFigure,
  formatMinutes,
  formatSlot,
  halfLabels,
  type Label,
  type Language,
  type PlannedClass,
  type ProofClass,
  type ReconciliationProblem,
  type ReconciliationTotals,
  reconciliationSourceLabels,
  type SaidClass,
  saidClasses,
  say,
  sentenceCase,
} from "@kairos/core";
import { csvOf } from "../files/csv.js";
import { both, line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";
import { problemTitles } from "./problem-titles.js";

/** More lines than this are not read in an answer: all of them are in the file. */
export const shown = 20;

/** Each source, and what became of all it says. */
export function totalsTable(totals: ReconciliationTotals): ReplyTable {
  return {
    columns: [{ fr: "Source", en: "Source" }, { fr: "En tout", en: "In all" }, ...saidClasses.map((kind) => saidLabels[kind])],
    rows: (["recorded", "signed", "declared", "billed"] as const).map((source) => {
      const figures = saidClasses.map((kind) => totals[source][kind]);
      const write = source === "signed" ? String : formatMinutes;
      const cells = [sumOf(figures), ...figures].map((figure) => same(figure === 0 ? "—" : write(figure)));
      return [both((language) => sentenceCase(reconciliationSourceLabels[source][language])), ...cells];
    }),
  };
}

const saidLabels: Readonly<Record<SaidClass, Label>> = {
  matched: { fr: "Au planning", en: "As planned" },
  beyond: { fr: "En plus", en: "Beyond" },
  outside: { fr: "Hors planning", en: "Unplanned" },
  future: { fr: "À venir", en: "To come" },
  withdrawn: { fr: "Après abandon", en: "Withdrawn" },
  twice: { fr: "En double", en: "Twice" },
};

/** `Prévu : 140 h = 120 h suivies + 6 h manquées + 14 h à venir.`, then what proves what was attended. */
export function plannedLines({ planned, proof }: ReconciliationTotals): readonly ReplyLine[] {
  const attended = sumOf(Object.values(proof));
  return [
    { tone: "plain", text: both((language) => `${plannedWord[language]}${sumOfParts(planned, plannedLabels, language)}.`) },
    ...(attended === 0
      ? []
      : [{ tone: "plain" as const, text: both((language) => `${provedWord[language]}${sumOfParts(proof, proofLabels, language)}.`) }]),
  ];
}

const plannedWord: Label = { fr: "Prévu : ", en: "Planned: " };
const provedWord: Label = { fr: "Suivi : ", en: "Attended: " };

const plannedLabels: Readonly<Record<PlannedClass, Label>> = {
  attended: { fr: "suivies", en: "attended" },
  missed: { fr: "manquées", en: "missed" },
  unrecorded: { fr: "sans saisie", en: "not recorded" },
  toCome: { fr: "à venir", en: "to come" },
  withdrawn: { fr: "après l'abandon", en: "after the withdrawal" },
  twice: { fr: "en double", en: "twice" },
};

const proofLabels: Readonly<Record<ProofClass, Label>> = {
  signed: { fr: "signées", en: "signed" },
  otherwise: { fr: "prouvées autrement", en: "proved otherwise" },
  nothing: { fr: "sans preuve", en: "without a proof" },
};

function sumOfParts<Name extends string>(
  minutes: Readonly<Record<Name, number>>,
  labels: Readonly<Record<Name, Label>>,
  language: Language,
): string {
  const parts = (Object.keys(labels) as Name[]).filter((name) => minutes[name] !== 0);
  const said = parts.map((name) => `${formatMinutes(minutes[name])} ${labels[name][language]}`);
  return said.length === 0 ? formatMinutes(0) : `${formatMinutes(sumOf(Object.values(minutes)))} = ${said.join(" + ")}`;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

type Told = ReconciliationProblem & { readonly params: DifferenceParams };

/** Each kind of difference with what to do of it, then who and when, as many as are read; what blocks comes first. */
export function differenceLines(attended: AttendedSession, problems: readonly Told[]): readonly ReplyLine[] {
  const lines: ReplyLine[] = [];
  let left = shown;
  let told = 0;
  for (const group of groupsOf(problems)) {
    const [first] = group;
    if (first === undefined) continue;
    const tone = first.severity === "error" ? "bad" : "warning";
    const title = problemTitles[first.code];
    lines.push({ tone, text: both((language) => `${sentenceCase(title[language])} (${group.length}). ${say(first, language).mend}`) });
    const some = linesOf(group).slice(0, left);
    lines.push(...some.map((one): ReplyLine => ({ tone: "muted", text: both((language) => whoAndWhat(attended, one, language)) })));
    told += some.reduce((sum, one) => sum + one.length, 0);
    left -= some.length;
  }
  const untold = problems.length - told;
  if (untold > 0) {
    lines.push(
      line(
        "muted",
        `${counted(untold, "autre écart", "autres écarts")} : tous sont dans le fichier.`,
        `${untold} more: all of them are in the file.`,
      ),
    );
  }
  return lines;
}

function groupsOf(problems: readonly Told[]): readonly (readonly Told[])[] {
  const groups = new Map<string, Told[]>();
  for (const severity of ["error", "warning"]) {
    for (const problem of problems) {
      if (problem.severity !== severity) continue;
      const key = `${severity} ${problem.code} ${say(problem).mend}`;
      groups.set(key, [...(groups.get(key) ?? []), problem]);
    }
  }
  return [...groups.values()];
}

/** One by one where there are few for a trainee, else together: the same thing said twenty times is not read. */
function linesOf(group: readonly Told[]): readonly (readonly Told[])[] {
  const byTrainee = new Map<string, Told[]>();
  for (const one of group) byTrainee.set(one.params.trainee, [...(byTrainee.get(one.params.trainee) ?? []), one]);
  return [...byTrainee.values()].flatMap((some) => (some.length > fewOfOne ? [some] : some.map((one) => [one])));
}

const fewOfOne = 3;

function whoAndWhat(attended: AttendedSession, told: readonly Told[], language: Language): string {
  const [first, last] = [told[0]?.params, told.at(-1)?.params];
  if (first === undefined || last === undefined) return "";
  const who = calledTrainee(attended, first.trainee);
  const colon = language === "fr" ? "\u00a0: " : ": ";
  if (told.length === 1) {
    const isUnmeasured = told[0]?.code === "attendance.half-day-outside" && first.source === "recorded" && first.figure === 0;
    return `${who}, ${formatSlot(first, language)}${colon}${isUnmeasured ? unmeasured[language] : figuresOf(first, language)}`;
  }
  const [from, until] = [formatSlot(first, language), formatSlot(last, language)];
  return language === "fr"
    ? `${who}${colon}${told.length} demi-journées, du ${from} au ${until}`
    : `${who}${colon}${told.length} half-days, from ${from} to ${until}`;
}

/** Of a half-day that the schedule does not have, nobody knows how long it lasted. */
const unmeasured: Label = { fr: "une saisie, sans durée au planning", en: "a record, without a planned length" };

function figuresOf({ source, figure, against, expected }: DifferenceParams, language: Language): string {
  const own = formatFigure(source, figure, language);
  return source === against ? own : `${own}, ${formatFigure(against, expected, language)}`;
}

/** Every difference, by reference: the file may leave the desk. */
export function differenceFile(session: string, problems: readonly Told[]): string {
  const rows = problems.map((problem) => {
    const { trainee, day, half, source, figure, against, expected } = problem.params;
    return [
      problem.severity === "error" ? "bloquant" : "à vérifier",
      problemTitles[problem.code].fr,
      ...[session, trainee, formatDay(day), halfLabels[half].fr],
      ...[reconciliationSourceLabels[source].fr, figure === undefined ? "" : String(figure)],
      ...[reconciliationSourceLabels[against].fr, expected === undefined ? "" : String(expected)],
      say(problem).mend,
    ];
  });
  return csvOf(fileColumns, rows);
}

const fileColumns = [
  "Gravité",
  "Écart",
  "Session",
  "Stagiaire",
  "Jour",
  "Demi-journée",
  "Source",
  "Minutes ou signatures",
  "Comparé à",
  "Minutes ou signatures attendues",
  "À faire",
];
