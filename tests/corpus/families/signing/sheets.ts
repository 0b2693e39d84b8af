import {
  type AttendanceRecord,
  addDays,
  attendanceSheetSchema,
  checkSheet,
  halfDayKey,
  type Schedule,
  type SheetSituation,
} from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { attendedOf } from "../../attendance.js";
import { faultsIn } from "../../seeded.js";
import { trainingDays } from "../../training.js";
import type { FaultsOf } from "../index.js";

interface Judged extends SheetSituation {
  readonly schedule: Schedule;
  readonly records: readonly AttendanceRecord[];
}

/** The sheet of the first day of a training, signed by everybody and looked at on the last one. */
const inSituation = faultsIn<Judged>((dossier) => {
  const attended = attendedOf(dossier);
  if (attended === undefined) return undefined;
  const { session, schedule, records, today } = attended;
  const [firstDay] = trainingDays(schedule);
  const signatures = records.filter(({ day }) => day === firstDay).map(({ traineeId, day, half }) => ({ traineeId, day, half }));
  const sheet = attendanceSheetSchema.parse({
    reference: "FE-0001",
    sessionReference: session.reference,
    siret: session.siret,
    halfDays: schedule.halfDays.filter(({ day }) => day === firstDay).map(halfDayKey),
    trainers: session.trainers ?? [],
    place: session.place,
    recordedBy: "karim",
    recordedAt: `${today}T16:00:00.000Z`,
  });
  return { sheet, session, schedule, records, signatures, today, names: new Map([["lea", "Léa Roux"]]) };
}, checkSheet);

/** A mistake in what is written on the sheet. */
const inSheet = (change: (sheet: Judged["sheet"], random: Random, judged: Judged) => Partial<Judged["sheet"]>) =>
  inSituation((judged, random) => ({ ...judged, sheet: { ...judged.sheet, ...change(judged.sheet, random, judged) } }));

export const sheetFaults: Pick<FaultsOf<"signing">, Extract<keyof FaultsOf<"signing">, `attendance.sheet-${string}`>> = {
  "attendance.sheet-trainer-missing": inSheet(() => ({ trainers: [] })),
  "attendance.sheet-place-missing": inSheet((_sheet, random) => ({ place: random.pick([undefined, ""]) })),
  "attendance.sheet-date-missing": inSheet(() => ({ halfDays: [] })),
  "attendance.sheet-signature-missing": inSituation((judged, random) => {
    const forgotten = random.pick(judged.signatures);
    const signatures = random.chance(0.3) ? [] : judged.signatures.filter((one) => one !== forgotten);
    return { ...judged, signatures };
  }),
  "attendance.sheet-contradiction": inSituation((judged, random) => {
    const { sheet, session, records, signatures } = judged;
    const absent = random.pick(signatures);
    const isAbsent = ({ traineeId, day, half }: AttendanceRecord) =>
      traineeId === absent.traineeId && day === absent.day && half === absent.half;
    const isInCentre = judged.schedule.halfDays.some((one) => one.at === "centre" && sheet.halfDays.includes(halfDayKey(one)));
    const elsewhere = { ...judged, sheet: { ...sheet, place: "3 quai de Paludate, 64000 Pau" } };
    return random.pick<Judged>([
      ...(isInCentre ? [elsewhere] : []),
      { ...judged, sheet: { ...sheet, halfDays: [...sheet.halfDays, `${addDays(session.endsOn, 1 + random.int(9))}/morning`] } },
      { ...judged, today: addDays(session.startsOn, -1 - random.int(9)) },
      { ...judged, sheet: { ...sheet, trainers: [...sheet.trainers, "lea"] } },
      { ...judged, records: records.map((one) => (isAbsent(one) ? { ...one, status: "unexcused" as const } : one)) },
    ]);
  }),
};
