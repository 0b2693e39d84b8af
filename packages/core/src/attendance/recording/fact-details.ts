import type { Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import type { AttendanceStatus, Said } from "../record.js";
import { bearsReason } from "./exceptions.js";
import { type FactDetail, recordRefusals } from "./record-refusals.js";

/** The details a status bears. */
const bears: Readonly<Record<FactDetail, (status: AttendanceStatus) => boolean>> = {
  minutes: (status) => status === "late" || status === "left-early",
  early: (status) => status === "late",
  reason: (status) => bearsReason.has(status),
  document: (status) => status === "excused",
  evidence: (status) => status === "remote",
};

/** What is given of a fact, detail by detail; `minutes` are those of the status, `early` those of leaving as well. */
export interface GivenFact {
  readonly status: AttendanceStatus;
  readonly minutes?: number | undefined;
  readonly early?: number | undefined;
  readonly reason?: Said["reason"];
  readonly document?: string | undefined;
  readonly evidence?: Said["evidence"];
}

/** Details that say nothing of the status they are given with. */
export function misplacedDetails(given: GivenFact): readonly Problem[] {
  const { status } = given;
  return (Object.keys(bears) as FactDetail[])
    .filter((detail) => given[detail] !== undefined && !bears[detail](status))
    .map((detail) => raise(recordRefusals, "attendance.detail-misplaced", [detail], { status, detail }));
}

/** What a correction makes of a fact: details that are not given stay while the status does. */
export function correctedFact({ status, minutes, early, reason, document, evidence }: GivenFact, before: Said | undefined): Said {
  const stays = before?.status === status ? before : undefined;
  const late = status === "late" ? (minutes ?? stays?.lateMinutes) : undefined;
  const left = status === "left-early" ? (minutes ?? stays?.earlyMinutes) : status === "late" ? (early ?? stays?.earlyMinutes) : undefined;
  const [why, proof, shown] = [reason ?? stays?.reason, document ?? stays?.document, evidence ?? stays?.evidence];
  return {
    status,
    ...(late !== undefined && { lateMinutes: late }),
    ...(left !== undefined && { earlyMinutes: left }),
    ...(why !== undefined && { reason: why }),
    ...(proof !== undefined && { document: proof }),
    ...(shown !== undefined && { evidence: shown }),
  };
}
