import { failure, inputRules, type Problem, type Result, raise } from "@kairos/core";
import type { ReferenceKind } from "../options.js";

/** Nothing of that name is kept, or not where the asker may look. `option` says which one named it. */
export function unknown(kind: ReferenceKind, option: string, reference: string): Result<never, Problem> {
  return failure(raise(inputRules, "input.unknown-reference", [option], { kind, reference }));
}
