import type { FaultsOf } from "../index.js";
import { patternFaults } from "./patterns.js";
import { scheduleFaults } from "./schedules.js";
import { ownSessionFaults } from "./sessions.js";

/** What the desk finds when a schedule is typed over another, or in two ways. */
export const heldOfSessions = {
  "session.schedule-two-ways": "tests/bot/sessions.test.ts",
  "session.schedule-exists": "tests/bot/sessions.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"sessions">, string>>;

export const sessionFaults: Omit<FaultsOf<"sessions">, keyof typeof heldOfSessions> = {
  ...ownSessionFaults,
  ...scheduleFaults,
  ...patternFaults,
};
