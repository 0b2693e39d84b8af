import {
  type AttendanceMonth,
  type AttendanceRecord,
  addDays,
  type Claim,
  counted,
  daysOfMonth,
  declaredClaims,
  formatAttendanceRate,
  formatInstant,
  formatMinutes,
  formatMonth,
  type Instant,
  type IsoDate,
  type IsoMonth,
  type Label,
  type Minutes,
  type MinutesByClass,
  type MonthSituation,
  type MonthStatement,
  minuteClasses,
  monthOf,
  monthStatement,
  openMonth,
  type PlannedHalfDay,
  type Provider,
  plannedHalfDays,
  type SignIn,
  sentenceCase,
  signedOff,
} from "@kairos/core";
import { fingerprintOf } from "../fingerprint.js";
import { both, line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";

/** One month of one session: what was planned, what became of it, and what was closed. */
export interface MonthDossier extends AttendedSession {
  readonly month: AttendanceMonth;
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
  readonly signIns: readonly SignIn[];
  readonly statement: MonthStatement;
  /** What closing it would declare. */
  readonly claims: readonly Claim[];
  /** Of what would be signed off. */
  readonly digest: string;
}

export async function monthDossier(store: Store, attended: AttendedSession, month: IsoMonth, now: Instant): Promise<MonthDossier> {
  const { session, schedule, roster } = attended;
  const { startsOn: from, endsOn: until } = daysOfMonth(month);
  const filter = { session: session.reference, from, until };
  const [kept, records, signIns] = [
    await store.months.get(session.reference, month),
    await store.attendance.of(filter),
    await store.signIns.of(filter),
  ];
  const facts = { month: kept ?? openMonth(session, month), planned: plannedHalfDays(schedule, roster), records };
  const statement = monthStatement(month, facts.planned, records);
  const claims = declaredClaims(facts, now);
  const digest = fingerprintOf(signedOff(facts.month, statement, claims));
  return { ...attended, ...facts, signIns, statement, claims, digest };
}

/** What the rules judge it with. */
export function situationOf(
  { month, planned, records, signIns, statement, digest, provider }: MonthDossier,
  today: IsoDate,
): MonthSituation {
  return { month, planned, records, signIns, statement, digest, today, settings: provider.settings.attendance };
}

/** The month that is to be entered: the one before, until its deadline has passed. */
export function monthToClose(provider: Provider | undefined, today: IsoDate): IsoMonth {
  return monthOf(addDays(today, -(provider?.settings.attendance.monthlyDeadlineDay ?? 0)));
}

/** Where it stands: who closed it and when, who reopened it and why. */
export function standingLines(
  { month: { month, status, closings, reopened }, provider }: MonthDossier,
  nameOf: (id: string) => string,
): readonly ReplyLine[] {
  const zone = provider.settings.timeZone;
  const closing = closings.at(-1);
  if (closing === undefined) {
    return [
      line("plain", `${sentenceCase(formatMonth(month))} n'est pas encore clôturé.`, `${formatMonth(month, "en")} is not closed yet.`),
    ];
  }
  const { at, by, trainees, attendedMinutes, plannedMinutes } = closing;
  const hours = [formatMinutes(attendedMinutes), formatMinutes(plannedMinutes)];
  const closed = line(
    status === "closed" ? "good" : "muted",
    `Clôturé le ${formatInstant(at, zone)} par ${nameOf(by)} : ${counted(trainees, "stagiaire")}, ${hours[0]} suivies sur ${hours[1]} prévues.`,
    `Closed on ${formatInstant(at, zone, "en")} by ${nameOf(by)}: ${counted(trainees, "trainee", "trainees", "en")}, ${hours[0]} attended of ${hours[1]} planned.`,
  );
  if (status !== "reopened" || reopened === undefined) return [closed];
  const { reason } = reopened;
  const opened = line(
    "warning",
    `Rouvert le ${formatInstant(reopened.at, zone)} par ${nameOf(reopened.by)}${reason === undefined ? "." : ` : ${reason}`}`,
    `Reopened on ${formatInstant(reopened.at, zone, "en")} by ${nameOf(reopened.by)}${reason === undefined ? "." : `: ${reason}`}`,
  );
  return [closed, opened];
}

/** The statement, a trainee a row; with what was declared before where it is to be compared. */
export function statementTable(dossier: MonthDossier, declared?: ReadonlyMap<string, Minutes>): ReplyTable | undefined {
  const { trainees, planned, minutes } = dossier.statement;
  if (trainees.length === 0) return undefined;
  const before = (total: Minutes | undefined) => (declared === undefined ? [] : [same(formatMinutes(total ?? 0))]);
  const sum = [...(declared?.values() ?? [])].reduce((total, one) => total + one, 0);
  return {
    columns: [
      { fr: "Stagiaire", en: "Trainee" },
      { fr: "Prévu", en: "Planned" },
      ...minuteClasses.map((kind) => classLabels[kind]),
      { fr: "Taux", en: "Rate" },
      ...(declared === undefined ? [] : [{ fr: "Déclaré avant", en: "Declared before" }]),
    ],
    rows: [
      ...trainees.map((one) => [
        same(calledTrainee(dossier, one.traineeId)),
        ...minutesCells(one.planned, one.minutes),
        ...before(declared?.get(one.traineeId)),
      ]),
      ...(trainees.length > 1 ? [[{ fr: "En tout", en: "In all" }, ...minutesCells(planned, minutes), ...before(sum)]] : []),
    ],
  };
}

const classLabels: Readonly<Record<(typeof minuteClasses)[number], Label>> = {
  attended: { fr: "Suivi", en: "Attended" },
  missed: { fr: "Retards", en: "Late" },
  excused: { fr: "Justifié", en: "Excused" },
  announced: { fr: "Annoncé", en: "Announced" },
  unexcused: { fr: "Injustifié", en: "Unexcused" },
  stopped: { fr: "Arrêté", en: "Stopped" },
  unrecorded: { fr: "Non saisi", en: "Not entered" },
};

function minutesCells(planned: Minutes, minutes: MinutesByClass): readonly Label[] {
  return [
    same(formatMinutes(planned)),
    ...minuteClasses.map((kind) => same(minutes[kind] === 0 ? "—" : formatMinutes(minutes[kind]))),
    rateOf(minutes.attended, planned),
  ];
}

export function rateOf(attended: Minutes, planned: Minutes): Label {
  return both((language) => formatAttendanceRate(attended, planned, language));
}
