import type { RuleTable } from "../../shared/rules.js";
import type { InvoiceSituation } from "../situation.js";
import { matchAgreementRules } from "./match-agreement.js";
import { matchAmountRules } from "./match-amounts.js";
import { matchAttendanceRules } from "./match-attendance.js";

/** How an invoice matches what was agreed and what was attended. */
export const matchRules = { ...matchAgreementRules, ...matchAttendanceRules, ...matchAmountRules } satisfies RuleTable<InvoiceSituation>;
