import { type AttendanceRecord, addDays, attendanceSituation, checkAttendance, minutesOf, weekdayOf } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { type Attended, attendedIn, attendedOf, factOf } from "../../attendance.js";
import { faultsIn } from "../../seeded.js";
import { trainingDays } from "../../training.js";
import type { FaultsOf } from "../index.js";

const judge = (attended: Attended) => checkAttendance(attendanceSituation(attended, attended.records));
const inRecords = faultsIn(attendedOf, judge);
/** Half of the training is still to come. */
const inHalf = faultsIn((dossier) => attendedIn(dossier, 0.5), judge);

/** A mistake in one fact: what it says, one being picked; nothing where it cannot be made of that one. */
const inRecord = (change: (record: AttendanceRecord, random: Random, attended: Attended) => Partial<AttendanceRecord> | undefined) =>
  inRecords((attended, random) => {
    const index = random.int(attended.records.length);
    const record = attended.records[index];
    const changed = record && change(record, random, attended);
    return changed && { ...attended, records: attended.records.with(index, { ...record, ...changed }) };
  });

const healthDocuments = ["certificat grippe", "Arrêt maladie 12", "passage aux urgences", "radio fracture poignet", "certificat grossesse"];

export const recordFaults: Pick<
  FaultsOf<"attendance">,
  | "attendance.future"
  | "attendance.outside-session"
  | "attendance.over-planned"
  | "attendance.after-abandon"
  | "attendance.justification-missing"
  | "attendance.distance-proof-thin"
  | "attendance.health-detail"
  | "attendance.slot-duplicate"
  | "attendance.unjustified-without-notice"
  | "attendance.late-minutes"
  | "attendance.abandon-suspected"
> = {
  "attendance.future": inHalf((attended, random) => {
    const toCome = attended.planned.filter(({ day }) => day > attended.today);
    if (toCome.length === 0) return undefined;
    return { ...attended, records: [...attended.records, factOf(attended.session, random.pick(toCome))] };
  }),
  "attendance.outside-session": inRecords((attended, random) => {
    const { records, roster, session } = attended;
    const record = random.pick(records);
    if (random.chance(0.3)) {
      const joinsOn = addDays(record.day, 1 + random.int(5));
      return { ...attended, roster: roster.map((one) => (one.traineeId === record.traineeId ? { ...one, joinsOn } : one)) };
    }
    const misplaced = random.pick<Partial<AttendanceRecord>>([
      { day: addDays(record.day, 7 - weekdayOf(record.day)) },
      { day: addDays(session.startsOn, -1 - random.int(9)) },
      { half: "evening" },
      { traineeId: "T-0099" },
    ]);
    return { ...attended, records: [...records, { ...record, ...misplaced }] };
  }),
  "attendance.over-planned": inRecord(({ day, half }, random, { schedule }) => {
    const halfDay = schedule.halfDays.find((one) => one.day === day && one.half === half);
    const missed = halfDay && minutesOf(halfDay) + 1 + random.int(120);
    if (missed === undefined) return undefined;
    return random.chance(0.5)
      ? { status: "left-early", earlyMinutes: missed }
      : { status: "late", lateMinutes: 10, earlyMinutes: missed - 10 };
  }),
  "attendance.after-abandon": inRecords((attended, random) => {
    const { records, roster } = attended;
    const { traineeId, day, half } = random.pick(records);
    if (random.chance(0.5)) {
      const withdrawal = { day, half, reason: "work" as const };
      return { ...attended, roster: roster.map((one) => (one.traineeId === traineeId ? { ...one, withdrawal } : one)) };
    }
    const own = records.filter((one) => one.traineeId === traineeId);
    if (own.length < 2) return undefined;
    const gone = random.pick(own.slice(0, -1));
    return { ...attended, records: records.map((one) => (one === gone ? { ...one, status: "withdrawn" as const } : one)) };
  }),
  "attendance.justification-missing": inRecord((_record, random) => ({
    status: "excused",
    reason: random.pick(["health", "family", "appointment", "job-interview", "transport"]),
  })),
  "attendance.distance-proof-thin": inRecord((_record, random) => ({
    status: "remote",
    evidence: random.pick([undefined, [], ["connection"], ["quiz"], ["connection", "connection"]]),
  })),
  "attendance.health-detail": inRecord((_record, random) => ({
    status: "excused",
    reason: "health",
    document: random.pick(healthDocuments),
  })),
  "attendance.slot-duplicate": inRecords((attended, random) => {
    const record = random.pick(attended.records);
    const again = { ...record, source: random.pick(["import", "code"] as const), recordedBy: random.pick(["karim", "omar", "nadia"]) };
    return { ...attended, records: [...attended.records, again] };
  }),
  "attendance.unjustified-without-notice": inRecord((_record, random) => ({
    status: "unexcused",
    recordedBy: random.pick(["karim", "omar", "nadia"]),
  })),
  "attendance.late-minutes": inRecord((_record, random) => ({
    status: "late",
    ...(random.chance(0.8) && { lateMinutes: 5 * (1 + random.int(5)) }),
  })),
  "attendance.abandon-suspected": inRecords((attended, random) => {
    const { records, schedule, settings, trainees } = attended;
    const days = trainingDays(schedule);
    const missed = settings.withdrawalAfterDays + random.int(5);
    const [since, who] = [days.at(-missed), random.pick(trainees)];
    if (since === undefined || days.length < missed) return undefined;
    const isAway = ({ traineeId, day }: AttendanceRecord) => traineeId === who.id && day >= since;
    return { ...attended, records: records.map((one) => (isAway(one) ? { ...one, status: "unexcused" as const } : one)) };
  }),
};
