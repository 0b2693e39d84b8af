import type { DifferenceParams, reconciliationRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const slot = { trainee: "T-0007", day: "2026-12-07", half: "morning" } as const;
const said = (
  source: DifferenceParams["source"],
  figure: number | undefined,
  against: DifferenceParams["source"],
  expected?: number,
): DifferenceParams => ({
  ...slot,
  source,
  ...(figure !== undefined && { figure }),
  against,
  ...(expected !== undefined && { expected }),
});
const misplaced = (["recorded", "declared", "billed"] as const).map((source) => said(source, 210, "planned"));

/** Params that make each sentence of a reconciliation be said, of each source that it may be about. */
export const reconciliationSamples: Pick<Samples, keyof typeof reconciliationRules> = {
  "attendance.half-day-twice": [
    ...(["planned", "recorded", "declared", "billed"] as const).map((source) => said(source, 420, source, 210)),
    said("signed", 2, "signed", 1),
  ],
  "attendance.half-day-after-abandon": [...misplaced, said("signed", 1, "planned")],
  "attendance.half-day-to-come": [...misplaced, said("signed", 1, "planned", 210)],
  "attendance.half-day-outside": [...misplaced, said("recorded", 0, "planned"), said("signed", 1, "planned")],
  "attendance.half-day-beyond": (["recorded", "declared", "billed"] as const).map((source) => said(source, 240, "planned", 210)),
  "attendance.not-recorded": [said("recorded", undefined, "planned", 210)],
  "attendance.signed-not-recorded": [said("signed", 1, "recorded")],
  "attendance.signed-absent": [said("signed", 1, "recorded", 0)],
  "attendance.not-signed": [said("signed", undefined, "recorded", 210)],
  "attendance.billed-not-signed": [said("billed", 210, "signed")],
  "attendance.not-declared": [said("declared", undefined, "recorded", 210)],
  "attendance.declared-differs": [
    said("declared", 210, "recorded", 180),
    said("declared", 210, "recorded"),
    said("declared", 210, "recorded", 0),
  ],
  "attendance.billed-differs": [
    said("billed", 210, "recorded", 180),
    said("billed", 180, "recorded", 210),
    said("billed", 210, "recorded"),
  ],
  "attendance.billed-not-as-declared": [said("billed", 210, "declared", 180), said("billed", 210, "declared")],
};
