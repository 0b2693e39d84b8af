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
} from "../attendance/index.js";
import { attendanceImportEnglish } from "../locales/en/attendance-import.js";
import { attendanceRecordsEnglish } from "../locales/en/attendance-records.js";
import { certificatesEnglish } from "../locales/en/certificates.js";
import { monthsEnglish } from "../locales/en/months.js";
import { movementsEnglish } from "../locales/en/movements.js";
import { reconciliationEnglish } from "../locales/en/reconciliation.js";
import { sheetsEnglish } from "../locales/en/sheets.js";
import { signingEnglish } from "../locales/en/signing.js";
import { sayOf } from "./common.js";

export * from "../attendance/index.js";
export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export { type Session, type SessionInput, sessionSchema, type Trainee, type TraineeInput, traineeSchema } from "../sessions/index.js";
export * from "./common-names.js";

/** A problem of attendance in words. */
export const say = sayOf(
  [
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
  ],
  {
    ...attendanceImportEnglish,
    ...attendanceRecordsEnglish,
    ...certificatesEnglish,
    ...monthsEnglish,
    ...movementsEnglish,
    ...reconciliationEnglish,
    ...sheetsEnglish,
    ...signingEnglish,
  },
);
