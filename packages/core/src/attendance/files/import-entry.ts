import type { Half } from "../../sessions/index.js";
import type { Instant, IsoDate, Minutes } from "../../shared/calendar.js";
import type { Siret } from "../../shared/identifiers.js";
import type { Problem } from "../../shared/problem.js";
import type { Claim, ClaimKind } from "../claim.js";
import type { AttendanceRecord, Said } from "../record.js";
import type { SignIn } from "../signing/sign-in.js";

/** What a file of attendance tells: what happened, who signed, what was declared, what was billed. */
export type AttendanceNature = "facts" | "signatures" | ClaimKind;

/** A row that was understood: whose half-day, and what it says of it, by the nature of the file. */
export interface AttendanceEntry {
  readonly line: number;
  readonly sessionReference: string;
  readonly siret: Siret;
  readonly traineeId: string;
  readonly day: IsoDate;
  readonly half: Half;
  readonly said?: Said;
  /** When it was signed, where the file tells. */
  readonly at?: Instant;
  readonly minutes?: Minutes;
  readonly invoice?: string;
}

/** `same`: the desk says it already; `contradicting`: it says something else; `unsigned`: the file has no signature there. */
export type RowFate = "new" | "same" | "contradicting" | "unsigned" | "faulty";

export interface JudgedRow {
  readonly line: number;
  readonly fate: RowFate;
  readonly problems: readonly Problem[];
  readonly entry?: AttendanceEntry;
}

/** Who brings rows in, when, from which import. */
export interface BroughtIn {
  readonly reference: string;
  readonly by: string;
  readonly at: Instant;
}

export function factFrom(entry: AttendanceEntry, { by, at }: BroughtIn): AttendanceRecord {
  const { sessionReference, siret, traineeId, day, half, said } = entry;
  if (said === undefined) throw new Error("The row tells no fact");
  const { status, lateMinutes, earlyMinutes, reason, document, evidence } = said;
  // Set one by one: every row of a large file comes through here.
  const fact: { -readonly [Key in keyof AttendanceRecord]: AttendanceRecord[Key] } = {
    sessionReference,
    siret,
    traineeId,
    day,
    half,
    status,
    source: "import",
    recordedBy: by,
    recordedAt: at,
  };
  if (lateMinutes !== undefined) fact.lateMinutes = lateMinutes;
  if (earlyMinutes !== undefined) fact.earlyMinutes = earlyMinutes;
  if (reason !== undefined) fact.reason = reason;
  if (document !== undefined) fact.document = document;
  if (evidence !== undefined) fact.evidence = [...evidence];
  return fact;
}

export function signInFrom({ sessionReference, siret, traineeId, day, half, at }: AttendanceEntry, brought: BroughtIn): SignIn {
  return { sessionReference, siret, traineeId, day, half, method: "tool", at: at ?? brought.at, proof: brought.reference };
}

export function claimFrom(kind: ClaimKind, entry: AttendanceEntry, { reference, at }: BroughtIn): Claim {
  const { sessionReference, siret, traineeId, day, half, minutes = 0, invoice } = entry;
  return { kind, sessionReference, siret, traineeId, day, half, minutes, reference: invoice ?? reference, at };
}
