import type { Problem } from "../../shared/problem.js";
import { judgeBy } from "../../shared/rules.js";
import { amountRules } from "./rules/amounts.js";
import { documentRules } from "./rules/document.js";
import { noteRules } from "./rules/notes.js";
import { partyRules } from "./rules/parties.js";
import type { ElectronicSituation } from "./rules/situation.js";
import { checkSums, sumsRules } from "./rules/sums.js";
import { textRules } from "./rules/texts.js";

const ownRules = { ...documentRules, ...noteRules, ...partyRules, ...textRules, ...amountRules };

/** What an electronic invoice must be before it leaves: the desk's own reading of the public rules, each named in its sentence. */
export const electronicInvoiceRules = { ...ownRules, ...sumsRules };

const judgeOwn = judgeBy<ElectronicSituation, typeof ownRules>(ownRules);

/**
 * Judges an invoice before its file is written. A wrong file is worse than none: Chorus Pro takes it, then never hands it on. Figures that
 * are no integers are not summed.
 */
export function checkElectronicInvoice(situation: ElectronicSituation): readonly Problem[] {
  const problems: readonly Problem[] = judgeOwn(situation);
  const areIntegers = !problems.some(({ code }) => code === "einvoice.amount" || code === "einvoice.vat-rate");
  return areIntegers ? [...problems, ...checkSums({ terms: situation.invoice, hasLines: true, isOurs: true })] : problems;
}
