import * as z from "zod/mini";
import { halves, type LearningPlace } from "../sessions/index.js";
import type { Minutes } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { instantSchema, isoDateSchema, line, record, reference } from "../shared/schemas.js";

/** What became of a half-day for one trainee. The agency's own codes were not found: these are the facts they are made of. */
export const attendanceStatuses = [
  "present",
  "late",
  "left-early",
  "remote",
  "excused",
  "unexcused",
  "announced",
  "interrupted",
  "withdrawn",
] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const attendanceStatusLabels: Readonly<Record<AttendanceStatus, Label>> = {
  present: { fr: "présent", en: "present" },
  late: { fr: "en retard", en: "late" },
  "left-early": { fr: "parti avant la fin", en: "left early" },
  remote: { fr: "présent à distance", en: "present remotely" },
  excused: { fr: "absence justifiée", en: "excused absence" },
  unexcused: { fr: "absence injustifiée", en: "unexcused absence" },
  announced: { fr: "absence annoncée", en: "absence announced beforehand" },
  interrupted: { fr: "parcours interrompu", en: "training interrupted" },
  withdrawn: { fr: "abandon", en: "withdrawal" },
};

/** Statuses of whoever took part, in whole or in part. */
export const attendingStatuses: ReadonlySet<AttendanceStatus> = new Set(["present", "late", "left-early", "remote"]);

/** Why somebody is away or leaves: a code, never a detail. Of health, that it is health is all that is kept. */
export const absenceReasons = [
  "health",
  "family",
  "appointment",
  "job-interview",
  "work",
  "unsuitable",
  "transport",
  "force-majeure",
  "other",
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export const absenceReasonLabels: Readonly<Record<AbsenceReason, Label>> = {
  health: { fr: "santé", en: "health" },
  family: { fr: "événement familial", en: "family event" },
  appointment: { fr: "rendez-vous ou convocation", en: "appointment or summons" },
  "job-interview": { fr: "entretien d'embauche", en: "job interview" },
  work: { fr: "reprise d'emploi", en: "return to work" },
  unsuitable: { fr: "formation inadaptée", en: "unsuitable training" },
  transport: { fr: "transport", en: "transport" },
  "force-majeure": { fr: "force majeure", en: "force majeure" },
  other: { fr: "autre", en: "other" },
};

/** What proves remote training: no single document is enough. */
export const evidenceKinds = ["connection", "submitted-work", "quiz", "tutor-exchange"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindLabels: Readonly<Record<EvidenceKind, Label>> = {
  connection: { fr: "relevé de connexion", en: "connection log" },
  "submitted-work": { fr: "travail rendu", en: "submitted work" },
  quiz: { fr: "évaluation", en: "assessment" },
  "tutor-exchange": { fr: "échange avec le formateur", en: "exchange with the trainer" },
};

/** Where a fact comes from. */
export const recordSources = ["desk", "import", "sheet", "code"] as const;
export type RecordSource = (typeof recordSources)[number];

/** The facts of one half-day of one trainee: what people enter, and correct. */
export const attendanceRecordSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  traineeId: reference(),
  day: isoDateSchema,
  half: z.enum(halves),
  status: z.enum(attendanceStatuses),
  /** Minutes missed at the beginning, and at the end. */
  lateMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  earlyMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  reason: z.optional(z.enum(absenceReasons)),
  /** Reference of the document that excuses, which is kept elsewhere. */
  document: z.optional(line(60)),
  evidence: z.optional(z.array(z.enum(evidenceKinds)).check(z.maxLength(evidenceKinds.length))),
  source: z.enum(recordSources),
  recordedBy: line(80),
  recordedAt: instantSchema,
});
export type AttendanceRecord = z.output<typeof attendanceRecordSchema>;

/** What a fact says of a half-day, apart from who, when and who says so. */
export type Said = Pick<AttendanceRecord, "status" | "lateMinutes" | "earlyMinutes" | "reason" | "document"> & {
  readonly evidence?: readonly EvidenceKind[] | undefined;
};

/** Do two facts say the same; evidence in any order. */
export function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.status === other.status &&
    one.lateMinutes === other.lateMinutes &&
    one.earlyMinutes === other.earlyMinutes &&
    one.reason === other.reason &&
    one.document === other.document &&
    kindsOf(one) === kindsOf(other)
  );
}

function kindsOf({ evidence }: Said): string {
  return evidence === undefined ? "" : [...evidence].sort().join(" ");
}

/** Minutes taken part in, out of those of the half-day: never below nothing, never above them. */
export function attendedMinutes(
  { status, lateMinutes = 0, earlyMinutes = 0 }: Pick<AttendanceRecord, "status" | "lateMinutes" | "earlyMinutes">,
  planned: Minutes,
): Minutes {
  return attendingStatuses.has(status) ? Math.max(0, planned - lateMinutes - earlyMinutes) : 0;
}

/** The status of whoever took part as planned. */
export function presentAt(place: LearningPlace): AttendanceStatus {
  return place === "distance" ? "remote" : "present";
}
