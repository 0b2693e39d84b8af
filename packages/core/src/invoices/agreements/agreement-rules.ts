import { judgeBy, type ProblemOf, type RuleTable } from "../../shared/rules.js";
import type { TrainingAgreement } from "../agreement.js";
import type { Customer } from "../customer.js";
import type { PurchaseOrder } from "../order.js";

/** An agreement with its orders, as they are judged together. */
export interface AgreementSituation {
  readonly agreement: TrainingAgreement;
  readonly orders: readonly PurchaseOrder[];
  readonly customer?: Customer | undefined;
}

export const agreementRules = {} satisfies RuleTable<AgreementSituation>;
export type AgreementProblem = ProblemOf<typeof agreementRules>;

export const checkAgreement: (situation: AgreementSituation) => readonly AgreementProblem[] = judgeBy(agreementRules);
