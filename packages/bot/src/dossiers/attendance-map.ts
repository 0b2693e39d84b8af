import {
  type AttendanceGrid,
  cellKinds,
  cellLabels,
  countCells,
  counted,
  formatDay,
  formatMonth,
  type GridCell,
  type GridShare,
  type IsoDate,
  type IsoMonth,
  type Label,
  type Language,
  monthOf,
  type Period,
  percentOf,
  type Schedule,
  type Session,
  sentenceCase,
} from "@kairos/core";
import { cellLetters, type Heatmap, halfLetters } from "../pictures/heatmap-data.js";
import { both, type ReplyTable, same } from "../reply.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";

/** What a heatmap shows: a session, whole or for one month, on a day. */
export interface MapScope {
  readonly session: Session;
  readonly month: IsoMonth | undefined;
  readonly today: IsoDate;
}

/** More rows, or more columns, nobody reads in one picture. */
export const mostRows = 60;
export const mostColumns = 130;

/** The months that have half-days, in order. */
export function monthsOf({ halfDays }: Pick<Schedule, "halfDays">): readonly IsoMonth[] {
  return [...new Set(halfDays.map(({ day }) => monthOf(day)))].sort();
}

/** The month to show where a session is too long for one picture: the last one that has begun, or the first. */
export function shownMonth(schedule: Pick<Schedule, "halfDays">, today: IsoDate): IsoMonth | undefined {
  if (schedule.halfDays.length <= mostColumns) return undefined;
  const months = monthsOf(schedule);
  return months.findLast((month) => month <= monthOf(today)) ?? months[0];
}

/** What is kept to draw: trainees by their reference only, since a picture goes from hand to hand. */
export function heatmapOf(grid: AttendanceGrid, scope: MapScope): Heatmap {
  const { session, today } = scope;
  const { columns, rows } = grid;
  const days = new Map<IsoDate, string>();
  for (const { day, half } of columns) days.set(day, (days.get(day) ?? "") + halfLetters[half]);
  const trainees = counted(rows.length, "stagiaire");
  const people = rows.length > mostRows ? `les ${mostRows} premiers stagiaires sur ${rows.length}` : trainees;
  return {
    title: `Assiduité · ${session.reference}`,
    lines: [
      session.title,
      `${periodOf(scope, "fr")} · ${people} · ${counted(columns.length, "demi-journée")} · état au ${formatDay(today)}`,
    ],
    days: [...days],
    rows: rows.slice(0, mostRows).map((row) => ({
      name: row.traineeId,
      cells: row.cells.map(letterOf).join(""),
      percent: percentOf(row) ?? null,
    })),
    percents: columns.map((column) => percentOf(column) ?? null),
    percent: percentOf(grid) ?? null,
  };
}

/** `décembre 2026`, or `du 07/12/2026 au 18/12/2026`. */
export function periodOf({ session, month }: Pick<MapScope, "month"> & { readonly session: Period }, language: Language): string {
  if (month !== undefined) return formatMonth(month, language);
  const [from, until] = [formatDay(session.startsOn, language), formatDay(session.endsOn, language)];
  return language === "fr" ? `du ${from} au ${until}` : `from ${from} to ${until}`;
}

/** The same as the picture in words: a row for each trainee, named for who may read it here. */
export function mapTable({ rows }: AttendanceGrid, attended: Pick<AttendedSession, "trainees">): ReplyTable {
  return {
    columns: [
      { fr: "Stagiaire", en: "Trainee" },
      { fr: "Taux", en: "Rate" },
      { fr: "Demi-journées", en: "Half-days" },
    ],
    rows: rows.map((row) => [
      same(calledTrainee(attended, row.traineeId)),
      percentLabel(row),
      both((language) => countsIn(row.cells, language)),
    ]),
  };
}

/** What somebody who does not see the picture is told: how it stands, who has gaps, the first of them. */
export function mapAlt(grid: AttendanceGrid, scope: MapScope): Label {
  const { rows, columns } = grid;
  const cells = rows.flatMap((row) => row.cells);
  const rate = percentLabel(grid);
  const say = (language: Language) => {
    const isFrench = language === "fr";
    const gaps = (kind: "unrecorded" | "unexcused") => whoHas(grid, kind, language);
    const size = isFrench
      ? `${counted(rows.length, "stagiaire")}, ${counted(columns.length, "demi-journée")}, taux ${rate.fr}`
      : `${counted(rows.length, "trainee", "trainees", "en")}, ${counted(columns.length, "half-day", "half-days", "en")}, rate ${rate.en}`;
    return [
      isFrench
        ? `Carte d'assiduité de la session ${scope.session.reference}, ${periodOf(scope, "fr")} : ${size}.`
        : `Attendance map of the session ${scope.session.reference}, ${periodOf(scope, "en")}: ${size}.`,
      ...[gaps("unrecorded"), gaps("unexcused")].filter(Boolean),
      `${sentenceCase(countsIn(cells, language))}.`,
      isFrench ? "Le tableau du message dit la même chose." : "The table of the message says the same.",
    ].join(" ");
  };
  return both(say);
}

/** `À saisir : T-0003 (4), T-0007 (2).`; nothing where nobody has any. */
export function whoHas({ rows }: AttendanceGrid, kind: "unrecorded" | "unexcused", language: Language): string {
  const having = rows
    .map(({ traineeId, cells }) => ({ traineeId, count: cells.filter((cell) => cell.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (having.length === 0) return "";
  const told = having.slice(0, mostTold).map(({ traineeId, count }) => `${traineeId} (${count})`);
  const more = having.length - told.length;
  const rest = more === 0 ? "" : language === "fr" ? ` et ${counted(more, "autre")}` : ` and ${more} more`;
  return `${gapNames[kind][language]}${told.join(", ")}${rest}.`;
}

export function percentLabel(share: GridShare): Label {
  const percent = percentOf(share);
  return percent === undefined ? same("—") : { fr: `${percent}\u00a0%`, en: `${percent}%` };
}

const mostTold = 8;
const gapNames: Readonly<Record<"unrecorded" | "unexcused", Label>> = {
  unrecorded: { fr: "À saisir : ", en: "To be recorded: " },
  unexcused: { fr: "Absences injustifiées : ", en: "Unexcused absences: " },
};

/** `présent 18, en retard 1, signé 17` */
function countsIn(cells: readonly GridCell[], language: Language): string {
  const { kinds, signed } = countCells(cells);
  const told = cellKinds.flatMap((kind) => (kinds[kind] === 0 ? [] : [`${cellLabels[kind][language]} ${kinds[kind]}`]));
  return [...told, ...(signed === 0 ? [] : [`${language === "fr" ? "signé" : "signed"} ${signed}`])].join(", ");
}

function letterOf({ kind, isSigned }: GridCell): string {
  const letter = cellLetters[kind];
  return isSigned ? letter.toUpperCase() : letter;
}
