import type { FaultsOf } from "../index.js";
import { codeFaults } from "./codes.js";
import { sheetFaults } from "./sheets.js";

/** What is known only by looking through everybody's half-days, or through what was refused before. */
type Held = "attendance.code-unknown" | "attendance.code-other-group" | "attendance.sign-in-blocked" | "attendance.nothing-to-sign";

export const signingFaults: Omit<FaultsOf<"signing">, Held> = { ...codeFaults, ...sheetFaults };
