import { type Address, activityMention, type Provider, type QualiopiCategory } from "../../membership/index.js";
import { fullName, halfDayKey, type Session, type Trainee } from "../../sessions/index.js";
import type { IsoDate, Minutes } from "../../shared/calendar.js";
import type { Claim } from "../claim.js";
import type { Enrolment } from "../enrolment.js";
import { type AttendanceMonth, type IsoMonth, monthOf } from "../months/month.js";
import type { PlannedHalfDay } from "../planned.js";
import { type AttendanceRecord, attendedMinutes } from "../record.js";
import type { Slot } from "../slot.js";

/** What a completion certificate says of one trainee, and what its hours rest on. */
export interface CompletionCertificate {
  readonly provider: {
    readonly name: string;
    readonly siret: string;
    readonly address: Address | undefined;
    readonly activityMention: string | undefined;
  };
  readonly trainee: { readonly id: string; readonly name: string | undefined; readonly employer: string | undefined };
  readonly training: {
    readonly title: string;
    readonly sessionReference: string;
    readonly nature: string;
    /** The first and the last half-day that the trainee was to follow. */
    readonly startsOn: IsoDate | undefined;
    readonly endsOn: IsoDate | undefined;
    readonly plannedMinutes: Minutes;
    /** Minutes taken part in: the duration that is certified. */
    readonly attendedMinutes: Minutes;
  };
  readonly months: readonly CertifiedMonth[];
  /** Half-days that have come and of which nothing is recorded. */
  readonly unrecorded: readonly (Slot & { readonly minutes: Minutes })[];
  readonly signatory: string | undefined;
  /** Where it is issued. */
  readonly place: string | undefined;
  readonly issuedOn: IsoDate;
}

/** One month of the training that has begun. */
export interface CertifiedMonth {
  readonly month: IsoMonth;
  readonly isClosed: boolean;
  readonly attendedMinutes: Minutes;
  /** As it was declared when the month was closed. */
  readonly declaredMinutes: Minutes;
}

/** The nature of an action, as article L6313-1 names the four kinds. */
const natureLabels: Readonly<Record<QualiopiCategory, string>> = {
  training: "Action de formation",
  "skills-review": "Bilan de compétences",
  "prior-learning": "Action permettant de faire valider les acquis de l'expérience",
  apprenticeship: "Action de formation par apprentissage",
};

export interface CertificateFacts {
  readonly provider: Provider;
  readonly session: Session;
  readonly enrolment: Enrolment;
  readonly trainee: Trainee | undefined;
  /** Half-days, facts, closed months and declared minutes of the session: those of others count for nothing. */
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
  readonly months: readonly AttendanceMonth[];
  readonly declared: readonly Claim[];
  readonly signatory?: string | undefined;
  /** The provider's town unless said. */
  readonly place?: string | undefined;
  readonly today: IsoDate;
}

/** A certificate from the facts: its hours are the minutes attended, half-day by half-day. */
export function prepareCertificate(facts: CertificateFacts): CompletionCertificate {
  const { provider, session, enrolment, trainee, today } = facts;
  const { traineeId } = enrolment;
  const own = facts.planned.filter((one) => one.traineeId === traineeId);
  const records = new Map(facts.records.filter((one) => one.traineeId === traineeId).map((one) => [halfDayKey(one), one]));
  const attended = own.map((halfDay) => {
    const fact = records.get(halfDayKey(halfDay));
    return { ...halfDay, isRecorded: fact !== undefined, attended: fact === undefined ? 0 : attendedMinutes(fact, halfDay.minutes) };
  });
  const days = own.map(({ day }) => day);
  return {
    provider: { name: provider.name, siret: provider.siret, address: provider.address, activityMention: activityMention(provider) },
    trainee: { id: traineeId, name: trainee && fullName(trainee), employer: enrolment.employer },
    training: {
      title: session.title,
      sessionReference: session.reference,
      nature: natureLabels[session.category],
      startsOn: days[0],
      endsOn: days.at(-1),
      plannedMinutes: sumOf(own, ({ minutes }) => minutes),
      attendedMinutes: sumOf(attended, (one) => one.attended),
    },
    months: monthsOf(attended, facts, traineeId),
    unrecorded: attended
      .filter(({ day, isRecorded }) => day <= today && !isRecorded)
      .map(({ day, half, minutes }) => ({ day, half, minutes })),
    signatory: facts.signatory,
    place: facts.place ?? provider.address?.city,
    issuedOn: today,
  };
}

function monthsOf(
  attended: readonly (Slot & { readonly attended: Minutes })[],
  { months, declared, today }: CertificateFacts,
  traineeId: string,
): readonly CertifiedMonth[] {
  const closed = new Set(months.filter(({ status }) => status === "closed").map(({ month }) => month));
  const mine = declared.filter((claim) => claim.kind === "declared" && claim.traineeId === traineeId);
  const minutesIn = new Map<IsoMonth, Minutes>();
  for (const one of attended) if (one.day <= today || one.attended > 0) add(minutesIn, monthOf(one.day), one.attended);
  for (const { day } of mine) add(minutesIn, monthOf(day), 0);
  return [...minutesIn]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, minutes]) => ({
      month,
      isClosed: closed.has(month),
      attendedMinutes: minutes,
      declaredMinutes: sumOf(
        mine.filter(({ day }) => monthOf(day) === month),
        (claim) => claim.minutes,
      ),
    }));
}

function add(sums: Map<IsoMonth, Minutes>, month: IsoMonth, minutes: Minutes): void {
  sums.set(month, (sums.get(month) ?? 0) + minutes);
}

function sumOf<One>(list: readonly One[], minutesOf: (one: One) => Minutes): Minutes {
  return list.reduce((sum, one) => sum + minutesOf(one), 0);
}
