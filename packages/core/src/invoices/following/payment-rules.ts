import type { RuleTable } from "../../shared/rules.js";
import type { InvoiceSituation } from "../situation.js";

/** Where the payment of an issued invoice stands. */
export const paymentRules = {} satisfies RuleTable<InvoiceSituation>;
