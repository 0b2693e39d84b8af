import type { recordRefusals, recordRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const slot = { day: "2026-12-07", half: "morning" } as const;
const of = { trainee: "T-0004", ...slot };
const period = { startsOn: "2026-12-07", endsOn: "2026-12-18" };

/** Params that make each sentence about facts be said. */
export const attendanceRecordSamples: Pick<Samples, keyof typeof recordRules | keyof typeof recordRefusals> = {
  "attendance.future": [of, slot],
  "attendance.outside-session": (["dates", "schedule", "roster", "path"] as const).map((why) => ({ ...of, why })),
  "attendance.over-planned": [{ ...of, minutes: 240, planned: 210 }],
  "attendance.after-abandon": [of],
  "attendance.justification-missing": [of],
  "attendance.distance-proof-thin": [{ ...slot, trainees: ["T-0004", "T-0007"] }],
  "attendance.health-detail": [{ of }, {}],
  "attendance.slot-duplicate": [{ ...of, times: 2 }],
  "attendance.unjustified-without-notice": [
    { ...of, times: 1 },
    { ...of, times: 3 },
  ],
  "attendance.late-minutes": [
    { trainee: "T-0004", times: 1, minutes: 20, untold: 0 },
    { trainee: "T-0004", times: 3, minutes: 95, untold: 1 },
  ],
  "attendance.abandon-suspected": [{ trainee: "T-0004", days: 3, since: "2026-12-07", until: "2026-12-09" }],
  "attendance.exception-unreadable": (
    [
      "nobody-named",
      "unknown-person",
      "several-people",
      "named-twice",
      "two-people",
      "no-status",
      "two-statuses",
      "unknown-word",
      "unreadable-minutes",
      "misplaced-minutes",
    ] as const
  ).map((fault) => ({ piece: "Dupond absent", fault, word: "Dupond" })),
  "attendance.not-expected": [
    { trainee: "T-0004", why: "not-enrolled" },
    ...(["joins-later", "left", "withdrawn", "stopped"] as const).map((why) => ({ trainee: "T-0004", why, on: "2026-12-09" })),
  ],
  "attendance.recorded-already": [
    { trainee: "T-0004", recorded: "unexcused", said: "excused" },
    { trainee: "T-0004", recorded: "late", said: "late" },
  ],
  "attendance.roster-empty": [{ session: "SE-2026-014" }],
  "attendance.half-day-to-choose": [{ day: "2026-12-07" }],
  "attendance.half-day-unplanned": [slot, { day: "2026-12-07" }],
  "attendance.nothing-to-undo": [slot],
  "attendance.entry-corrected": [{ ...slot, trainees: ["T-0004"] }],
  "attendance.detail-misplaced": (["minutes", "early", "reason", "document", "evidence"] as const).map((detail) => ({
    status: "present",
    detail,
  })),
  "attendance.enrolment-dates": (["reversed", "outside", "withdrawal-early", "withdrawal-late", "lonely-detail"] as const).map((fault) => ({
    fault,
    ...period,
  })),
  "attendance.enrolled-elsewhere": [{ trainee: "T-0004", session: "SE-2026-015", ...period }],
  "attendance.enrolment-has-facts": [
    { trainee: "T-0004", facts: 1 },
    { trainee: "T-0004", facts: 3 },
  ],
  "attendance.other-establishment": [{ trainee: "T-0004" }],
  "attendance.account-taken": [{ trainee: "T-0004" }],
};
