import type { AttendanceMonth, AttendanceRecord, Claim, Enrolment, PlannedHalfDay, SignIn } from "../attendance/index.js";
import type { Provider } from "../membership/index.js";
import type { Quote } from "../quotes/index.js";
import type { Session, Trainee } from "../sessions/index.js";
import type { IsoDate } from "../shared/calendar.js";
import type { TrainingAgreement } from "./agreement.js";
import type { Customer } from "./customer.js";
import type { Invoice } from "./invoice.js";
import type { PurchaseOrder } from "./order.js";

/** What attendance says of a session, all trainees together: what an invoice must be proved by. */
export interface BillingProof {
  readonly roster: readonly Enrolment[];
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
  readonly signIns: readonly SignIn[];
  readonly months: readonly AttendanceMonth[];
  /** Half-days billed by invoices that stand, this one's own left out. */
  readonly billed: readonly Claim[];
}

/** An invoice with everything its rules compare it with. */
export interface InvoiceSituation {
  readonly invoice: Invoice;
  readonly provider: Provider;
  readonly today: IsoDate;
  readonly customer?: Customer | undefined;
  readonly agreement?: TrainingAgreement | undefined;
  readonly order?: PurchaseOrder | undefined;
  readonly quote?: Quote | undefined;
  readonly session?: Session | undefined;
  readonly trainees: ReadonlyMap<string, Trainee>;
  readonly proof: BillingProof;
  /** Other invoices of the same order, quote or session, drafts and credit notes included. */
  readonly others: readonly Invoice[];
  /** The invoice that a credit note corrects. */
  readonly original?: Invoice | undefined;
}
