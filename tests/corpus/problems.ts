import type { Problem } from "@kairos/core";

/** What a reading or a transition answers that refuses; nothing when it does not. */
export function problemsOf(result: { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] }) {
  return result.ok ? [] : result.problems;
}
