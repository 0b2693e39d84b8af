import { type Problem, privacyRefusals, raise } from "@kairos/core";

/** One broken example per code of erasure: raised by the desk, shown here as it is said. */
export const privacyExamples: Readonly<Record<keyof typeof privacyRefusals, () => readonly Problem[]>> = {
  "privacy.in-training": () => [
    raise(privacyRefusals, "privacy.in-training", ["stagiaire"], { reference: "T-0007", session: "SE-2026-014", until: "2026-12-18" }),
  ],
  "privacy.already-erased": () => [
    raise(privacyRefusals, "privacy.already-erased", ["stagiaire"], { reference: "T-0007", heldUntil: "2032-12-18" }),
  ],
  "privacy.still-enabled": () => [raise(privacyRefusals, "privacy.still-enabled", ["personne"], { profiles: 2 })],
};
