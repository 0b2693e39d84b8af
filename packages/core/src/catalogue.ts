import { accessRefusals, establishmentRules, grantRules, reviewRules } from "./access/index.js";
import { appointmentRefusals, appointmentRules, momentRefusals } from "./appointments/index.js";
import {
  attendanceImportRules,
  certificateRules,
  monthRefusals,
  monthRules,
  movementRefusals,
  movementRules,
  reconciliationRules,
  recordRefusals,
  recordRules,
  sheetRules,
  signInRules,
} from "./attendance/index.js";
import { auditRules } from "./audit/index.js";
import { incidentRefusals, ticketRules } from "./incidents/index.js";
import {
  agreementRefusals,
  agreementRules,
  billingRefusals,
  channelRefusals,
  creditRefusals,
  dutyRules,
  electronicInvoiceRules,
  invoiceRefusals,
  invoiceRules,
  issueRefusals,
  paymentRefusals,
  paymentRules,
  readingRules,
  seriesRules,
} from "./invoices/index.js";
import { membershipRefusals, membershipRules, portalRefusals, providerRules } from "./membership/index.js";
import { privacyRefusals } from "./privacy/index.js";
import { quoteRefusals, quoteRules } from "./quotes/index.js";
import {
  clashRefusals,
  courseRules,
  importRules,
  lheoRules,
  listingRefusals,
  listingRules,
  patternRefusals,
  scheduleRules,
  sessionRules,
  trainingRules,
} from "./sessions/index.js";
import { fileRules } from "./shared/file-rules.js";
import { identifierRules } from "./shared/identifier-rules.js";
import { inputRules } from "./shared/input-rules.js";
import type { Sentence } from "./shared/language.js";
import type { ParamsOf, Row, Table } from "./shared/rules.js";
import { tableRules } from "./shared/table-rules.js";
import { weekRules } from "./shared/week-rules.js";

/** Every public code, by family: the printed pages and the sentences come from here. */
export const catalogue = {
  input: { ...inputRules, ...weekRules },
  identifiers: identifierRules,
  membership: { ...providerRules, ...membershipRules, ...membershipRefusals, ...portalRefusals },
  access: { ...reviewRules, ...establishmentRules, ...grantRules, ...accessRefusals },
  sessions: { ...sessionRules, ...trainingRules, ...courseRules, ...scheduleRules, ...patternRefusals, ...clashRefusals },
  listing: { ...listingRules, ...listingRefusals },
  appointments: { ...appointmentRules, ...appointmentRefusals, ...momentRefusals },
  imports: { ...fileRules, ...tableRules, ...lheoRules, ...importRules },
  attendance: { ...recordRules, ...recordRefusals, ...attendanceImportRules },
  signing: { ...signInRules, ...sheetRules },
  statements: { ...monthRules, ...monthRefusals, ...movementRules, ...movementRefusals, ...certificateRules },
  reconciliation: reconciliationRules,
  quotes: { ...quoteRules, ...quoteRefusals },
  agreements: { ...agreementRules, ...agreementRefusals },
  invoices: {
    ...invoiceRules,
    ...billingRefusals,
    ...invoiceRefusals,
    ...channelRefusals,
    ...issueRefusals,
    ...creditRefusals,
    ...seriesRules,
  },
  payments: { ...paymentRules, ...paymentRefusals },
  einvoices: { ...electronicInvoiceRules, ...dutyRules, ...readingRules },
  incidents: { ...ticketRules, ...incidentRefusals },
  audit: auditRules,
  privacy: privacyRefusals,
};

type Tables = (typeof catalogue)[keyof typeof catalogue];
type KeysOf<T> = T extends unknown ? keyof T & string : never;
type RowNamed<Code extends string> = Tables extends infer T ? (T extends Table ? (Code extends keyof T ? T[Code] : never) : never) : never;

/** Every public code. Codes are permanent: never renamed, never reused. */
export type ProblemCode = KeysOf<Tables>;

/** The sentence of each code in another language than its row's; the compiler lists what is missing. */
export type Sentences<Code extends ProblemCode> = { readonly [C in Code]: (params: ParamsOf<RowNamed<C>>) => Sentence };

/** The row of a code: its severity, its source, its French sentence; nothing for a code that is not one. */
export function rowOf(code: ProblemCode): Row<object>;
export function rowOf(code: string): Row<object> | undefined;
export function rowOf(code: string): Row<object> | undefined {
  return rows.get(code);
}

const rows: ReadonlyMap<string, Row<object>> = new Map(Object.values(catalogue).flatMap((table: Table) => Object.entries(table)));
