import { halves, minutesOf, type Schedule } from "../../sessions/index.js";
import type { Instant, IsoDate, Minutes } from "../../shared/calendar.js";
import { clockAt } from "../../shared/clock.js";
import type { Label } from "../../shared/language.js";
import { type Enrolment, follows } from "../enrolment.js";
import { type IsoMonth, monthOf } from "../months/month.js";
import { type AttendanceRecord, attendanceStatuses, attendanceStatusLabels, attendedMinutes, attendingStatuses } from "../record.js";
import type { SignIn } from "../signing/sign-in.js";
import { compareSlots, type Slot } from "../slot.js";

/** What a trainee's half-day is shown as: what was recorded of it, or why nothing was. */
export const cellKinds = [...attendanceStatuses, "unrecorded", "future", "outside"] as const;
export type CellKind = (typeof cellKinds)[number];

export const cellLabels: Readonly<Record<CellKind, Label>> = {
  ...attendanceStatusLabels,
  unrecorded: { fr: "à saisir", en: "to be recorded" },
  future: { fr: "à venir", en: "to come" },
  outside: { fr: "hors inscription", en: "not enrolled" },
};

export interface GridCell {
  readonly kind: CellKind;
  readonly isSigned: boolean;
}

/** Minutes taken part in, out of those that were due: planned, and begun. */
export interface GridShare {
  readonly attended: Minutes;
  readonly due: Minutes;
}

export interface GridColumn extends Slot, GridShare {}

export interface GridRow extends GridShare {
  readonly traineeId: string;
  /** One for each column. */
  readonly cells: readonly GridCell[];
}

/** Trainees by half-days. */
export interface AttendanceGrid extends GridShare {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Facts of these half-days that nobody was to follow: they are no cell's. */
  readonly strays: number;
}

export interface GridFacts {
  readonly schedule: Schedule;
  readonly roster: readonly Enrolment[];
  readonly records: readonly AttendanceRecord[];
  readonly signIns: readonly SignIn[];
  readonly now: Instant;
  readonly month?: IsoMonth;
}

/** A session's attendance as a wall chart: a row for each trainee, a column for each half-day, of one month or of all. */
export function attendanceGrid({ schedule, roster, records, signIns, now, month }: GridFacts): AttendanceGrid {
  const isShown = ({ day }: { readonly day: IsoDate }) => month === undefined || monthOf(day) === month;
  const clock = clockAt(now, schedule.timeZone);
  const columns = schedule.halfDays.filter(isShown).map((halfDay) => ({
    day: halfDay.day,
    half: halfDay.half,
    minutes: minutesOf(halfDay),
    isFuture: halfDay.day > clock.day || (halfDay.day === clock.day && halfDay.from > clock.time),
    attended: 0,
    due: 0,
  }));
  columns.sort(compareSlots);
  const facts = new Map(records.filter(isShown).map((one) => [keyOf(one.traineeId, one), one]));
  const signed = new Set(signIns.filter(isShown).map((one) => keyOf(one.traineeId, one)));
  let used = 0;
  const rows = roster.map((enrolment) => {
    const { traineeId } = enrolment;
    const share = { attended: 0, due: 0 };
    const cells = columns.map((column): GridCell => {
      const key = keyOf(traineeId, column);
      const fact = facts.get(key);
      const isSigned = signed.has(key);
      if (!follows(enrolment, column)) {
        const isGone = hasLeft(enrolment, column);
        // That somebody was away once they had left is what the cell says.
        if (isGone && fact !== undefined && !attendingStatuses.has(fact.status)) used += 1;
        return { kind: isGone ? "withdrawn" : "outside", isSigned };
      }
      if (fact !== undefined) used += 1;
      if (!column.isFuture) {
        const attended = fact === undefined ? 0 : attendedMinutes(fact, column.minutes);
        for (const sums of [share, column]) {
          sums.attended += attended;
          sums.due += column.minutes;
        }
      }
      return { kind: fact?.status ?? (column.isFuture ? "future" : "unrecorded"), isSigned };
    });
    return { traineeId, cells, ...share };
  });
  return {
    columns: columns.map(({ day, half, attended, due }) => ({ day, half, attended, due })),
    rows,
    attended: columns.reduce((sum, column) => sum + column.attended, 0),
    due: columns.reduce((sum, column) => sum + column.due, 0),
    strays: facts.size - used,
  };
}

/** Whole percents, 100 only where nothing is missing; nothing where nothing was due. */
export function percentOf({ attended, due }: GridShare): number | undefined {
  return due === 0 ? undefined : Math.floor((100 * attended) / due);
}

/** How many cells there are of each kind, and how many of all are signed. */
export function countCells(cells: readonly GridCell[]): { readonly kinds: Readonly<Record<CellKind, number>>; readonly signed: number } {
  const kinds = Object.fromEntries(cellKinds.map((kind) => [kind, 0])) as Record<CellKind, number>;
  let signed = 0;
  for (const { kind, isSigned } of cells) {
    kinds[kind] += 1;
    if (isSigned) signed += 1;
  }
  return { kinds, signed };
}

function hasLeft({ withdrawal }: Enrolment, slot: Slot): boolean {
  return withdrawal !== undefined && compareSlots(slot, withdrawal) >= 0;
}

function keyOf(traineeId: string, { day, half }: Slot): string {
  return `${traineeId}|${day}|${halves.indexOf(half)}`;
}
