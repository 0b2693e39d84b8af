import { type SheetContradiction, type sheetRules, signInMethods, type signInRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const slot = { day: "2026-12-07", half: "morning" } as const;
const contradictions: readonly SheetContradiction[] = [
  ...([1, 3] as const).flatMap((times) => [
    { with: "planning" as const, ...slot, times },
    { with: "today" as const, ...slot, times },
    { with: "facts" as const, ...slot, times, trainee: "T-0007", status: "unexcused" as const },
  ]),
  { with: "trainer", trainer: "Léa Roux" },
  { with: "place", place: "Lyon", planned: "Bordeaux" },
];

/** Params that make each sentence about signatures be said. */
export const signingSamples: Pick<Samples, keyof typeof signInRules | keyof typeof sheetRules> = {
  "attendance.code-unknown": [{}],
  "attendance.code-expired": [slot],
  "attendance.code-other-group": [{}],
  "attendance.sign-in-too-early": [{ ...slot, from: "08:45" }],
  "attendance.sign-in-too-late": [{ ...slot, until: "13:00" }],
  "attendance.sign-in-withdrawn": [{ ...slot, session: "SE-2026-014" }],
  "attendance.sign-in-not-followed": [{ ...slot, session: "SE-2026-014" }],
  "attendance.sign-in-twice": signInMethods.map((method) => ({ ...slot, method, time: "09:03" })),
  "attendance.sign-in-blocked": [{ most: 10, on: "2026-12-07", from: "10:04" }],
  "attendance.nothing-to-sign": [{ session: "SE-2026-014", day: "2026-12-07" }],
  "attendance.sheet-trainer-missing": [{}],
  "attendance.sheet-place-missing": [{}],
  "attendance.sheet-date-missing": [{}],
  "attendance.sheet-signature-missing": [
    { trainees: [], times: 0 },
    { trainees: ["T-0007"], times: 1 },
    { trainees: ["T-0007", "T-0008"], times: 3 },
  ],
  "attendance.sheet-contradiction": contradictions,
};
