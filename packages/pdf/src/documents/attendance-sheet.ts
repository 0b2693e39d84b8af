import {
  type AttendanceSheetDocument,
  formatDay,
  formatMinutes,
  formatMonth,
  type SheetCell,
  type SheetHalfDay,
  sentenceCase,
} from "@kairos/core";
import { type Fact, wideEnough } from "../layout/facts.js";
import { furnishedPages } from "../layout/furniture.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, factsBand, letterhead } from "../layout/masthead.js";
import { type Place, textStrip, widthOn } from "../layout/strips.js";
import { tableStrips } from "../layout/table.js";
import { type Sheet, sheet, styles, wideSheet } from "../layout/theme.js";
import { weekStrips } from "./attendance-weeks.js";
import type { PdfDocument } from "./document.js";
import { dayShort, dayWithName, halfName, hoursOf, inLines, placeOf, sharedPlace, toFillIn } from "./half-days.js";
import { dotted, groupedSiret } from "./phrases.js";

/** The attendance sheet (feuille d'émargement), blank or filled in, of a day, a month or one trainee's month. */
export const attendanceSheetDocument: PdfDocument<AttendanceSheetDocument> = {
  title: (document) => `${nameOf(document)} – ${dotted(document.session.title, whenOf(document))}`,
  author: ({ provider }) => provider.name,
  pages: (document, { auditHead }) => {
    const paper = document.view.by === "month" ? wideSheet : sheet;
    const { provider, session } = document;
    return furnishedPages(
      stripsOf(document, paper),
      {
        issuer: provider.name,
        issuerId: `SIRET ${groupedSiret(provider.siret)}`,
        reference: nameOf(document),
        subject: dotted(whenOf(document), traineeOf(document), trainersOf(document), session.place, session.title),
        trailHead: auditHead,
        mark: undefined,
      },
      paper,
    );
  },
};

function stripsOf(document: AttendanceSheetDocument, paper: Sheet): readonly Strip[] {
  const { provider, session, view } = document;
  const place = widthOn(paper);
  const siret = `SIRET ${groupedSiret(provider.siret)}`;
  const tables = { day: dayStrips, trainee: traineeStrips, month: weekStrips };
  return [
    letterhead(provider.name, [siret, provider.activityMention ?? ""], "", place),
    { ...documentTitle("Feuille d'émargement", session.title, place), gap: 18, keepWithNext: true },
    {
      ...factsBand(
        factsOf(document).map((fact) => wideEnough(fact, place)),
        place,
      ),
      keepWithNext: true,
    },
    ...tables[view.by](document, place),
    { ...textStrip(note(document), styles.label, { place }), gap: 9 },
  ];
}

function factsOf(document: AttendanceSheetDocument): readonly Fact[] {
  const { view, session, halfDays } = document;
  const hours = halfDays.map(hoursOf).join("\u00a0· ");
  return [
    { label: "Stagiaire", value: traineeOf(document) },
    view.by === "day" ? { label: "Jour", value: dayWithName(view.day) } : { label: "Mois", value: sentenceCase(formatMonth(view.month)) },
    view.by === "day" ? { label: "Horaires", value: hours } : { label: "Jours", value: periodOf(halfDays) },
    { label: "Dispositif", value: session.funding },
    { label: "Session", value: dotted(session.reference, session.listingReference) },
    { label: "Formateur", value: trainersOf(document) || toFillIn },
    { label: "Lieu", value: dotted(session.place ?? toFillIn, sharedPlace(halfDays)) },
  ];
}

function dayStrips({ halfDays, rows, trainers }: AttendanceSheetDocument, place: Place): readonly Strip[] {
  const width = Math.min(200, 330 / Math.max(1, halfDays.length));
  const hasOnePlace = sharedPlace(halfDays) !== undefined;
  const columns = halfDays.map((halfDay) => {
    const hours = dotted(sentenceCase(halfName(halfDay)), hoursOf(halfDay));
    return { title: hasOnePlace ? hours : inLines(hours, placeOf(halfDay)), width };
  });
  return tableStrips({
    columns: [{ title: "Stagiaire" }, ...columns],
    under: "",
    rows: rows.length === 0 ? [[nobody]] : rows.map(({ name, cells }) => [name, ...cells.map(inFull)]),
    closing: trainers.map(({ name, cells }) => [`Formateur : ${name ?? toFillIn}`, ...cells.map(inFull)]),
    place,
    gap: 14,
    look: boxes,
  });
}

function traineeStrips({ halfDays, rows, trainers }: AttendanceSheetDocument, place: Place): readonly Strip[] {
  const cells = rows[0]?.cells ?? [];
  const hasOnePlace = sharedPlace(halfDays) !== undefined;
  const areSeveral = trainers.length > 1;
  const taught = (index: number) => {
    const teaching = trainers.filter((trainer) => trainer.cells[index]?.kind !== "outside");
    return inLines(...teaching.flatMap(({ name, cells }) => [areSeveral ? (name ?? toFillIn) : undefined, inFull(cells[index])]));
  };
  return tableStrips({
    columns: [
      { title: "Jour" },
      { title: "Demi-journée", width: 94 },
      { title: "Horaires\nDurée", width: 78 },
      { title: "Stagiaire", width: 118 },
      { title: "Formateur", width: 118 },
    ],
    under: "",
    rows:
      halfDays.length === 0
        ? [["Aucune demi-journée"]]
        : halfDays.map((halfDay, index) => [
            dayShort(halfDay.day),
            inLines(halfName(halfDay), hasOnePlace ? undefined : placeOf(halfDay)),
            `${hoursOf(halfDay)}\n${formatMinutes(halfDay.minutes)}`,
            inFull(cells[index]),
            taught(index),
          ]),
    foot: [{ label: "Durée prévue", value: formatMinutes(halfDays.reduce((sum, { minutes }) => sum + minutes, 0)) }],
    place,
    gap: 14,
    look: areSeveral ? { ...boxes, boxHeight: 50 } : boxes,
  });
}

/** Room for a signature in each cell. */
const boxes = { style: styles.dense, inset: 6, boxHeight: 32 };
const nobody = "Aucun stagiaire attendu";

function inFull(cell: SheetCell | undefined): string {
  if (cell === undefined || cell.kind === "outside") return "—";
  return cell.kind === "blank" ? "" : inLines(cell.words, ...cell.signatures.map(({ full }) => full));
}

function note({ isFilled, view }: AttendanceSheetDocument): string {
  const dash = "Un tiret : la personne n'est pas attendue.";
  if (isFilled) return view.by === "month" ? dash : `${dash} Une case vide : la signature manque.`;
  return `Chacun signe dans la case de chaque demi-journée suivie, le jour même ; le formateur note les absences et les retards. ${dash}`;
}

function nameOf({ session }: AttendanceSheetDocument): string {
  return `Feuille d'émargement ${session.reference}`;
}

function whenOf({ view }: AttendanceSheetDocument): string {
  return view.by === "day" ? formatDay(view.day) : formatMonth(view.month);
}

function traineeOf({ view, rows }: AttendanceSheetDocument): string | undefined {
  return view.by === "trainee" ? (rows[0]?.name ?? view.traineeId) : undefined;
}

function trainersOf({ trainers }: AttendanceSheetDocument): string {
  return trainers.flatMap(({ name }) => name ?? []).join(", ");
}

function periodOf(halfDays: readonly SheetHalfDay[]): string | undefined {
  const [first, last] = [halfDays[0], halfDays.at(-1)];
  return first && last && `du ${formatDay(first.day)} au ${formatDay(last.day)}`;
}
