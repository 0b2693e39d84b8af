import type { privacyRefusals } from "@kairos/core";

export const heldOfPrivacy = {
  "privacy.already-erased": "tests/bot/donnees.test.ts",
  "privacy.in-training": "tests/bot/donnees.test.ts",
  "privacy.still-enabled": "tests/bot/donnees.test.ts",
} satisfies Record<keyof typeof privacyRefusals, string>;
