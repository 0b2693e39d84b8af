import { faultOf } from "../tests/core/invoices/billing-cases.js";

/** Billed within what is ordered and proved, credited within what is billed, no half-day twice, no cent lost; in BigInt beside. */
export const cases = 1_000_000;
export const fault = faultOf;
