import type { RuleTable } from "../../shared/rules.js";
import type { InvoiceSituation } from "../situation.js";

/** What the law asks of an invoice: number, dates, mentions. */
export const invoiceLawRules = {} satisfies RuleTable<InvoiceSituation>;
