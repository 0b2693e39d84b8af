import { checkAttendance, type Problem, raise, recordRefusals, type recordRules } from "@kairos/core";
import { aFact, anEnrolment, aSituation, days } from "./facts.js";

const judged = (...given: Parameters<typeof aSituation>) => checkAttendance(aSituation(...given));
const refused = <Code extends keyof typeof recordRefusals>(code: Code, params: Parameters<(typeof recordRefusals)[Code]["fr"]>[0]) => [
  raise(recordRefusals, code, [], params as never),
];
const period = { startsOn: "2026-12-07", endsOn: "2026-12-18" };
const slot = { day: "2026-12-07", half: "morning" } as const;

/** One broken example of each code about facts. */
export const recordExamples: { readonly [Code in keyof typeof recordRules | keyof typeof recordRefusals]: () => readonly Problem[] } = {
  "attendance.future": () => judged([aFact({ day: "2026-12-08" })], { today: "2026-12-07" }),
  "attendance.outside-session": () => judged([aFact({ day: "2026-12-12" })]),
  "attendance.over-planned": () => judged([aFact({ status: "left-early", earlyMinutes: 211 })]),
  "attendance.after-abandon": () =>
    judged([aFact({ day: "2026-12-09" })], { roster: [anEnrolment("T-0001", { withdrawal: { day: "2026-12-09", half: "morning" } })] }),
  "attendance.justification-missing": () => judged([aFact({ status: "excused", reason: "health" })]),
  "attendance.distance-proof-thin": () => judged([aFact({ status: "remote", evidence: ["connection"] })]),
  "attendance.health-detail": () => judged([aFact({ status: "excused", document: "certificat grippe" })]),
  "attendance.slot-duplicate": () => judged([aFact(), aFact({ source: "import" })]),
  "attendance.unjustified-without-notice": () => judged([aFact({ status: "unexcused" })]),
  "attendance.late-minutes": () => judged([aFact({ status: "late", lateMinutes: 20 })]),
  "attendance.abandon-suspected": () =>
    judged(days("unexcused", "2026-12-07", "2026-12-08", "2026-12-09")).filter(
      ({ code }) => code !== "attendance.unjustified-without-notice",
    ),
  "attendance.exception-unreadable": () =>
    refused("attendance.exception-unreadable", { piece: "Dupond absent", fault: "unknown-person", word: "Dupond" }),
  "attendance.not-expected": () => refused("attendance.not-expected", { trainee: "T-0004", why: "joins-later", on: "2026-12-09" }),
  "attendance.recorded-already": () =>
    refused("attendance.recorded-already", { trainee: "T-0004", recorded: "unexcused", said: "excused" }),
  "attendance.roster-empty": () => refused("attendance.roster-empty", { session: "SE-2026-014" }),
  "attendance.half-day-to-choose": () => refused("attendance.half-day-to-choose", { day: "2026-12-07" }),
  "attendance.half-day-unplanned": () => refused("attendance.half-day-unplanned", { day: "2026-12-12", half: "morning" }),
  "attendance.nothing-to-undo": () => refused("attendance.nothing-to-undo", slot),
  "attendance.entry-corrected": () => refused("attendance.entry-corrected", { ...slot, trainees: ["T-0004"] }),
  "attendance.detail-misplaced": () => refused("attendance.detail-misplaced", { status: "present", detail: "minutes" }),
  "attendance.enrolment-dates": () => refused("attendance.enrolment-dates", { fault: "outside", ...period }),
  "attendance.enrolled-elsewhere": () => refused("attendance.enrolled-elsewhere", { trainee: "T-0004", session: "SE-2026-015", ...period }),
  "attendance.enrolment-has-facts": () => refused("attendance.enrolment-has-facts", { trainee: "T-0004", facts: 3 }),
  "attendance.other-establishment": () => refused("attendance.other-establishment", { trainee: "T-0004" }),
  "attendance.account-taken": () => refused("attendance.account-taken", { trainee: "T-0004" }),
};
