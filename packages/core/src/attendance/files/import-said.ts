import { type Half, type HalfDay, halves } from "../../sessions/index.js";
import type { IsoDate, Minutes } from "../../shared/calendar.js";
import { minutesFrom } from "../../shared/clock.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import { type AttendanceStatus, attendedMinutes, attendingStatuses, presentAt, type Said } from "../record.js";
import { attendanceImportRules } from "./import-rules.js";
import { type AttendanceRow, told } from "./import-table.js";

/** A half-day of the schedule, with how long it lasts. */
export interface ImportedHalfDay extends Pick<HalfDay, "day" | "half" | "from" | "until" | "at"> {
  readonly minutes: Minutes;
}

/** The half-days of each day. */
export type ImportedHalfDays = ReadonlyMap<IsoDate, readonly ImportedHalfDay[]>;

export function halfDayNamed(days: ImportedHalfDays, day: IsoDate, half: Half): ImportedHalfDay | undefined {
  return days.get(day)?.find((one) => one.half === half);
}

/** The half-days of a schedule as they are looked up, each day's in order. */
export function halfDaysByDay(all: readonly ImportedHalfDay[]): ImportedHalfDays {
  const days = new Map<IsoDate, ImportedHalfDay[]>();
  for (const one of [...all].sort((a, b) => halves.indexOf(a.half) - halves.indexOf(b.half))) {
    const ofDay = days.get(one.day);
    if (ofDay === undefined) days.set(one.day, [one]);
    else ofDay.push(one);
  }
  return days;
}

/** What a row says became of a half-day: its status and its minutes, told or read from the hours of arrival and departure. */
export function saidIn(row: AttendanceRow, halfDay: ImportedHalfDay): Result<Said> {
  const { line, from, until, reason, document, evidence } = row;
  const wrong = (column: string, problem: Problem) => failure(told(problem, column, line));
  const shown = { from: halfDay.from, until: halfDay.until, line };
  const isOutside =
    (from !== undefined && from >= halfDay.until) ||
    (until !== undefined && until <= halfDay.from) ||
    (from !== undefined && until !== undefined && until <= from);
  if (isOutside) return wrong("arrivée", raise(attendanceImportRules, "import.hours-outside", [], shown));
  const late = row.late ?? (from === undefined ? 0 : Math.max(0, minutesFrom(halfDay.from, from)));
  const early = row.early ?? (until === undefined ? 0 : Math.max(0, minutesFrom(until, halfDay.until)));
  const wasSeen = from !== undefined || until !== undefined || late > 0 || early > 0;
  const status = statusOf(row, halfDay, late, early, wasSeen);
  if (status === undefined) return wrong("statut", raise(attendanceImportRules, "import.status-missing", [], { line }));
  if (!attendingStatuses.has(status) && wasSeen)
    return wrong("statut", raise(attendanceImportRules, "import.minutes-contradict", [], { line, status }));
  if ((status === "late" && late === 0) || (status === "left-early" && early === 0))
    return wrong("retard", raise(attendanceImportRules, "import.minutes-missing", [], { line }));
  if (late + early >= halfDay.minutes)
    return wrong(
      "retard",
      raise(attendanceImportRules, "import.minutes-over", [], { line, minutes: late + early, planned: halfDay.minutes }),
    );
  // Set one by one: every row of a large file comes through here.
  const said: { -readonly [Key in keyof Said]: Said[Key] } = { status };
  if (late > 0) said.lateMinutes = late;
  if (early > 0) said.earlyMinutes = early;
  if (reason !== undefined) said.reason = reason;
  if (document !== undefined) said.document = document;
  if (evidence !== undefined && evidence.length > 0) said.evidence = [...evidence];
  return success(said);
}

/** Minutes that were declared or billed: those of the row, else those that its status makes. */
export function claimedMinutes(row: AttendanceRow, halfDay: ImportedHalfDay): Result<Minutes> {
  const { line } = row;
  if (row.minutes === undefined && row.status === undefined && row.from === undefined)
    return failure(told(raise(attendanceImportRules, "import.minutes-missing", [], { line }), "minutes", line));
  if (row.minutes === undefined) {
    const said = saidIn(row, halfDay);
    return said.ok ? success(attendedMinutes(said.value, halfDay.minutes)) : said;
  }
  const { minutes } = row;
  if (minutes <= halfDay.minutes) return success(minutes);
  const over = raise(attendanceImportRules, "import.minutes-over", [], { line, minutes, planned: halfDay.minutes });
  return failure(told(over, "minutes", line));
}

/** The status that is written, made precise by the minutes and the document beside it. */
function statusOf(
  row: AttendanceRow,
  { at }: ImportedHalfDay,
  late: Minutes,
  early: Minutes,
  wasSeen: boolean,
): AttendanceStatus | undefined {
  const { status, document } = row;
  if (status === "absent") return document === undefined ? "unexcused" : "excused";
  if (status !== undefined && status !== "present") return status;
  if (status === undefined && !wasSeen) return undefined;
  if (late > 0) return "late";
  if (early > 0) return "left-early";
  return status === undefined ? presentAt(at) : status;
}
