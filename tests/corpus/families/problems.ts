import type { Problem } from "@kairos/core";

/** What an act or a reading finds wrong; nothing when it succeeds. */
export function problemsOf(
  result: { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] },
): readonly Problem[] {
  return result.ok ? [] : result.problems;
}
