import { type AttendanceNature, type AttendanceRow, counted, type JudgedRow, type Label, placeOf, type RowFate, say } from "@kairos/core";
import { csvOf } from "../files/csv.js";
import { line, type ReplyLine, type ReplyTable, type ReplyText, same } from "../reply.js";

/** How many rows have each fate. */
export type FateCounts = Readonly<Record<RowFate, number>>;

export function fatesOf(judged: readonly JudgedRow[]): FateCounts {
  const counts: Record<RowFate, number> = { new: 0, same: 0, contradicting: 0, unsigned: 0, faulty: 0 };
  for (const { fate } of judged) counts[fate] += 1;
  return counts;
}

/** The rows that do not come in by themselves. */
export function wrongRows(judged: readonly JudgedRow[]): readonly JudgedRow[] {
  return judged.filter(({ fate }) => fate === "faulty" || fate === "contradicting");
}

/** The first wrong rows, as they are shown at once: by their lines, never by a name. */
export function firstWrongRows(wrong: readonly JudgedRow[], most = 20): ReplyTable | undefined {
  if (wrong.length === 0) return undefined;
  return {
    columns: [
      { fr: "Ligne", en: "Line" },
      { fr: "Où", en: "Where" },
      { fr: "Ce qui ne va pas", en: "What is wrong" },
    ],
    rows: wrong.slice(0, most).map(({ line: at, problems: [problem] }) => {
      const what: Label = problem === undefined ? same("—") : { fr: say(problem, "fr").what, en: say(problem, "en").what };
      return [same(at.toString()), same(placeOf(problem?.path ?? []) || "—"), what];
    }),
  };
}

/** Every wrong row with its line; the first thousands one by one, the others by what they have in common. */
export function wrongRowsReport(name: string, wrong: readonly JudgedRow[], rows: readonly AttendanceRow[] = []): ReplyText {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const cells = wrong.slice(0, mostDetailed).flatMap(({ line: at, problems }) => {
    const { trainee, name: written } = byLine.get(at) ?? {};
    const who = [trainee, written].filter((part) => part !== undefined).join(" ");
    return problems.map((problem) => {
      const { what, why, mend } = say(problem, "fr");
      return [at.toString(), who, placeOf(problem.path), what, why, mend];
    });
  });
  const others = new Map<string, number[]>();
  for (const { line: at, problems } of wrong.slice(mostDetailed)) {
    for (const problem of problems) {
      const known = others.get(problem.code);
      if (known === undefined) others.set(problem.code, [at]);
      else known.push(at);
    }
  }
  const samples = new Map(wrong.flatMap(({ problems }) => problems.map((problem) => [problem.code, problem] as const)));
  for (const [code, lines] of others) {
    const sample = samples.get(code);
    if (sample === undefined) continue;
    const { what, why, mend } = say(sample, "fr");
    cells.push([stretches(lines), "", placeOf(sample.path), `${counted(lines.length, "ligne")} comme celle-ci : ${what}`, why, mend]);
  }
  const text = csvOf(["ligne", "stagiaire", "colonne", "ce qui ne va pas", "pourquoi", "pour corriger"], cells);
  return { fileName: `${name}-lignes-a-corriger.csv`, text, confidential: true };
}

const mostDetailed = 5000;

/** `12-40, 52` */
function stretches(lines: readonly number[]): string {
  const parts: string[] = [];
  let from = lines[0];
  for (const [index, at] of lines.entries()) {
    if (lines[index + 1] === at + 1) continue;
    parts.push(from === at ? `${at}` : `${from}-${at}`);
    from = lines[index + 1];
  }
  return parts.join(", ");
}

/** What a row is, one and several, by the nature of the file. */
const rowWords: Readonly<Record<AttendanceNature, readonly [fr: readonly [string, string], en: readonly [string, string]]>> = {
  facts: [
    ["demi-journée", "demi-journées"],
    ["half-day", "half-days"],
  ],
  signatures: [
    ["signature", "signatures"],
    ["signature", "signatures"],
  ],
  declared: [
    ["demi-journée déclarée", "demi-journées déclarées"],
    ["declared half-day", "declared half-days"],
  ],
  billed: [
    ["demi-journée facturée", "demi-journées facturées"],
    ["billed half-day", "billed half-days"],
  ],
};

/** `3 demi-journées`, `1 signature`. */
export function countedRows(nature: AttendanceNature, count: number): Label {
  const [fr, en] = rowWords[nature];
  return { fr: counted(count, ...fr), en: counted(count, ...en, "en") };
}

/** What stays out of itself: rows the desk says already, rows that nobody signed. */
export function leftAside({ same: known, unsigned }: FateCounts): readonly ReplyLine[] {
  return [
    ...(known > 0
      ? [
          line(
            "muted",
            `Déjà dans Kairos, à l'identique : ${counted(known, "ligne")}.`,
            `In Kairos already, the same: ${counted(known, "row", "rows", "en")}.`,
          ),
        ]
      : []),
    ...(unsigned > 0
      ? [
          line(
            "muted",
            `Sans signature : ${counted(unsigned, "ligne")}.`,
            `Without a signature: ${counted(unsigned, "row", "rows", "en")}.`,
          ),
        ]
      : []),
  ];
}
