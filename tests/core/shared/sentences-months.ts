const trainees = [
  { traineeId: "T-0001", count: 1, first: { day: "2026-12-07", half: "morning" as const } },
  { traineeId: "T-0002", count: 3, first: { day: "2026-12-08", half: "afternoon" as const } },
];
const late = [true, false].flatMap((isDeclared) =>
  [["T-0001"], ["T-0001", "T-0007"]].map((names) => ({ trainees: names, dueOn: "2026-12-10", isDeclared })),
);
const kinds = ["entry", "interruption", "exit"] as const;

/** Params of the sentences about months and movements. */
export const monthSamples = {
  "attendance.month-missing": [{ session: "SE-2026-014", month: "2026-12", dueOn: "2027-01-05" }],
  "attendance.month-reopened": [{ month: "2026-12" }],
  "attendance.month-changed": [{ month: "2026-12" }],
  "attendance.month-empty": [{ session: "SE-2026-014", month: "2026-12" }],
  "attendance.month-not-over": [1, 4].map((count) => ({ month: "2026-12", until: "2026-12-18", count })),
  "attendance.month-incomplete": [
    { count: 1, trainees: trainees.slice(0, 1) },
    { count: 4, trainees },
  ],
  "attendance.unsigned-half-days": [
    { count: 1, trainees: trainees.slice(0, 1) },
    { count: 4, trainees },
  ],
  "attendance.month-step-illegal": [
    { action: "close" as const, status: "closed" as const, session: "SE-2026-014", month: "2026-12" },
    { action: "reopen" as const, status: "open" as const, session: "SE-2026-014", month: "2026-12" },
  ],
  "attendance.entry-late": late,
  "attendance.interruption-late": late,
  "attendance.exit-late": late,
  "attendance.abandon-not-declared": late,
  "attendance.movement-unknown": kinds.flatMap((kind) =>
    [[], ["2026-12-07", "2026-12-14"]].map((days) => ({ trainee: "T-0001", kind, days })),
  ),
  "attendance.movement-too-early": kinds.map((kind) => ({ kind, on: "2026-12-07", declaredOn: "2026-12-04" })),
};
