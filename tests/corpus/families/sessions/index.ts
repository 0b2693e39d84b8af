import type { FaultsOf } from "../index.js";
import { patternFaults } from "./patterns.js";
import { scheduleFaults } from "./schedules.js";
import { ownSessionFaults } from "./sessions.js";

export const sessionFaults: Omit<FaultsOf<"sessions">, "session.schedule-two-ways" | "session.schedule-exists"> = {
  ...ownSessionFaults,
  ...scheduleFaults,
  ...patternFaults,
};
