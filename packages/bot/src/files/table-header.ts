import { excerpt, failure, fold, holdsNir, identifierRules, type Problem, type Result, raise, success, tableRules } from "@kairos/core";

/** A column under the names that people may give it, the first one ours. */
export interface ColumnNames {
  readonly key: string;
  readonly names: readonly string[];
  readonly required?: boolean;
}

export interface Header {
  /** The column of each cell, nothing for one that is not read. */
  readonly keys: readonly (string | undefined)[];
  /** As they are written, up to the last one that is. */
  readonly titles: readonly string[];
  readonly remarks: readonly Problem[];
}

/** Reads the titles of a table, whatever their case, their accents and, where it leaves no doubt, their end. */
export function readHeader(cells: readonly string[], columns: readonly ColumnNames[]): Result<Header> {
  if (cells.some(holdsNir)) return failure(unspeakable());
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  const titles = cells.slice(0, last + 1).map((cell) => excerpt(cell, 60));
  const keys = titles.map((title) => columnNamed(title, columns)?.key);
  if (keys.every((key) => key === undefined)) {
    const found = titles.join(" ");
    return failure(holdsNir(found) ? unspeakable() : raise(tableRules, "table.header-missing", [], { found: excerpt(found, 80) }));
  }
  const problems: Problem[] = [];
  for (const { key, names } of columns) {
    const same = titles.filter((_, index) => keys[index] === key);
    const params = { column: names[0] ?? key, titles: same.join(", ") };
    if (same.length > 1) problems.push(raise(tableRules, "table.column-twice", [], params));
  }
  const missing = columns.filter(({ key, required }) => required === true && !keys.includes(key));
  if (missing.length > 0) {
    problems.push(raise(tableRules, "table.column-missing", [], { columns: missing.map(({ key, names }) => names[0] ?? key) }));
  }
  if (problems.length > 0) return { ok: false, problems };
  const unknown = titles.filter((title, index) => keys[index] === undefined && title !== "");
  const remarks = unknown.length === 0 ? [] : [raise(tableRules, "table.column-unknown", [], { titles: excerpt(unknown.join(", "), 200) })];
  return success({ keys, titles, remarks });
}

/** A social security number among the titles is not shown back. */
function unspeakable(): Problem {
  return { ...raise(identifierRules, "id.nir-detected", [], {}), params: { line: 1 } };
}

function columnNamed(title: string, columns: readonly ColumnNames[]): ColumnNames | undefined {
  const plain = plainName(title);
  if (plain === "") return undefined;
  const exact = columns.find(({ names }) => names.some((name) => plainName(name) === plain));
  if (exact !== undefined || plain.length < 3) return exact;
  const begun = columns.filter(({ names }) => names.some((name) => plainName(name).startsWith(plain)));
  return begun.length === 1 ? begun[0] : undefined;
}

/** `Date de début` is `date de debut`; `N° Carif` is `n carif`. */
function plainName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
