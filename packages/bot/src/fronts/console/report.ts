import { type Language, say } from "@kairos/core";
import { findingOf } from "../shared/say-answer.js";
import type { Performed } from "./desk.js";
import { exitCodeOf } from "./exit-codes.js";

/** What `--json` prints: stable codes and raw values, with the words beside them. */
export interface Report {
  readonly command: string | undefined;
  readonly outcome: string;
  readonly exitCode: number;
  readonly trace: string;
  readonly title?: string;
  readonly lines: readonly { readonly tone: string; readonly text: string }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly problems: readonly ReportedProblem[];
  readonly next: readonly { readonly text: string; readonly command?: string }[];
  readonly documents: readonly string[];
  readonly data?: unknown;
}

export interface ReportedProblem {
  readonly code: string;
  readonly severity: string;
  readonly path: readonly (string | number)[];
  readonly params: object;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
  /** The command that mends it, ready to run. */
  readonly remedy?: string;
}

export function reportOf({ path, answer, written }: Performed, language: Language): Report {
  const { reply } = answer;
  const about = reply.trace?.object;
  return {
    command: path,
    outcome: answer.outcome,
    exitCode: exitCodeOf(answer),
    trace: answer.trace,
    ...(reply.title === undefined ? {} : { title: reply.title[language] }),
    lines: (reply.lines ?? []).map(({ tone, text }) => ({ tone, text: text[language] })),
    fields: (reply.fields ?? []).map(({ name, value }) => ({ name: name[language], value: value[language] })),
    ...(reply.table === undefined
      ? {}
      : {
          table: {
            columns: reply.table.columns.map((label) => label[language]),
            rows: reply.table.rows.map((row) => row.map((label) => label[language])),
          },
        }),
    problems: (reply.problems ?? []).map((problem) => {
      const command = findingOf(problem, about, language).mend?.command;
      const { code, severity, path: place, params } = problem;
      return { code, severity, path: place, params, ...say(problem, language), ...(command === undefined ? {} : { remedy: command }) };
    }),
    next: (reply.next ?? []).map(({ text, command }) => ({ text: text[language], ...(command === undefined ? {} : { command }) })),
    documents: written,
    ...(reply.data === undefined ? {} : { data: reply.data }),
  };
}
