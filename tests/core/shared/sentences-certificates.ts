import type { certificateRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const hours = { minutes: 70 * 60, attended: 65 * 60 };

/** Params that make each sentence about a certificate be said. */
export const certificateSamples: Pick<Samples, keyof typeof certificateRules> = {
  "certificate.field-missing": (["trainee", "period", "duration", "place"] as const).map((field) => ({ field })),
  "certificate.hours-differ": [
    { by: "asked", ...hours },
    { by: "declared", month: "2026-12", ...hours },
    { by: "open-month", month: "2026-10", attended: 65 * 60 },
    { by: "unrecorded", halfDays: 1, first: "2026-12-18", ...hours },
    { by: "unrecorded", halfDays: 3, first: "2026-12-17", ...hours },
  ],
  "certificate.before-end": [{ issuedOn: "2026-12-17", endsOn: "2026-12-18" }],
  "certificate.unsigned": [{}],
};
