import type { FaultsOf } from "../index.js";
import { certificateFaults } from "./certificates.js";
import { monthFaults } from "./months.js";
import { movementFaults } from "./movements.js";

/** What the desk finds when a declaration made in the portal is noted. */
type Held = "attendance.movement-unknown" | "attendance.movement-too-early";

export const statementFaults: Omit<FaultsOf<"statements">, Held> = { ...monthFaults, ...movementFaults, ...certificateFaults };
