/** How bad a finding is. `undecided`: the data that would decide is missing, so nothing is held against the dossier. */
export type Severity = "error" | "warning" | "notice" | "undecided";

/** Where in the checked document, as `["lines", 2, "amountCents"]`. */
export type Path = readonly (string | number)[];

/** What is wrong, as plain JSON. The sentence lives elsewhere: see `say`. */
export interface Problem<Code extends string = string, Params extends object = object> {
  readonly code: Code;
  readonly severity: Severity;
  readonly path: Path;
  readonly params: Params;
}

/** A rule that could not be applied, and the parts of the situation it waits for. */
export interface Undecided<Code extends string = string> extends Problem<Code, { readonly missing: readonly string[] }> {
  readonly severity: "undecided";
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The first problems of one entry, what blocks before the rest: beyond them, nobody reads and the memory fills. */
export function foremost(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const blocking = problems.filter(({ severity }) => severity === "error").slice(0, mostProblems);
  const others = problems.filter(({ severity }) => severity !== "error").slice(0, mostProblems - blocking.length);
  return [...blocking, ...others];
}

const mostProblems = 20;
