import type { RuleTable } from "../../shared/rules.js";
import type { InvoiceSituation } from "../situation.js";

/** How an invoice matches what was agreed and what was attended. */
export const matchRules = {} satisfies RuleTable<InvoiceSituation>;
