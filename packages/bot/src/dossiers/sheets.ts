import { type AttendanceSheet, counted, formatDay, type Label, type Language, type Result, success } from "@kairos/core";
import { both, line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { unknown } from "./unknown.js";

/** A sheet that still stands. */
export async function loadSheet(store: Store, typed: string): Promise<Result<AttendanceSheet>> {
  const sheet = await store.sheets.get(typed.toUpperCase());
  return sheet === undefined || sheet.removed !== undefined ? unknown("sheet", "feuille", typed) : success(sheet);
}

/** `20 demi-journées, du 07/12/2026 au 18/12/2026` */
export function coverageOf({ halfDays }: Pick<AttendanceSheet, "halfDays">): Label {
  const days = halfDays.map((key) => key.slice(0, 10)).sort();
  const [first = "", last = first] = [days[0], days.at(-1)];
  const count = (language: Language) =>
    language === "fr" ? counted(halfDays.length, "demi-journée") : counted(halfDays.length, "half-day", "half-days", "en");
  return first === last
    ? { fr: `${count("fr")}, le ${formatDay(first)}`, en: `${count("en")}, on ${formatDay(first, "en")}` }
    : {
        fr: `${count("fr")}, du ${formatDay(first)} au ${formatDay(last)}`,
        en: `${count("en")}, from ${formatDay(first, "en")} to ${formatDay(last, "en")}`,
      };
}

/** The sheets of a session: those that stand can be opened from the table, the others are only told. */
export function listedSheets(
  sheets: readonly AttendanceSheet[],
  signatures: ReadonlyMap<string, number>,
  nameOf: (person: string) => string,
): { readonly lines: readonly ReplyLine[]; readonly table?: ReplyTable } {
  const standing = sheets.filter(({ removed }) => removed === undefined);
  const lines = [
    ...(standing.length === 0
      ? [line("plain", "Aucune feuille signée n'est jointe à cette session.", "No signed sheet is attached to this session.")]
      : []),
    ...sheets.flatMap(({ reference, removed }) => {
      if (removed === undefined) return [];
      const said = (language: Language) => `${formatDay(removed.at.slice(0, 10), language)}`;
      const by = nameOf(removed.by);
      return [line("muted", `${reference} : retirée le ${said("fr")} par ${by}.`, `${reference}: removed on ${said("en")} by ${by}.`)];
    }),
  ];
  if (standing.length === 0) return { lines };
  const rows = standing.map((sheet) => {
    const { reference, trainers, place = "—", recordedAt, recordedBy } = sheet;
    return [
      same(reference),
      coverageOf(sheet),
      same(trainers.map(nameOf).join(", ")),
      same(place),
      same(String(signatures.get(reference) ?? 0)),
      both((language) => `${formatDay(recordedAt.slice(0, 10), language)} · ${nameOf(recordedBy)}`),
    ];
  });
  return { lines, table: { columns, rows, open: { path: "assiduite feuilles", option: "feuille" } } };
}

const columns: readonly Label[] = [
  { fr: "Feuille", en: "Sheet" },
  { fr: "Demi-journées", en: "Half-days" },
  { fr: "Formateurs", en: "Trainers" },
  { fr: "Lieu", en: "Place" },
  { fr: "Signatures", en: "Signatures" },
  { fr: "Jointe", en: "Attached" },
];
