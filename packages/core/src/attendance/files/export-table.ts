import { halfLabels, type Trainee } from "../../sessions/index.js";
import { formatDay, type IsoDate, type Minutes } from "../../shared/calendar.js";
import type { ClockTime } from "../../shared/clock.js";
import { type AttendanceRecord, absenceReasonLabels, attendanceStatusLabels, attendedMinutes, evidenceKindLabels } from "../record.js";

/** A recorded half-day with what an export says beside it. */
export interface ExportedFact {
  readonly fact: AttendanceRecord;
  readonly trainee: Trainee | undefined;
  /** Of the schedule as it stands; 0 when the half-day is no longer in it. */
  readonly planned: Minutes;
  /** When it was first signed, on the clocks of the place. */
  readonly signedAt: ClockTime | undefined;
}

/** How a column stands in a workbook: a text, a day, a whole number, hours and their hundredths. */
export type ExportedKind = "text" | "day" | "count" | "hours";

export interface ExportedColumn {
  readonly title: string;
  readonly kind: ExportedKind;
  /** In letters. */
  readonly width: number;
  value(line: ExportedFact): string | number | undefined;
}

/** Under the titles that an import reads: what is exported comes back the same. */
export const exportedColumns: readonly ExportedColumn[] = [
  { title: "session", kind: "text", width: 16, value: ({ fact }) => fact.sessionReference },
  { title: "référence stagiaire", kind: "text", width: 18, value: ({ fact }) => fact.traineeId },
  { title: "nom", kind: "text", width: 20, value: ({ trainee }) => trainee?.lastName },
  { title: "prénom", kind: "text", width: 16, value: ({ trainee }) => trainee?.firstName },
  { title: "date", kind: "day", width: 12, value: ({ fact }) => fact.day },
  { title: "demi-journée", kind: "text", width: 14, value: ({ fact }) => halfLabels[fact.half].fr },
  { title: "minutes prévues", kind: "count", width: 16, value: ({ planned }) => planned },
  { title: "minutes suivies", kind: "count", width: 16, value: ({ fact, planned }) => attendedMinutes(fact, planned) },
  { title: "heures suivies", kind: "hours", width: 15, value: ({ fact, planned }) => attendedMinutes(fact, planned) / 60 },
  { title: "statut", kind: "text", width: 22, value: ({ fact }) => attendanceStatusLabels[fact.status].fr },
  { title: "retard", kind: "count", width: 9, value: ({ fact }) => fact.lateMinutes },
  { title: "départ anticipé", kind: "count", width: 15, value: ({ fact }) => fact.earlyMinutes },
  { title: "motif", kind: "text", width: 24, value: ({ fact }) => fact.reason && absenceReasonLabels[fact.reason].fr },
  { title: "justificatif", kind: "text", width: 20, value: ({ fact }) => fact.document },
  {
    title: "preuves",
    kind: "text",
    width: 30,
    value: ({ fact }) => fact.evidence?.map((one) => evidenceKindLabels[one].fr).join(" | "),
  },
  { title: "signé à", kind: "text", width: 9, value: ({ signedAt }) => signedAt },
];

/** A cell of a CSV table, as a French spreadsheet reads it. */
export function exportedText({ kind, value }: ExportedColumn, line: ExportedFact): string {
  const found = value(line);
  if (found === undefined) return "";
  if (kind === "day") return formatDay(found as IsoDate);
  return kind === "hours" ? (found as number).toFixed(2).replace(".", ",") : String(found);
}
