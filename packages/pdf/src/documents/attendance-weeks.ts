import {
  type AttendanceSheetDocument,
  attendanceSigns,
  attendanceStatuses,
  attendanceStatusLabels,
  formatDay,
  mondayOf,
  type SheetCell,
} from "@kairos/core";
import type { Strip } from "../layout/marks.js";
import { headingStrip, type Place, textStrip } from "../layout/strips.js";
import { tableStrips } from "../layout/table.js";
import { styles } from "../layout/theme.js";
import { dayShort, halfName, hoursOf, inLines, placeOf, sharedPlace, toFillIn } from "./half-days.js";

/** A month of everybody: a table for each week, its half-days as columns. */
export function weekStrips(document: AttendanceSheetDocument, place: Place): readonly Strip[] {
  const tables = columnsByWeek(document).flatMap(({ monday, indexes }) => weekTable(document, place, monday, indexes));
  return document.isFilled ? [{ ...textStrip(legend(document), styles.label, { place }), gap: 8 }, ...tables] : tables;
}

/** More half-days than this leave no room to sign. */
const mostColumns = 10;
const nameWidth = 150;

/** The half-days of each week; those of a full one, evenings included, in tables of about the same width. */
function columnsByWeek({ halfDays }: AttendanceSheetDocument): readonly { readonly monday: string; readonly indexes: readonly number[] }[] {
  const weeks = new Map<string, number[]>();
  for (const [index, { day }] of halfDays.entries()) weeks.set(mondayOf(day), [...(weeks.get(mondayOf(day)) ?? []), index]);
  return [...weeks].flatMap(([monday, indexes]) => {
    const size = Math.ceil(indexes.length / Math.ceil(indexes.length / mostColumns));
    return Array.from({ length: Math.ceil(indexes.length / size) }, (_, part) => ({
      monday,
      indexes: indexes.slice(part * size, (part + 1) * size),
    }));
  });
}

function weekTable(
  { halfDays, rows, trainers }: AttendanceSheetDocument,
  place: Place,
  monday: string,
  indexes: readonly number[],
): readonly Strip[] {
  const width = Math.min(150, (place.width + 2 * boxes.inset - nameWidth) / indexes.length);
  const cellsOf = (cells: readonly SheetCell[]) => indexes.map((index) => inShort(cells[index]));
  const isThere = ({ cells }: { readonly cells: readonly SheetCell[] }) => indexes.some((index) => cells[index]?.kind !== "outside");
  const expected = rows.filter(isThere);
  const hasOnePlace = sharedPlace(halfDays) !== undefined;
  const titled = indexes.flatMap((index) => {
    const halfDay = halfDays[index];
    if (halfDay === undefined) return [];
    const where = hasOnePlace ? undefined : placeOf(halfDay);
    return [{ title: inLines(dayShort(halfDay.day).slice(0, -5), halfName(halfDay), hoursOf(halfDay), where), width }];
  });
  const week = `Semaine du ${formatDay(monday)}`;
  return [
    headingStrip(week, 14),
    ...tableStrips({
      columns: [{ title: "Stagiaire" }, ...titled],
      under: week,
      rows: expected.length === 0 ? [["Aucun stagiaire attendu"]] : expected.map(({ name, cells }) => [name, ...cellsOf(cells)]),
      closing: trainers.filter(isThere).map(({ name, cells }) => [`Formateur : ${name ?? toFillIn}`, ...cellsOf(cells)]),
      place,
      gap: 2,
      look: boxes,
    }),
  ];
}

const boxes = { style: { ...styles.dense, size: 7.5, leading: 10 }, inset: 4, boxHeight: 28 };

function inShort(cell: SheetCell | undefined): string {
  if (cell === undefined || cell.kind === "outside") return "—";
  return cell.kind === "blank" ? "" : inLines(cell.sign, ...cell.signatures.map(({ short }) => short));
}

/** What the signs of the table mean: those that are there. */
function legend({ rows }: AttendanceSheetDocument): string {
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "told" ? (cell.sign.split(" ")[0] ?? "") : []))));
  const signs = attendanceStatuses
    .filter((status) => used.has(attendanceSigns[status]))
    .map((status) => `${attendanceSigns[status]} : ${attendanceStatusLabels[status].fr}`);
  const unknown = used.has("?") ? ["? : non renseigné"] : [];
  const minutes = rows.some(({ cells }) => cells.some((cell) => cell.kind === "told" && /\d/.test(cell.sign)));
  const figures = minutes ? ["un nombre : minutes de retard, ou de départ avant la fin après −"] : [];
  return [...signs, ...unknown, ...figures].join(" ; ");
}
