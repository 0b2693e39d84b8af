import { foremost, type Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import type { JudgedRow } from "./import-entry.js";
import { attendanceImportRules } from "./import-rules.js";
import { told } from "./import-table.js";

/** A row that does not come in, and why. */
export function faulty(line: number, problems: readonly Problem[]): JudgedRow {
  return { line, fate: "faulty", problems: foremost(problems) };
}

/** A problem of one row, under the title of its column. */
export function raised<Code extends keyof typeof attendanceImportRules>(column: string, line: number, code: Code, params: object): Problem {
  return told(raise(attendanceImportRules, code, [], { ...params, line } as never), column, line);
}
