import {
  type AttendanceRecord,
  gatherHalfDays,
  type HalfDaysOf,
  type IsoMonth,
  monthOf,
  type PlannedHalfDay,
  traineeSlotKey,
  unsignedHalfDays,
} from "../../attendance/index.js";
import { type Finding, found, nothing } from "../../shared/rules.js";
import { isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { billsWork, traineesOf } from "./match-facts.js";
import { billedSlots } from "./standing.js";

/** What attendance lacks before it can be billed. */
export interface IncompleteAttendance {
  readonly why: "open-months" | "unrecorded" | "unsigned";
  readonly session: string;
  readonly months: readonly IsoMonth[];
  readonly count: number;
  readonly trainees: readonly HalfDaysOf[];
}

/** What the attendance of an invoice's trainees lacks in its period: closed months, facts, signatures or other evidence. */
export function incompleteAttendance({ invoice, proof, provider }: InvoiceSituation): readonly Finding<IncompleteAttendance>[] {
  if (!billsWork(invoice) || isIssued(invoice)) return nothing;
  const { startsOn, endsOn, sessionReference: session } = invoice;
  const trainees = traineesOf(invoice);
  const meant = proof.planned.filter(({ traineeId, day }) => trainees.has(traineeId) && startsOn <= day && day <= endsOn);
  const facts = new Map(proof.records.map((one) => [traineeSlotKey(one), one]));
  const slots = billedSlots(invoice);
  const closed = new Set(proof.months.filter(({ status }) => status === "closed").map(({ month }) => month));
  const days = [...meant, ...[...slots.values()].map(({ halfDay }) => halfDay)].map(({ day }) => monthOf(day));
  const months = [...new Set(days)].filter((month) => !closed.has(month)).sort();
  const billed = meant.filter((one) => slots.has(traineeSlotKey(one)));
  return [
    ...(months.length === 0
      ? nothing
      : found<IncompleteAttendance>(["lines"], { why: "open-months", session, months, count: 0, trainees: [] })),
    ...lacking(
      "unrecorded",
      meant.filter((one) => !facts.has(traineeSlotKey(one))),
    ),
    ...lacking("unsigned", [
      ...unsignedHalfDays({ planned: billed, records: proof.records }, proof.signIns, provider.settings.attendance.signedBy),
      ...billed.filter((one) => isBareRemote(facts.get(traineeSlotKey(one)))),
    ]),
  ];

  function lacking(
    why: IncompleteAttendance["why"],
    halfDays: readonly Pick<PlannedHalfDay, "traineeId" | "day" | "half">[],
  ): readonly Finding<IncompleteAttendance>[] {
    if (halfDays.length === 0) return nothing;
    return found(["lines"], { why, session, months: [], count: halfDays.length, trainees: gatherHalfDays(halfDays) });
  }
}

/** Followed remotely, and nothing to show for it. */
function isBareRemote(fact: AttendanceRecord | undefined): boolean {
  return fact?.status === "remote" && (fact.evidence ?? []).length === 0;
}
