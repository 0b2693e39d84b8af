import type { FaultsOf } from "../index.js";
import { actFaults } from "./acts.js";
import { cellFaults } from "./cells.js";
import { formFaults } from "./form.js";
import { weekFaults } from "./week.js";

export const heldOfInput = {
  "input.changed-since": "tests/bot/facture-emettre.test.ts",
  "input.expired": "tests/bot/people.test.ts",
  "input.not-a-file": "tests/bot/pieces.test.ts",
  "input.reference-taken": "tests/bot/courses.test.ts",
  "input.unknown-reference": "tests/bot/courses.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"input">, string>>;

export const inputFaults: Omit<FaultsOf<"input">, keyof typeof heldOfInput> = {
  ...formFaults,
  ...cellFaults,
  ...weekFaults,
  ...actFaults,
};
