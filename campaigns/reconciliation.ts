import { faultOf } from "../tests/core/attendance/reconciliation-cases.js";

/** Every minute of every source is in the totals once, in whatever order it comes, and a slow way agrees. */
export const cases = 1_000_000;
export const fault = faultOf;
