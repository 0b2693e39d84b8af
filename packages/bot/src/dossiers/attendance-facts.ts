import {
  type AttendanceMonth,
  type AttendanceRecord,
  type Claim,
  formatMonth,
  monthOf,
  reopenMonth,
  type Session,
  saysTheSame,
  sentenceCase,
  traineeSlotKey,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { FactChange, Store, TraineeSlot } from "../store/store.js";

/** What changing facts brought about: how many said something else before, and what must be told of closed months. */
export interface FactsKept {
  readonly changed: number;
  readonly lines: readonly ReplyLine[];
}

/** Keeps facts of one session, what they said before beside them; a closed month they change is open again, and that is told. */
export async function keepFacts(
  store: Store,
  session: Session,
  records: readonly AttendanceRecord[],
  change: FactChange,
): Promise<FactsKept> {
  const watched = await watchedBy(store, session, records);
  const touched = await touchedBy(store, session, watched, (kept) =>
    records.filter((one) => {
      const before = kept.get(traineeSlotKey(one));
      return before === undefined || !saysTheSame(before, one);
    }),
  );
  const changed = await store.attendance.saveMany(records, change);
  return { changed, lines: await reopenMonths(store, watched, touched, change) };
}

/** Takes facts of one session away, likewise. */
export async function takeFactsAway(store: Store, session: Session, slots: readonly TraineeSlot[], change: FactChange): Promise<FactsKept> {
  const watched = await watchedBy(store, session, slots);
  const touched = await touchedBy(store, session, watched, (kept) => slots.filter((slot) => kept.has(traineeSlotKey(slot))));
  const changed = await store.attendance.removeMany(slots, change);
  return { changed, lines: await reopenMonths(store, watched, touched, change) };
}

/** What facts may not change in silence: closed months, and what was billed in the months they fall in. */
interface Watched {
  readonly closed: readonly AttendanceMonth[];
  readonly billed: readonly Claim[];
}

async function watchedBy(store: Store, session: Session, slots: readonly TraineeSlot[]): Promise<Watched> {
  const closed = (await store.months.ofSession(session.reference)).filter(({ status }) => status === "closed");
  const billed = await store.claims.of("billed", { session: session.reference });
  if (closed.length === 0 && billed.length === 0) return { closed, billed };
  const months = new Set(slots.map(({ day }) => monthOf(day)));
  return { closed: closed.filter(({ month }) => months.has(month)), billed: billed.filter(({ day }) => months.has(monthOf(day))) };
}

/** The half-days that will say something else. What stands is only read where somebody watches. */
async function touchedBy(
  store: Store,
  { reference: session }: Session,
  { closed, billed }: Watched,
  touchedAmong: (kept: ReadonlyMap<string, AttendanceRecord>) => readonly TraineeSlot[],
): Promise<readonly TraineeSlot[]> {
  if (closed.length === 0 && billed.length === 0) return [];
  const kept = await store.attendance.of({ session });
  return touchedAmong(new Map(kept.map((one) => [traineeSlotKey(one), one])));
}

/** Opens again the closed months in which half-days are expected otherwise than before, and says so. */
export async function reopenAround(
  store: Store,
  session: Session,
  slots: readonly TraineeSlot[],
  change: FactChange,
): Promise<readonly ReplyLine[]> {
  return reopenMonths(store, await watchedBy(store, session, slots), slots, change);
}

/** Opens again the closed months that some half-days fall in, and says so, with the invoices that rest on these half-days. */
async function reopenMonths(
  store: Store,
  { closed, billed }: Watched,
  touched: readonly TraineeSlot[],
  { by, at, cause }: FactChange,
): Promise<readonly ReplyLine[]> {
  const months = new Set(touched.map(({ day }) => monthOf(day)));
  const lines: ReplyLine[] = [];
  for (const month of closed.filter((one) => months.has(one.month))) {
    const reopened = reopenMonth(month, { at, by, ...(cause !== undefined && { reason: cause }) });
    if (!reopened.ok) continue;
    await store.months.save(reopened.value);
    lines.push(reopenedLine(month));
  }
  return [...lines, ...billedLines(billed, touched)];
}

/** The invoices that rest on some half-days. */
export function billedLines(
  billed: readonly Claim[],
  slots: readonly Pick<TraineeSlot, "traineeId" | "day" | "half">[],
): readonly ReplyLine[] {
  const keys = new Set(slots.map(traineeSlotKey));
  const references = [...new Set(billed.filter((claim) => keys.has(traineeSlotKey(claim))).map(({ reference }) => reference))].sort();
  return references.map((reference) =>
    line(
      "bad",
      `Une facture repose sur ces demi-journées : ${reference}. Vérifiez-la avec la comptabilité avant toute autre correction.`,
      `An invoice rests on these half-days: ${reference}. Check it with the accounts before correcting anything else.`,
    ),
  );
}

function reopenedLine({ month }: AttendanceMonth): ReplyLine {
  return line(
    "warning",
    `${sentenceCase(formatMonth(month))} était clôturé : le mois est rouvert. Reprenez l'état mensuel, puis clôturez-le à nouveau.`,
    `${formatMonth(month, "en")} was closed: the month is open again. Go through the monthly statement, then close it once more.`,
  );
}
