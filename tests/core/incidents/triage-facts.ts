import { addDays, type DeskFacts, type Explanation, type Visibility } from "@kairos/core";

const today = "2026-12-07";
export const granted: Explanation = { granted: true, by: [] };
export const refused: Explanation = { granted: false, why: "not-in-profile", profile: "quote-clerk", givers: ["rgc"] };
export const display = { leavesOn: "2026-12-01", networkOn: "2026-12-04", expectedFrom: "2026-12-05", expectedBy: "2026-12-09" };
export const sent = { sentOn: "2026-11-30", display, leftOut: [] } as const;
export const visibilities: readonly Visibility[] = [
  { leftOut: [], ask: "nobody" },
  { leftOut: ["siret", "ended"], ask: "regional-base" },
  { ...sent, leftOut: ["initial-training"], ask: "regional-base" },
  { ...sent, ask: "nobody" },
  { ...sent, display: { ...display, expectedBy: addDays(today, -1) }, ask: "agency" },
  { ...sent, seenOn: "2026-12-05", ask: "nobody" },
  { ...sent, leftOut: ["ended"], seenOn: "2026-12-05", ask: "nobody" },
];
export const quiet: DeskFacts = { inactiveAfterDays: 90 };
