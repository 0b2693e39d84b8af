import type { listingRefusals, listingRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

const overlap = { name: "Salle 2", other: "SE-2026-015", day: "2026-12-08", from: "09:00", until: "12:30" };

/** Params that make each sentence about a listing be said. */
export const listingSamples: Pick<Samples, keyof typeof listingRules | keyof typeof listingRefusals> = {
  "session.field-missing": (["place", "hours", "course", "objectives", "expectedResults", "programme"] as const).map((field) => ({
    field,
  })),
  "session.reference-missing": [{}],
  "session.reference-pattern": [{ listingReference: "SE 148712" }],
  "session.duplicate": (["content", "number"] as const).map((by) => ({
    by,
    other: "SE-2026-015",
    startsOn: "2026-12-07",
    endsOn: "2026-12-18",
  })),
  "session.overlap": [
    { ...overlap, kind: "room", times: 1 },
    { ...overlap, kind: "trainer", times: 4 },
  ],
  "session.not-yet-visible": [{ sentOn: "2026-11-16", from: "2026-11-26" }],
  "session.ended-too-long": [{ endsOn: "2026-10-01", days: 30 }],
  "session.not-exported-initial-training": [{}],
  "session.not-exported-siret": [{ siret: "73282932000074" }],
  "session.listing-step-illegal": [
    { action: "see", status: "draft", possible: ["complete", "cancel"] },
    { action: "open", status: "archived", possible: [] },
  ],
  "session.listing-step-too-early": [{ on: "2026-11-10", lastOn: "2026-11-12" }],
  "session.listing-before-start": [{ action: "start", on: "2026-12-06", startsOn: "2026-12-07" }],
};
