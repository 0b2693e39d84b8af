import type { RuleTable } from "../../shared/rules.js";
import type { InvoiceSituation } from "../situation.js";

/** What the channel of an invoice asks before it takes it. */
export const channelRules = {} satisfies RuleTable<InvoiceSituation>;
