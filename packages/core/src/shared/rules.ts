import type { Sentence } from "./language.js";
import type { Path, Problem, Severity, Undecided } from "./problem.js";
import type { SourceId } from "./sources.js";

/** One thing a rule found. `severity` overrides the row's, where a setting or a figure decides. */
export interface Finding<Params extends object> {
  readonly path: Path;
  readonly params: Params;
  readonly severity?: Severity;
}

/** What every public code has: how bad, why, how it is said. */
export interface Row<Params extends object> {
  readonly severity: Severity;
  readonly source: SourceId;
  /** The French sentence; the English one is in `locales/en`. */
  fr(params: Params): Sentence;
}

/** A row that judges a situation by itself. */
export interface Rule<Situation, Params extends object> extends Row<Params> {
  /** Optional parts of the situation without which the rule is undecided. */
  readonly needs?: readonly (keyof Situation & string)[];
  check(situation: Situation): readonly Finding<Params>[];
}

type Optional<Situation> = { [K in keyof Situation]-?: undefined extends Situation[K] ? K : never }[keyof Situation] & string;
type With<Situation, Need extends keyof Situation> = Situation & { [K in Need]-?: NonNullable<Situation[K]> };

/** Makes the `rule` helper of one domain: params are inferred from `check`, and `fr` can use nothing else. */
export function ruleAbout<Situation>() {
  return <Params extends object, Need extends Optional<Situation> = never>(row: {
    readonly severity: Severity;
    readonly source: SourceId;
    readonly needs?: readonly Need[];
    readonly check: (situation: With<Situation, Need>) => readonly Finding<Params>[];
    readonly fr: (params: Params) => Sentence;
  }): Rule<Situation, Params> => row as Rule<Situation, Params>;
}

/** A code that other code raises (a transition, a parse, a right), with the same duties as a rule. */
export function refusal<Params extends object>(row: Row<Params>): Row<Params> {
  return row;
}

export function found<Params extends object>(path: Path, params: Params, severity?: Severity): readonly Finding<Params>[] {
  return [severity === undefined ? { path, params } : { path, params, severity }];
}

export const nothing: readonly never[] = [];

// biome-ignore lint/suspicious/noExplicitAny: the params of a whole table are heterogeneous by nature.
type AnyParams = any;
export type Table = Readonly<Record<string, Row<AnyParams>>>;
export type RuleTable<Situation> = Readonly<Record<string, Rule<Situation, AnyParams>>>;
export type ParamsOf<R> = R extends { fr(params: infer Params): Sentence } ? (Params extends object ? Params : never) : never;

/** The union of a table's problems, told apart by `code`, each with its own params. */
export type ProblemOf<T extends Table> = {
  [Code in keyof T & string]: RaisedBy<T, Code> | Undecided<Code>;
}[keyof T & string];

export type RaisedBy<T extends Table, Code extends keyof T & string> = Problem<Code, ParamsOf<T[Code]>> & {
  readonly severity: Exclude<Severity, "undecided">;
};

/** Turns a table into the function that judges: same order as the rows, nothing thrown, nothing kept. */
export function judgeBy<Situation extends object, T extends RuleTable<Situation>>(
  table: T,
): (situation: Situation) => readonly ProblemOf<T>[] {
  const rows = Object.entries(table) as [string, Rule<Situation, object>][];
  return (situation) => {
    const problems: Problem[] = [];
    for (const [code, rule] of rows) {
      const missing = rule.needs?.filter((need) => situation[need] === undefined) ?? nothing;
      if (missing.length > 0) {
        problems.push({ code, severity: "undecided", path: [], params: { missing } });
        continue;
      }
      for (const finding of rule.check(situation)) {
        problems.push({ code, severity: finding.severity ?? rule.severity, path: finding.path, params: finding.params });
      }
    }
    return problems as readonly Problem[] as readonly ProblemOf<T>[];
  };
}

/** Raises one code of a table by hand, its params checked against the row. */
export function raise<T extends Table, Code extends keyof T & string>(
  table: T,
  code: Code,
  path: Path,
  params: ParamsOf<T[Code]>,
): RaisedBy<T, Code> {
  return { code, severity: (table[code] as Row<object>).severity, path, params } as RaisedBy<T, Code>;
}
