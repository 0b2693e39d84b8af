import { type HalfDay, halfDayKey } from "../../sessions/index.js";
import { formatInstant, formatMinutes } from "../../shared/calendar.js";
import { type AttendanceRecord, type AttendanceStatus, attendanceStatusLabels, attendingStatuses } from "../record.js";
import { type AttendanceSheet, type SignIn, signInMethodLabels } from "../signing/sign-in.js";
import { traineeSlotKey } from "../slot.js";

/**
 * One half-day of one person on a printed sheet. `outside`: they are not expected; `blank`: room to sign. Why somebody is
 * away is not said: others read the sheet.
 */
export type SheetCell =
  | { readonly kind: "outside" }
  | { readonly kind: "blank" }
  | {
      readonly kind: "told";
      /** What a narrow cell holds, `R 12`: explained under the table. */
      readonly sign: string;
      readonly words: string;
      /** How it was signed, each signature in a few words and in full. */
      readonly signatures: readonly { readonly short: string; readonly full: string }[];
    };

/** The sign of each status where a word is too long: the same on paper and in the picture of a session. */
export const attendanceSigns: Readonly<Record<AttendanceStatus, string>> = {
  present: "✓",
  late: "R",
  "left-early": "P",
  remote: "D",
  excused: "J",
  unexcused: "×",
  announced: "A",
  interrupted: "I",
  withdrawn: "→",
};

type Told = { readonly records: readonly AttendanceRecord[]; readonly signIns: readonly SignIn[] } | undefined;

/** Makes the cells of one trainee after another, on the clocks of a zone: to be signed, or as they are told. */
export function sheetCells(halfDays: readonly HalfDay[], zone: string, told: Told) {
  const records = new Map((told?.records ?? []).map((one) => [traineeSlotKey(one), one]));
  const signIns = new Map<string, SignIn[]>();
  for (const one of told?.signIns ?? []) signIns.set(traineeSlotKey(one), [...(signIns.get(traineeSlotKey(one)) ?? []), one]);
  return (traineeId: string, expected: ReadonlySet<string>): readonly SheetCell[] =>
    halfDays.map((halfDay): SheetCell => {
      if (!expected.has(halfDayKey(halfDay))) return { kind: "outside" };
      if (told === undefined) return { kind: "blank" };
      const key = traineeSlotKey({ ...halfDay, traineeId });
      return toldCell(records.get(key), signIns.get(key) ?? [], zone);
    });
}

/** What whoever teaches signs, or the sheets on which they did. */
export function trainerCell(person: string, halfDay: HalfDay, teaches: boolean, sheets: readonly AttendanceSheet[] | undefined): SheetCell {
  if (!teaches) return { kind: "outside" };
  const signed = (sheets ?? []).filter(({ trainers, halfDays }) => trainers.includes(person) && halfDays.includes(halfDayKey(halfDay)));
  if (signed.length === 0) return { kind: "blank" };
  return {
    kind: "told",
    sign: "",
    words: "",
    signatures: signed.map(({ reference }) => ({ short: reference, full: `feuille ${reference}` })),
  };
}

function toldCell(record: AttendanceRecord | undefined, signIns: readonly SignIn[], zone: string): SheetCell {
  const signatures = signIns.map((one) => mentionOf(one, zone));
  if (record === undefined) return { kind: "told", sign: "?", words: "non renseigné", signatures };
  const { status, lateMinutes = 0, earlyMinutes = 0 } = record;
  const missed = [
    lateMinutes > 0 && { sign: `${lateMinutes}`, words: `${formatMinutes(lateMinutes)} de retard` },
    earlyMinutes > 0 && { sign: `−${earlyMinutes}`, words: `parti ${formatMinutes(earlyMinutes)} avant la fin` },
  ].filter((one) => one !== false);
  const isToldByMinutes = missed.length > 0 && (status === "late" || status === "left-early");
  const unsigned = { short: "non signé", full: "non signé" };
  return {
    kind: "told",
    sign: [attendanceSigns[status], ...missed.map(({ sign }) => sign)].join(" "),
    words: [...(isToldByMinutes ? [] : [attendanceStatusLabels[status].fr]), ...missed.map(({ words }) => words)].join(", "),
    signatures: signatures.length === 0 && attendingStatuses.has(status) ? [unsigned] : signatures,
  };
}

function mentionOf({ method, at, proof }: SignIn, zone: string): { readonly short: string; readonly full: string } {
  if (method === "code") {
    const when = formatInstant(at, zone);
    return { short: `code ${when.slice(-5)}`, full: `signé par code le ${when.replaceAll(" ", "\u00a0")}` };
  }
  const [word, label] = method === "sheet" ? ["feuille", "feuille"] : ["outil", signInMethodLabels[method].fr];
  return proof === undefined ? { short: word, full: signInMethodLabels[method].fr } : { short: proof, full: `${label} ${proof}` };
}
