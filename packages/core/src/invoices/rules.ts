import { judgeBy, type ProblemOf } from "../shared/rules.js";
import { matchRules } from "./billing/match-rules.js";
import { channelRules } from "./channel/channel-rules.js";
import { invoiceLawRules } from "./issuing/law-rules.js";
import type { InvoiceSituation } from "./situation.js";

/** Every rule that judges an invoice before it leaves. */
export const invoiceRules = { ...matchRules, ...invoiceLawRules, ...channelRules };
export type InvoiceProblem = ProblemOf<typeof invoiceRules>;

/** Judges an invoice beside its agreement, its attendance and its channel. An invoice with an error is not issued. */
export const checkInvoice: (situation: InvoiceSituation) => readonly InvoiceProblem[] = judgeBy(invoiceRules);
