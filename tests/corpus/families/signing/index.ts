import type { FaultsOf } from "../index.js";
import { codeFaults } from "./codes.js";
import { sheetFaults } from "./sheets.js";

/** What is known only by looking through everybody's half-days, or through what was refused before. */
export const heldOfSigning = {
  "attendance.code-unknown": "tests/bot/sign-in.test.ts",
  "attendance.code-other-group": "tests/bot/sign-in.test.ts",
  "attendance.sign-in-blocked": "tests/bot/sign-in.test.ts",
  "attendance.nothing-to-sign": "tests/bot/sign-in.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"signing">, string>>;

export const signingFaults: Omit<FaultsOf<"signing">, keyof typeof heldOfSigning> = { ...codeFaults, ...sheetFaults };
