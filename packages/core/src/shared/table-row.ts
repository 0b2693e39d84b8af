import type { Problem } from "./problem.js";

/** One row of a table, its cells by the names of their columns, without the empty ones. */
export interface TableRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** What is wrong with a cell, whatever it stands for. */
  readonly problems: readonly Problem[];
}
