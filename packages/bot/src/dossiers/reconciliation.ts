import {
  addMonths,
  attendedMinutes,
  type Claim,
  halfDayKey,
  type IsoDate,
  type IsoMonth,
  minutesOf,
  monthOf,
  plannedHalfDays,
  type ReconciliationInput,
  type Settings,
} from "@kairos/core";
import type { HalfDayFilter, Store } from "../store/store.js";
import type { AttendedSession } from "./attendance.js";

/** What of a session is reconciled: all of it, one month, one trainee. */
export interface ReconciledPart {
  readonly month?: IsoMonth | undefined;
  readonly trainee?: string | undefined;
}

/** Everything that was said of the half-days of a session. */
export async function reconciliationInput(
  store: Store,
  { session, schedule, roster, provider: { settings } }: AttendedSession,
  { month, trainee }: ReconciledPart,
  today: IsoDate,
): Promise<ReconciliationInput> {
  const reference = session.reference;
  const followed = trainee === undefined ? roster : roster.filter(({ traineeId }) => traineeId === trainee);
  const filter: HalfDayFilter = {
    session: reference,
    ...(trainee !== undefined && { trainee }),
    ...(month !== undefined && { from: `${month}-01`, until: `${month}-31` }),
  };
  const lengths = new Map(schedule?.halfDays.map((halfDay) => [halfDayKey(halfDay), minutesOf(halfDay)]));
  const facts = await store.attendance.of(filter);
  const signIns = await store.signIns.of(filter);
  const claimed = async (kind: Claim["kind"]) =>
    (await store.claims.of(kind, filter)).map(({ traineeId, day, half, minutes }) => rowOf({ traineeId, day, half, minutes }));
  const rowOf = <Said extends { readonly traineeId: string }>({ traineeId, ...said }: Said) => ({
    session: reference,
    trainee: traineeId,
    ...said,
  });

  return {
    planned: plannedHalfDays(schedule, followed)
      .filter(({ day }) => month === undefined || monthOf(day) === month)
      .map(({ traineeId, day, half, minutes }) => rowOf({ traineeId, day, half, minutes })),
    // An absence announced beforehand has no minutes, and is known before its day.
    recorded: facts
      .filter(({ day, status }) => day <= today || status !== "announced")
      .map((fact) => {
        const { traineeId, day, half, status, evidence = [] } = fact;
        const minutes = attendedMinutes(fact, lengths.get(halfDayKey(fact)) ?? 0);
        return rowOf({ traineeId, day, half, minutes, proved: status === "remote" && evidence.length >= provingKinds });
      }),
    signed: signIns.map(({ traineeId, day, half }) => rowOf({ traineeId, day, half })),
    declared: await claimed("declared"),
    billed: await claimed("billed"),
    withdrawals: followed.flatMap(({ traineeId, withdrawal }) =>
      withdrawal === undefined ? [] : [rowOf({ traineeId, day: withdrawal.day, half: withdrawal.half })],
    ),
    today,
    declaredBefore: declaredBefore(settings.attendance, today),
    signedBy: settings.attendance.signedBy,
  };
}

/** One kind of evidence alone proves little of what was done remotely. */
const provingKinds = 2;

/** The first day that does not have to be declared yet: of this month, or of the one before until its own day has passed. */
function declaredBefore({ monthlyDeadlineDay }: Settings["attendance"], today: IsoDate): IsoDate {
  const first = `${monthOf(today)}-01`;
  return Number(today.slice(8)) > monthlyDeadlineDay ? first : addMonths(first, -1);
}
