import type { FaultsOf } from "../index.js";
import { decisionFaults } from "./decisions.js";
import { grantFaults } from "./grants.js";
import { reviewFaults } from "./review.js";

export const heldOfAccess = {
  "access.already-founded": "tests/bot/people.test.ts",
  "access.establishment-ambiguous": "tests/bot/acces.test.ts",
  "access.grant-over": "tests/bot/acces.test.ts",
  "access.grant-to-come": "tests/bot/acces.test.ts",
  "access.has-left": "tests/bot/acces.test.ts",
  "access.missing-permission": "tests/bot/devis.test.ts",
  "access.no-closed-review": "tests/bot/acces.test.ts",
  "access.no-link": "tests/bot/acces.test.ts",
  "access.no-open-review": "tests/bot/acces.test.ts",
  "access.not-a-trainee": "tests/bot/sign-in.test.ts",
  "access.not-administrator": "tests/bot/people.test.ts",
  "access.not-founded": "tests/bot/people.test.ts",
  "access.not-own-session": "tests/bot/assiduite.test.ts",
  "access.not-yours": "tests/bot/people.test.ts",
  "access.profile-taken": "tests/bot/acces.test.ts",
  "access.profile-too-wide": "tests/bot/acces.test.ts",
  "access.review-undecided": "tests/bot/acces.test.ts",
  "access.unknown-person": "tests/bot/dispatch.test.ts",
  "access.waiver-not-alone": "tests/bot/devis.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"access">, string>>;

export const accessFaults: Omit<FaultsOf<"access">, keyof typeof heldOfAccess> = { ...reviewFaults, ...grantFaults, ...decisionFaults };
