import { addDays, type CertificateFacts, checkCertificate, declaredClaims, monthOf, openMonth, prepareCertificate } from "@kairos/core";
import { attendedOf } from "../../attendance.js";
import { faultsIn } from "../../seeded.js";
import type { FaultsOf } from "../index.js";

interface Judged extends CertificateFacts {
  readonly askedMinutes?: number;
}

/** The certificate of a dossier's trainee, its months closed and declared. */
const inCertificate = faultsIn<Judged>(
  (dossier) => {
    const attended = attendedOf(dossier);
    const enrolment = attended?.roster[0];
    if (attended === undefined || enrolment === undefined) return undefined;
    const { provider, session, planned, records, trainees, today } = attended;
    const months = [...new Set(planned.map(({ day }) => monthOf(day)))].map((month) => ({
      ...openMonth(session, month),
      status: "closed" as const,
    }));
    const declared = months.flatMap((month) => declaredClaims({ month, planned, records }, `${today}T18:00:00.000Z`));
    const [trainee] = trainees;
    return { provider, session, enrolment, trainee, planned, records, months, declared, signatory: "Nadia Sellier", today };
  },
  ({ askedMinutes, ...facts }) => checkCertificate({ certificate: prepareCertificate(facts), askedMinutes }),
);

export const certificateFaults: Pick<FaultsOf<"statements">, Extract<keyof FaultsOf<"statements">, `certificate.${string}`>> = {
  "certificate.field-missing": inCertificate((facts, random) => {
    const { provider, records } = facts;
    const away = records.map((one) => ({ ...one, status: "excused" as const }));
    return random.pick<Judged>([
      { ...facts, trainee: undefined },
      { ...facts, provider: { ...provider, address: undefined } },
      { ...facts, place: " " },
      { ...facts, planned: [] },
      { ...facts, records: away },
    ]);
  }),
  "certificate.hours-differ": inCertificate((facts, random) => {
    const { records, planned, months, enrolment } = facts;
    const own = records.filter(({ traineeId }) => traineeId === enrolment.traineeId);
    const changed = random.pick(own);
    const total = planned.filter(({ traineeId }) => traineeId === enrolment.traineeId).reduce((sum, { minutes }) => sum + minutes, 0);
    const late = { ...changed, status: "late" as const, lateMinutes: 1 + random.int(40) };
    return random.pick<Judged>([
      { ...facts, askedMinutes: total + 60 * (1 + random.int(10)) },
      { ...facts, records: records.map((one) => (one === changed ? late : one)) },
      { ...facts, records: records.filter((one) => one !== changed) },
      { ...facts, months: months.map((one) => ({ ...one, status: "reopened" as const })) },
    ]);
  }),
  "certificate.before-end": inCertificate((facts, random) => ({ ...facts, today: addDays(facts.today, -1 - random.int(9)) })),
  "certificate.unsigned": inCertificate((facts, random) => ({ ...facts, signatory: random.pick([undefined, "", " "]) })),
};
