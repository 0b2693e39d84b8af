import type * as z from "zod/mini";
import { identifierRules } from "./identifier-rules.js";
import { inputRules } from "./input-rules.js";
import { findNir } from "./personal-data.js";
import type { Path, Problem } from "./problem.js";
import { failure, type Result, success } from "./result.js";
import { raise, type Table } from "./rules.js";
import { enumerate, excerpt } from "./text.js";

/**
 * Reads an unknown value through a schema. Never throws: what is wrong comes back as problems with their paths, and a
 * social security number anywhere refuses the whole.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): Result<z.output<Schema>> {
  const nir = findNir(input);
  if (nir !== undefined) return failure(raise(identifierRules as Table, "id.nir-detected", nir, {}));
  const parsed = schema.safeParse(input);
  if (parsed.success) return success(parsed.data);
  // Not `failure(…)`: an argument for each of hundreds of thousands of problems would overflow the stack.
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, input)) };
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly Problem[] {
  const path = issue.path.filter((key) => typeof key !== "symbol");
  const value = at(input, path);
  switch (issue.code) {
    case "custom":
      return [customProblem(issue.params, path)];
    case "invalid_type":
      return [value === undefined ? raise(inputRules, "input.missing", path, {}) : wrongType(path, issue.expected, value)];
    case "invalid_value":
      if (value === undefined) return [raise(inputRules, "input.missing", path, {})];
      return [raise(inputRules, "input.unknown-value", path, { value: quoted(value), allowed: enumerate(issue.values.map(String)) })];
    case "too_big":
      return [
        isSized(issue)
          ? raise(inputRules, "input.too-long", path, { most: Number(issue.maximum) })
          : outOfRange(path, { most: issue.maximum }),
      ];
    case "too_small":
      return [
        isSized(issue)
          ? raise(inputRules, "input.too-short", path, { least: Number(issue.minimum) })
          : outOfRange(path, { least: issue.minimum }),
      ];
    case "unrecognized_keys":
      return [raise(inputRules, "input.unknown-field", path, { fields: enumerate(issue.keys.map((key) => excerpt(key))) })];
    case "invalid_format":
      return [
        issue.format === "date"
          ? raise(inputRules, "input.not-a-date", path, { value: quoted(value) })
          : raise(inputRules, "input.malformed", path, {}),
      ];
    default:
      return [raise(inputRules, "input.malformed", path, {})];
  }
}

function customProblem(raw: Record<string, unknown> | undefined, path: Path): Problem {
  const named = raw as { code?: string; severity?: "error" | "warning"; params?: object } | undefined;
  if (named?.code === undefined) return raise(inputRules, "input.malformed", path, {});
  return { code: named.code, severity: named.severity ?? "error", path, params: named.params ?? {} };
}

function wrongType(path: Path, expected: string, value: unknown): Problem {
  return raise(inputRules, "input.wrong-type", path, { expected, received: typeOf(value) });
}

/** Texts and lists have a size; numbers a value. */
function isSized({ origin }: { readonly origin: string }): boolean {
  return origin !== "number" && origin !== "int";
}

/** The bounds of what a machine can count are no limit worth telling. */
function outOfRange(path: Path, limits: { least: number | bigint } | { most: number | bigint }): Problem {
  const worthTelling = Object.entries(limits).filter(([, limit]) => Math.abs(Number(limit)) < Number.MAX_SAFE_INTEGER);
  return raise(inputRules, "input.out-of-range", path, Object.fromEntries(worthTelling));
}

function at(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function quoted(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? excerpt(String(value)) : typeOf(value);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (Number.isNaN(value)) return "unreadable-number";
  return typeof value;
}
