import {
  type AttendanceMonth,
  type CertificateFacts,
  type CertificateSituation,
  type Claim,
  type CompletionCertificate,
  plannedHalfDays,
  prepareCertificate,
} from "@kairos/core";
import { aFact, allPresent, anEnrolment } from "../../examples/attendance.js";
import { aProvider, aSchedule, aSession, aTrainee } from "../../examples/index.js";

export const session = aSession();
export const schedule = aSchedule(session);
const enrolment = anEnrolment();

/** Everything that a certificate is made from: two full weeks attended, declared and closed. */
export function certificateFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  const planned = plannedHalfDays(schedule, [changes.enrolment ?? enrolment]);
  return {
    provider: aProvider(),
    session,
    enrolment,
    trainee: aTrainee(),
    planned,
    records: allPresent([enrolment], schedule),
    months: [aClosedMonth()],
    declared: planned.map((halfDay) => aDeclaration(halfDay)),
    signatory: "Nadia Sellier",
    today: "2026-12-18",
    ...changes,
  };
}

export function aSituation(changes: Partial<CertificateFacts> = {}, askedMinutes?: number): CertificateSituation {
  return { certificate: prepareCertificate(certificateFacts(changes)), askedMinutes };
}

export function aClosedMonth(changes: Partial<AttendanceMonth> = {}): AttendanceMonth {
  return { sessionReference: session.reference, siret: session.siret, month: "2026-12", status: "closed", closings: [], ...changes };
}

export function aDeclaration({ day, half, minutes }: Pick<Claim, "day" | "half" | "minutes">, traineeId = "T-0007"): Claim {
  return {
    kind: "declared",
    sessionReference: session.reference,
    siret: session.siret,
    traineeId,
    day,
    half,
    minutes,
    reference: "2026-12",
    at: "2026-12-18T18:00:00.000Z",
  };
}

/** Present everywhere but at the last half-day, of which something else is told. */
export function lastTold(told: Parameters<typeof aFact>[2] | undefined): CertificateFacts["records"] {
  const [last] = schedule.halfDays.slice(-1);
  const before = allPresent([enrolment], { halfDays: schedule.halfDays.slice(0, -1) });
  return told === undefined || last === undefined ? before : [...before, aFact("T-0007", last, told)];
}

export const soundCertificate = (changes: Partial<CompletionCertificate> = {}): CertificateSituation => {
  const { certificate } = aSituation();
  return { certificate: { ...certificate, ...changes } };
};
