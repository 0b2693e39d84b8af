import { halves, learningPlaces, type PatternRow, type WeeklyPattern } from "@kairos/core";
import fc from "fast-check";

/** Up to three half-days on some weekdays, each half once, nothing overlapping. */
export const aPattern: fc.Arbitrary<WeeklyPattern> = fc
  .array(
    fc.record({
      marks: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 6, maxLength: 6 }),
      which: fc.subarray([0, 1, 2], { minLength: 0 }),
      places: fc.array(fc.constantFrom(...learningPlaces), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 7, maxLength: 7 },
  )
  .map((days) =>
    days.flatMap(({ marks, which, places }, index) => {
      const sorted = [...marks].sort((a, b) => a - b).map(clock);
      return which.map(
        (slot): PatternRow => ({
          weekday: index + 1,
          half: halves[slot] ?? "morning",
          from: sorted[2 * slot] ?? "",
          until: sorted[2 * slot + 1] ?? "",
          at: places[slot] ?? "centre",
        }),
      );
    }),
  )
  .filter((rows) => rows.length > 0);

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
