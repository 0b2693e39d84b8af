import type { FaultsOf } from "../index.js";
import { certificateFaults } from "./certificates.js";
import { monthFaults } from "./months.js";
import { movementFaults } from "./movements.js";

/** What the desk finds when a declaration made in the portal is noted. */
export const heldOfStatements = {
  "attendance.movement-unknown": "tests/bot/assiduite-mouvements.test.ts",
  "attendance.movement-too-early": "tests/bot/assiduite-mouvements.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"statements">, string>>;

export const statementFaults: Omit<FaultsOf<"statements">, keyof typeof heldOfStatements> = {
  ...monthFaults,
  ...movementFaults,
  ...certificateFaults,
};
