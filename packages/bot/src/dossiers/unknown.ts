import { failure, inputRules, type Problem, type Result, raise } from "@kairos/core";
import type { ReferenceKind } from "../option.js";

type Named = ReferenceKind | "version";

/** Nothing of that name is kept, or not where the asker may look. `option` says which one named it, in French. */
export function unknownReference(kind: Named, option: string, reference: string): Problem {
  return raise(inputRules, "input.unknown-reference", [option], { kind, reference: reference.slice(0, 80) });
}

export function unknown(kind: Named, option: string, reference: string): Result<never, Problem> {
  return failure(unknownReference(kind, option, reference));
}
