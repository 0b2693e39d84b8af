import {
  type AttendanceMonth,
  type AttendanceRecord,
  type Claim,
  formatMonth,
  type IsoMonth,
  monthOf,
  type Session,
  sentenceCase,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { FactChange, Store, TraineeSlot } from "../store/store.js";

/** What changing facts brought about: how many said something else before, and what must be told of closed months. */
export interface FactsKept {
  readonly changed: number;
  readonly lines: readonly ReplyLine[];
}

/** Keeps facts of one session, what they said before beside them; a closed month they fall in is open again, and that is told. */
export async function keepFacts(
  store: Store,
  session: Session,
  records: readonly AttendanceRecord[],
  change: FactChange,
): Promise<FactsKept> {
  const changed = await store.attendance.saveMany(records, change);
  return { changed, lines: await reopenMonths(store, session, records, change) };
}

/** Takes facts of one session away, likewise. */
export async function takeFactsAway(store: Store, session: Session, slots: readonly TraineeSlot[], change: FactChange): Promise<FactsKept> {
  const changed = await store.attendance.removeMany(slots, change);
  return { changed, lines: await reopenMonths(store, session, slots, change) };
}

/** Opens again the closed months that some half-days fall in, and says so, with the invoices that rest on these half-days. */
async function reopenMonths(
  store: Store,
  session: Session,
  slots: readonly TraineeSlot[],
  { by, at, cause }: FactChange,
): Promise<readonly ReplyLine[]> {
  const touched = new Set(slots.map(({ day }) => monthOf(day)));
  const closed = (await store.months.ofSession(session.reference)).filter(({ month, status }) => status === "closed" && touched.has(month));
  const lines: ReplyLine[] = [];
  for (const month of closed) {
    await store.months.save({ ...month, status: "reopened", reopened: { at, by, ...(cause !== undefined && { reason: cause }) } });
    lines.push(reopenedLine(month));
  }
  return [...lines, ...billedLines(await billedAmong(store, session, slots, touched))];
}

/** The invoices that rest on some half-days. */
async function billedAmong(
  store: Store,
  session: Session,
  slots: readonly TraineeSlot[],
  months: ReadonlySet<IsoMonth>,
): Promise<readonly Claim[]> {
  const billed = await store.claims.of("billed", { session: session.reference });
  if (billed.length === 0) return [];
  const keys = new Set(slots.map(keyOf));
  return billed.filter((claim) => months.has(monthOf(claim.day)) && keys.has(keyOf(claim)));
}

function keyOf({ traineeId, day, half }: Pick<TraineeSlot, "traineeId" | "day" | "half">): string {
  return `${traineeId}|${day}|${half}`;
}

function reopenedLine({ month }: AttendanceMonth): ReplyLine {
  return line(
    "warning",
    `${sentenceCase(formatMonth(month))} était clôturé : le mois est rouvert. Reprenez l'état mensuel, puis clôturez-le à nouveau.`,
    `${formatMonth(month, "en")} was closed: the month is open again. Go through the monthly statement, then close it once more.`,
  );
}

function billedLines(claims: readonly Claim[]): readonly ReplyLine[] {
  const references = [...new Set(claims.map(({ reference }) => reference))].sort();
  return references.map((reference) =>
    line(
      "bad",
      `Une facture repose sur ces demi-journées : ${reference}. Vérifiez-la avec la comptabilité avant toute autre correction.`,
      `An invoice rests on these half-days: ${reference}. Check it with the accounts before correcting anything else.`,
    ),
  );
}
