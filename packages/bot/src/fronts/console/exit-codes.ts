import type { Label } from "@kairos/core";
import type { Answer } from "../../dispatch.js";

/** The codes a script may rely on. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  denied: 3,
  failed: 70,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The same, as `--help` says them. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, Label>> = {
  done: { fr: "fait (ce qui reste à corriger est dit)", en: "done (what remains to be mended is said)" },
  refused: {
    fr: "refusé, ou une vérification (/devis verifier, /journal verifier) a trouvé une erreur",
    en: "refused, or a check (/devis verifier, /journal verifier) found an error",
  },
  usage: { fr: "commande, option ou réglage mal écrit", en: "command, option or setting mistyped" },
  denied: { fr: "il manque un droit à la personne", en: "the person lacks a right" },
  failed: { fr: "panne de Kairos, ou du disque", en: "Kairos failed, or the disk did" },
};

export function exitCodeOf({ outcome, reply }: Answer): ExitCode {
  if (outcome === "done") return reply.verdict === "unsound" ? exitCodes.refused : exitCodes.done;
  if (outcome === "invalid") return exitCodes.usage;
  return exitCodes[outcome];
}
