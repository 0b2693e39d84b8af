import { attendanceImportRules, counted, exportedColumns, exportedText, formatMonth, type Label, raise } from "@kairos/core";
import { command } from "../../command.js";
import { mayRead, sessionOption } from "../../dossiers/attendance.js";
import { exportedFacts } from "../../dossiers/attendance-export.js";
import { monthOption } from "../../dossiers/month-option.js";
import { csvOf } from "../../files/csv.js";
import { choice, optional } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["exporter", "Donne les présences saisies en fichier : CSV, ou classeur Excel"],
    en: ["export", "Give the attendance that was recorded as a file: CSV, or an Excel workbook"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite exporter session:SE-2026-014 format:xlsx",
  options: {
    session: optional(sessionOption),
    month: optional(monthOption({ fr: ["mois", "Un mois seulement : 12/2026"], en: ["month", "One month only: 12/2026"] })),
    format: optional(
      choice(
        {
          fr: ["format", "CSV (se réimporte tel quel), ou classeur Excel"],
          en: ["format", "CSV (comes back as it is), or an Excel workbook"],
        },
        { csv: { fr: "csv", en: "csv" }, xlsx: { fr: "xlsx", en: "xlsx" } },
      ),
    ),
  },
  prepare: ({ input, ...context }) => exportedFacts(context, { session: input.session, month: input.month }, most),
  run({ input, prepared, today }) {
    if (!prepared.ok) return Promise.resolve(refused(prepared.problems));
    const { facts, sessions } = prepared.value;
    const { session, month, format = "csv" } = input;
    if (facts.length > most)
      return Promise.resolve(refused([raise(attendanceImportRules, "attendance.export-too-large", ["session"], { most })]));
    if (facts.length === 0) return Promise.resolve(done({ title, lines: [nothingFound], data: { halfDays: 0 } }));
    const about = [session?.toUpperCase(), month === undefined ? undefined : `${month}`].filter((part) => part !== undefined);
    const stem = `assiduite-${about.length === 0 ? today : about.join("-")}`;
    const file =
      format === "csv"
        ? { texts: [{ fileName: `${stem}.csv`, text: csvText(facts), confidential: true as const }] }
        : { sheets: [{ fileName: `${stem}.xlsx`, columns: sheetColumns, rows: sheetRows(facts), confidential: true as const }] };
    const of = month === undefined ? "" : ` (${formatMonth(month)})`;
    const ofEnglish = month === undefined ? "" : ` (${formatMonth(month, "en")})`;
    return Promise.resolve(
      done({
        title,
        lines: [
          line(
            "good",
            `${counted(facts.length, "demi-journée")} de ${counted(sessions, "session")}${of}.`,
            `${counted(facts.length, "half-day", "half-days", "en")} of ${counted(sessions, "session", "sessions", "en")}${ofEnglish}.`,
          ),
        ],
        ...file,
        data: { halfDays: facts.length, sessions },
        trace: { details: { format, halfDays: facts.length, sessions, ...(month !== undefined && { month }) } },
      }),
    );
  },
});

type Facts = Extract<Awaited<ReturnType<typeof exportedFacts>>, { ok: true }>["value"]["facts"];

/** More is one session or one month at a time: an answer is kept whole for a day. */
const most = 50_000;

const title: Label = { fr: "Export de l'assiduité", en: "Export of attendance" };
const nothingFound = line(
  "plain",
  "Aucune présence saisie ne correspond : il n'y a rien à exporter.",
  "No recorded attendance matches: there is nothing to export.",
);

function csvText(facts: Facts): string {
  return csvOf(
    exportedColumns.map((column) => column.title),
    facts.map((fact) => exportedColumns.map((column) => exportedText(column, fact))),
  );
}

const sheetColumns = exportedColumns.map(({ title: name, kind, width }) => ({ title: name, kind, width }));

function sheetRows(facts: Facts): readonly (readonly (string | number | null)[])[] {
  return facts.map((fact) => exportedColumns.map(({ value }) => value(fact) ?? null));
}
