import type { attendanceImportRules } from "@kairos/core";
import type { english } from "../../../packages/core/src/locales/en.js";

const line = 12;
const day = "2026-12-07";

/** Params of each sentence about tables of attendance. */
export const attendanceImportSamples: {
  readonly [Code in keyof typeof attendanceImportRules]: readonly Parameters<(typeof english)[Code]>[0][];
} = {
  "import.session-missing": [{ line }],
  "import.session-unknown": [{ line, session: "SE-9" }],
  "import.other-session": [{ line, session: "SE-9", expected: "SE-1" }],
  "import.session-elsewhere": [{ line, session: "SE-9", first: "SE-1" }],
  "import.trainee-missing": [{ line }],
  "import.trainee-unknown": ["", "T-0002"].map((nearest) => ({ line, session: "SE-1", nearest })),
  "import.trainee-ambiguous": [{ line, references: ["T-0001", "T-0002"] }],
  "import.name-mismatch": [{ line, trainee: "T-0001" }],
  "import.not-followed": [{ line, trainee: "T-0001", day }],
  "import.outside-schedule": (["", "evening"] as const).map((half) => ({ line, session: "SE-1", day, half })),
  "import.half-missing": [{ line, day }],
  "import.hours-outside": [{ line, from: "09:00", until: "12:30" }],
  "import.negative-minutes": [{ line, value: "-10" }],
  "import.minutes-over": [{ line, minutes: 240, planned: 210 }],
  "import.minutes-missing": [{ line }],
  "import.minutes-contradict": [{ line, status: "excused" }],
  "import.status-missing": [{ line }],
  "import.reason-unknown": [{ line }],
  "import.health-detail": [{ line }],
  "import.future-day": [{ line, day }],
  "import.row-twice": [true, false].map((same) => ({ line, otherLine: 4, same })),
  "import.fact-recorded": (["late", "present"] as const).map((status) => ({ line, status, recorded: "late" as const })),
  "import.claim-recorded": [{ line, minutes: 210, recorded: 200, reference: "IMP-0001" }],
  "import.faulty-rows": [0, 2].map((contradicting) => ({ reference: "IMP-0001", faulty: 3, contradicting })),
  "import.no-sound-row": [0, 1, 3].map((faulty) => ({ faulty })),
  "attendance.export-too-large": [{ most: 50_000 }],
  "import.changed-since": [1, 3].map((count) => ({ reference: "IMP-0001", count })),
};
