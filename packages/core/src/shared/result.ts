import type { Problem } from "./problem.js";

/** Either a value or the problems that refused it. Expected refusals come back; only bugs are thrown. */
export type Result<Value, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly P[] };

export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failure<P extends Problem>(...problems: P[]): { readonly ok: false; readonly problems: readonly P[] } {
  return { ok: false, problems };
}
