import { readFileSync } from "node:fs";
import ts from "typescript";

/** What a module gives, types too: `absenceReasons`, `type Absence`. */
export function exportsOf(module: URL): ReadonlySet<string> {
  const given = new Set<string>();
  for (const statement of ts.createSourceFile(module.pathname, readFileSync(module, "utf8"), ts.ScriptTarget.ES2022).statements) {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, isTypeOnly, moduleSpecifier } = statement;
      if (exportClause === undefined && moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)) {
        for (const name of exportsOf(new URL(moduleSpecifier.text.replace(/\.js$/, ".ts"), module))) given.add(name);
      } else if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
        for (const one of exportClause.elements) given.add(`${isTypeOnly || one.isTypeOnly ? "type " : ""}${one.name.text}`);
      } else throw new Error(`${module.pathname}: ${exportClause?.kind}`);
    } else if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      if (!ts.isVariableStatement(statement)) throw new Error(`${module.pathname} exports something else than a constant`);
      for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) given.add(name.text);
    }
  }
  return given;
}

/** One line for each name, with the paths of the package that give it: `type Quote . quotes`. */
export function writeExports(paths: ReadonlyMap<string, ReadonlySet<string>>): string {
  const places = new Map<string, string[]>();
  for (const [path, names] of paths) for (const name of names) places.set(name, [...(places.get(name) ?? []), path]);
  const lines = [...places].map(([name, given]) => `${name} ${given.sort().join(" ")}\n`);
  return lines.sort(byName).join("");
}

export function readExports(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  for (const [, name = "", places = ""] of text.matchAll(/^((?:type )?\S+) (.+)$/gm)) {
    for (const path of places.split(" ")) paths.set(path, (paths.get(path) ?? new Set()).add(name));
  }
  return paths;
}

function byName(a: string, b: string): number {
  const [one, other] = [a.replace("type ", ""), b.replace("type ", "")];
  return one === other ? 0 : one < other ? -1 : 1;
}
