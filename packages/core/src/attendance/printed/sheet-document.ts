import { activityMention, type Provider } from "../../membership/index.js";
import {
  type Half,
  type HalfDay,
  halfDayKey,
  type LearningPlace,
  minutesOf,
  type Schedule,
  type Session,
  type Trainee,
} from "../../sessions/index.js";
import type { IsoDate, Minutes } from "../../shared/calendar.js";
import type { ClockTime } from "../../shared/clock.js";
import type { Enrolment } from "../enrolment.js";
import { type IsoMonth, monthOf } from "../months/month.js";
import { plannedHalfDays } from "../planned.js";
import type { AttendanceRecord } from "../record.js";
import type { AttendanceSheet, SignIn } from "../signing/sign-in.js";
import { alphabetical } from "../trainee-names.js";
import { type SheetCell, sheetCells, trainerCell } from "./sheet-cells.js";

/** What a sheet is of: one day or one month of everybody, one month of one trainee. */
export type SheetView =
  | { readonly by: "day"; readonly day: IsoDate }
  | { readonly by: "month"; readonly month: IsoMonth }
  | { readonly by: "trainee"; readonly month: IsoMonth; readonly traineeId: string };

/** Everything a printed attendance sheet shows, blank or filled in: the document only draws it. */
export interface AttendanceSheetDocument {
  readonly kind: "attendance-sheet";
  readonly view: SheetView;
  readonly isFilled: boolean;
  readonly issuedOn: IsoDate;
  readonly provider: { readonly name: string; readonly siret: string; readonly activityMention: string | undefined };
  readonly session: Pick<Session, "reference" | "title" | "listingReference" | "place"> & { readonly funding: string | undefined };
  readonly halfDays: readonly SheetHalfDay[];
  /** A trainee each, by name; a cell for each half-day. */
  readonly rows: readonly SheetRow[];
  /** Who teaches, likewise. The one without a name stands for the half-days that nobody is known to teach. */
  readonly trainers: readonly (Pick<SheetRow, "cells"> & { readonly name: string | undefined })[];
}

export interface SheetHalfDay {
  readonly day: IsoDate;
  readonly half: Half;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly minutes: Minutes;
  readonly at: LearningPlace;
  readonly room: string | undefined;
}

export interface SheetRow {
  readonly traineeId: string;
  readonly name: string;
  readonly cells: readonly SheetCell[];
}

export interface SheetFacts {
  readonly provider: Provider;
  readonly session: Session;
  readonly schedule: Schedule;
  readonly roster: readonly Enrolment[];
  readonly trainees: ReadonlyMap<string, Trainee>;
  /** How whoever teaches is called. */
  readonly nameOf: (person: string) => string;
  readonly funding?: string | undefined;
  readonly view: SheetView;
  /** What is told of the half-days; nothing for a sheet to be signed. */
  readonly told?: {
    readonly records: readonly AttendanceRecord[];
    readonly signIns: readonly SignIn[];
    readonly sheets: readonly AttendanceSheet[];
  };
  readonly issuedOn: IsoDate;
}

/** Gathers what the printed sheet needs; the same facts give the same document. */
export function prepareAttendanceSheet(facts: SheetFacts): AttendanceSheetDocument {
  const { provider, session, schedule, roster, view, told } = facts;
  const followers = view.by === "trainee" ? roster.filter(({ traineeId }) => traineeId === view.traineeId) : roster;
  const planned = plannedHalfDays(schedule, followers);
  const expected = new Map<string, Set<string>>();
  for (const halfDay of planned) {
    const own = expected.get(halfDay.traineeId) ?? new Set<string>();
    expected.set(halfDay.traineeId, own.add(halfDayKey(halfDay)));
  }
  const isShown = (halfDay: HalfDay) =>
    (view.by === "day" ? halfDay.day === view.day : monthOf(halfDay.day) === view.month) &&
    (view.by !== "trainee" || expected.get(view.traineeId)?.has(halfDayKey(halfDay)) === true);
  const halfDays = schedule.halfDays.filter(isShown);
  const cellsOf = sheetCells(halfDays, schedule.timeZone, told);
  const rows = alphabetical([...expected.keys()], facts.trainees)
    .map(({ traineeId, name }) => ({ traineeId, name, cells: cellsOf(traineeId, expected.get(traineeId) ?? new Set()) }))
    .filter(({ cells }) => cells.some(({ kind }) => kind !== "outside"));
  return {
    kind: "attendance-sheet",
    view,
    isFilled: told !== undefined,
    issuedOn: facts.issuedOn,
    provider: { name: provider.name, siret: provider.siret, activityMention: activityMention(provider) },
    session: {
      reference: session.reference,
      title: session.title,
      listingReference: session.listingReference,
      place: session.place,
      funding: facts.funding,
    },
    halfDays: halfDays.map((halfDay) => {
      const { day, half, from, until, at, room } = halfDay;
      return { day, half, from, until, minutes: minutesOf(halfDay), at, room: room ?? session.room };
    }),
    rows,
    trainers: trainersOf(facts, halfDays),
  };
}

function trainersOf({ session, nameOf, told }: SheetFacts, halfDays: readonly HalfDay[]): AttendanceSheetDocument["trainers"] {
  const teaching = halfDays.map(({ trainers = session.trainers ?? [] }) => new Set(trainers));
  const ids = [...new Set(teaching.flatMap((people) => [...people]))];
  const named = ids.map((id) => ({
    name: nameOf(id),
    cells: halfDays.map((halfDay, index) => trainerCell(id, halfDay, teaching[index]?.has(id) === true, told?.sheets)),
  }));
  const isTaught = teaching.map((people) => people.size > 0);
  if (isTaught.every((one) => one)) return named;
  return [...named, { name: undefined, cells: isTaught.map((one): SheetCell => (one ? { kind: "outside" } : { kind: "blank" })) }];
}
