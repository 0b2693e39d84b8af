import type { Session } from "../../sessions/index.js";
import { addDays, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import type { Label } from "../../shared/language.js";
import type { Enrolment } from "../enrolment.js";
import { movementDays } from "../figures.js";
import type { PlannedHalfDay } from "../planned.js";
import { type AttendanceRecord, attendingStatuses } from "../record.js";
import { compareSlots } from "../slot.js";
import { type MovementDeclaration, type MovementKind, movementKinds } from "./movement.js";

/** Where a movement stands: `done-late` was declared, after the day it was due. */
export const movementStates = ["due", "late", "done", "done-late"] as const;
export type MovementState = (typeof movementStates)[number];

export const movementStateLabels: Readonly<Record<MovementState, Label>> = {
  due: { fr: "à déclarer", en: "to declare" },
  late: { fr: "en retard", en: "late" },
  done: { fr: "déclaré", en: "declared" },
  "done-late": { fr: "déclaré en retard", en: "declared late" },
};

/** Why somebody is out: the training is over for them, they left before its end, or they withdrew. */
export type ExitCause = "end" | "early" | "withdrawal";

/** An entry, an interruption or an exit that happened, and until when it is declared. */
export interface Movement {
  readonly sessionReference: string;
  readonly traineeId: string;
  readonly kind: MovementKind;
  readonly on: IsoDate;
  readonly cause?: ExitCause;
  /** The last day in time. */
  readonly dueOn: IsoDate;
  readonly state: MovementState;
  readonly declaredOn?: IsoDate;
  /** Declared once for this other day: the facts have changed since. */
  readonly declaredFor?: IsoDate;
}

/** What the movements of a session are read from. */
export interface SessionCourse {
  readonly session: Pick<Session, "reference" | "endsOn">;
  readonly roster: readonly Enrolment[];
  readonly planned: readonly PlannedHalfDay[];
  /** All facts, or only those whose status is not that of the one before: the others move nobody. */
  readonly records: readonly AttendanceRecord[];
  readonly declarations: readonly MovementDeclaration[];
}

/** The movements that happened by a day, those due first ahead. `days`: what the provider is held to, where it is not the figure in force. */
export function movementsOf(course: SessionCourse, today: IsoDate, days?: number): readonly Movement[] {
  const records = groupedByTrainee([...course.records].sort(compareSlots));
  const planned = groupedByTrainee(course.planned);
  const movements = course.roster.flatMap((enrolment) => {
    const mine = { records: records.get(enrolment.traineeId) ?? [], planned: planned.get(enrolment.traineeId) ?? [] };
    return happened(enrolment, course.session, mine).filter(({ on }) => on <= today);
  });
  return movements
    .flatMap(({ traineeId, ...one }): readonly Movement[] => {
      const within = days ?? inForce(movementDays, one.on);
      if (within === undefined) return [];
      const dueOn = addDays(one.on, within);
      const same = course.declarations.filter((other) => other.traineeId === traineeId && other.kind === one.kind);
      const declaredOn = same.find(({ on }) => on === one.on)?.declaredOn;
      const declaredFor = one.kind === "interruption" || declaredOn !== undefined ? undefined : same.at(-1)?.on;
      return [
        {
          sessionReference: course.session.reference,
          traineeId,
          ...one,
          dueOn,
          state: stateOf(dueOn, declaredOn, today),
          ...(declaredOn !== undefined && { declaredOn }),
          ...(declaredFor !== undefined && { declaredFor }),
        },
      ];
    })
    .sort(inOrder);
}

type Happened = Pick<Movement, "traineeId" | "kind" | "on" | "cause">;

/** Whoever never came has not entered: there is nothing to interrupt, and nothing to leave. */
function happened(
  enrolment: Enrolment,
  session: SessionCourse["session"],
  { records, planned }: { readonly records: readonly AttendanceRecord[]; readonly planned: readonly PlannedHalfDay[] },
): readonly Happened[] {
  const { traineeId } = enrolment;
  const entered = records.findIndex(({ status }) => attendingStatuses.has(status));
  const entry = records[entered];
  if (entry === undefined) return [];
  const exit = exitOf(enrolment, session, records.slice(entered), planned);
  const interruptions = interruptedDays(records.slice(entered)).filter((day) => day < exit.on);
  return [
    { traineeId, kind: "entry", on: entry.day },
    ...interruptions.map((on): Happened => ({ traineeId, kind: "interruption", on })),
    { traineeId, kind: "exit", ...exit },
  ];
}

/** The first day of each interruption: it lasts until somebody comes back. */
function interruptedDays(records: readonly AttendanceRecord[]): readonly IsoDate[] {
  const days: IsoDate[] = [];
  let isInterrupted = false;
  for (const { status, day } of records) {
    if (status === "interrupted" && !isInterrupted) days.push(day);
    if (status === "interrupted") isInterrupted = true;
    else if (attendingStatuses.has(status)) isInterrupted = false;
  }
  return [...new Set(days)];
}

/** A withdrawal counts from the first half-day that is not followed; otherwise, the last one planned is the last day. */
function exitOf(
  { withdrawal, leavesOn }: Enrolment,
  { endsOn }: SessionCourse["session"],
  records: readonly AttendanceRecord[],
  planned: readonly PlannedHalfDay[],
): { readonly on: IsoDate; readonly cause: ExitCause } {
  const lastAttended = records.map(({ status }) => attendingStatuses.has(status)).lastIndexOf(true);
  const withdrawnOn = withdrawal?.day ?? records.slice(lastAttended).find(({ status }) => status === "withdrawn")?.day;
  if (withdrawnOn !== undefined) return { on: withdrawnOn, cause: "withdrawal" };
  const isEarly = leavesOn !== undefined && leavesOn < endsOn;
  return { on: planned.at(-1)?.day ?? (isEarly ? leavesOn : endsOn), cause: isEarly ? "early" : "end" };
}

function stateOf(dueOn: IsoDate, declaredOn: IsoDate | undefined, today: IsoDate): MovementState {
  if (declaredOn === undefined) return today > dueOn ? "late" : "due";
  return declaredOn > dueOn ? "done-late" : "done";
}

function inOrder(a: Movement, b: Movement): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  if (a.traineeId !== b.traineeId) return a.traineeId < b.traineeId ? -1 : 1;
  return movementKinds.indexOf(a.kind) - movementKinds.indexOf(b.kind);
}

function groupedByTrainee<One extends { readonly traineeId: string }>(all: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(one.traineeId);
    if (group === undefined) groups.set(one.traineeId, [one]);
    else group.push(one);
  }
  return groups;
}
