import type { Problem } from "@kairos/core";

/** What was judged, by its name, and all that was found of it: whole problems, so that a cent, a day or a severity that moves is seen. */
export type Judged = readonly [name: string, problems: readonly Pick<Problem, "code" | "severity" | "path" | "params">[]];

/** A page of findings, one block for each thing that was judged. */
export function findingsPage(judged: readonly Judged[]): string {
  const blocks = judged.map(([name, problems]) => [name, ...(problems.length === 0 ? ["  –"] : problems.map(line))].join("\n"));
  return `${blocks.join("\n")}\n`;
}

function line({ code, severity, path, params }: Judged[1][number]): string {
  return `  ${severity} ${code} ${path.join(".") || "–"} ${JSON.stringify(params)}`;
}
