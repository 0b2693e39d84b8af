import { type AttendanceGrid, counted, formatMonth, formatSlot, type GridShare, type IsoMonth, type Language } from "@kairos/core";
import { line, type NextStep, type ReplyLine } from "../reply.js";
import { type MapScope, mostColumns, mostRows, percentLabel, periodOf, whoHas } from "./attendance-map.js";

/** What a heatmap is about, what it leaves out, and what its gaps are. */
export function mapLines(grid: AttendanceGrid, scope: MapScope, isCut: boolean): readonly ReplyLine[] {
  const { title, reference } = scope.session;
  const { rows, strays } = grid;
  return [
    line("plain", `${title} · ${periodOf(scope, "fr")}`, `${title} · ${periodOf(scope, "en")}`),
    ...(isCut && scope.month !== undefined ? [oneMonthOnly(scope.month)] : []),
    ...(rows.length > mostRows ? [firstRowsOnly(rows.length)] : []),
    ...gapLines(grid),
    ...(strays === 0 ? [] : [strayLine(strays, reference)]),
    ...lowestLines(grid),
    rateMeaning,
  ];
}

/** The month before and the month after the one that is shown. */
export function otherMonths(reference: string, months: readonly IsoMonth[], month: IsoMonth | undefined): readonly NextStep[] {
  if (month === undefined) return [];
  return months
    .filter((_, rank) => months[rank + 1] === month || months[rank - 1] === month)
    .map((other) => ({
      text: { fr: `Voir ${formatMonth(other)}`, en: `See ${formatMonth(other, "en")}` },
      command: `/assiduite carte session:${reference} mois:${other}`,
    }));
}

export function nobodyEnrolled(reference: string): ReplyLine {
  return line(
    "warning",
    `Personne n'est inscrit dans cette session : il n'y a rien à dessiner. Pour inscrire un stagiaire : /assiduite inscrire session:${reference}`,
    `Nobody is enrolled in this session: there is nothing to draw. To enrol a trainee: /assiduite inscrire session:${reference}`,
  );
}

/** Of a month where the session has no half-day. */
export function emptyMonth(month: IsoMonth, months: readonly IsoMonth[]): ReplyLine {
  const told = (language: Language) => `${months.map((one) => formatMonth(one, language)).join(", ")}.`;
  return line(
    "warning",
    `Aucune demi-journée n'est prévue en ${formatMonth(month)}. Le planning en a en : ${told("fr")}`,
    `No half-day is planned in ${formatMonth(month, "en")}. The schedule has some in: ${told("en")}`,
  );
}

function oneMonthOnly(month: IsoMonth): ReplyLine {
  return line(
    "muted",
    `La session a plus de ${mostColumns} demi-journées : voici ${formatMonth(month)}. Les autres mois se montrent avec l'option « mois ».`,
    `The session has more than ${mostColumns} half-days: here is ${formatMonth(month, "en")}. The other months are shown with the option “month”.`,
  );
}

function firstRowsOnly(count: number): ReplyLine {
  return line(
    "warning",
    `L'image s'arrête aux ${mostRows} premiers stagiaires ; les ${count} sont dans le tableau.`,
    `The picture stops after the first ${mostRows} trainees; all ${count} are in the table.`,
  );
}

function gapLines(grid: AttendanceGrid): readonly ReplyLine[] {
  return (["unrecorded", "unexcused"] as const).flatMap((kind) => {
    const fr = whoHas(grid, kind, "fr");
    return fr === "" ? [] : [line("warning", fr, whoHas(grid, kind, "en"))];
  });
}

function strayLine(count: number, reference: string): ReplyLine {
  const fr =
    count === 1
      ? "1 fait saisi tombe hors des demi-journées à suivre : il n'est pas sur la carte."
      : `${count} faits saisis tombent hors des demi-journées à suivre : ils ne sont pas sur la carte.`;
  return line(
    "warning",
    `${fr} Pour voir : /assiduite rapprocher session:${reference}`,
    `${counted(count, "recorded fact falls", "recorded facts fall", "en")} outside of the half-days to follow: not on the map. To see: /assiduite rapprocher session:${reference}`,
  );
}

/** The half-days that most people missed. */
function lowestLines({ columns }: AttendanceGrid): readonly ReplyLine[] {
  const share = ({ attended, due }: GridShare) => attended / due;
  const lowest = columns
    .filter(({ attended, due }) => attended < due)
    .sort((a, b) => share(a) - share(b))
    .slice(0, mostLowest);
  if (lowest.length === 0) return [];
  const told = (language: Language) =>
    lowest.map((column) => `${formatSlot(column, language)} ${percentLabel(column)[language]}`).join(", ");
  return [line("muted", `Taux les plus bas : ${told("fr")}.`, `Lowest rates: ${told("en")}.`)];
}

const mostLowest = 5;
const rateMeaning = line(
  "muted",
  "Taux : durée suivie sur durée prévue, pour les demi-journées qui ont commencé.",
  "Rate: time followed out of time planned, for the half-days that have begun.",
);
