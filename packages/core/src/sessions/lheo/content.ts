/** What an element may hold, as the schema says it. */
export type Content =
  | { readonly kind: "children"; readonly of: readonly Occurrence[]; readonly places: ReadonlyMap<string, number> }
  | { readonly kind: "text"; readonly least: number; readonly most: number; readonly attribute?: string }
  | { readonly kind: "code"; readonly table: CodeTable }
  | { readonly kind: "number"; readonly least: number; readonly most: number }
  | { readonly kind: "day" };

export interface Occurrence {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** Children in their order: `name`, `name?` at most once, `name+` at least once, `name*` as many as one likes, `name{1,10}`. */
export function children(model: string): Content {
  const of = model.trim().split(/\s+/).map(occurrence);
  return { kind: "children", of, places: new Map(of.map(({ name }, place) => [name, place])) };
}

/** A text of so many characters; `attribute` must be there too. */
export function text(least: number, most: number, attribute?: string): Content {
  return { kind: "text", least, most, ...(attribute !== undefined && { attribute }) };
}

export function code(table: CodeTable): Content {
  return { kind: "code", table };
}

export function number(least: number, most: number): Content {
  return { kind: "number", least, most };
}

/** `AAAAMMJJ`, of which zeros are what nobody knows. */
export function day(): Content {
  return { kind: "day" };
}

/** The code tables of LHEO, codes alone. 2.2 had fewer funders and levels. */
const tables = {
  boolean: range(0, 1),
  "modalites-enseignement": range(0, 2),
  "modalites-es": range(0, 1),
  "etat-recrutement": range(1, 3),
  AIS: range(1, 9),
  "perimetre-recrutement": range(0, 6),
  financeurs: range(0, 20),
  "type-contact": range(0, 14),
  "type-parcours": range(1, 4),
  "type-positionnement": range(1, 2),
  "type-module": range(0, 2),
  "modalite-recrutement": range(0, 9),
  "type-enseignement": range(1, 10),
  "type-equipement": range(0, 11),
  "type-validation-blocs": range(0, 2),
  "type-alternance": range(0, 2),
  "unite-rythme": range(0, 4),
  "type-cycle": range(0, 1),
  niveaux: [...range(0, 8), ...range(11, 18)],
};
export type CodeTable = keyof typeof tables;

export type LheoVersion = "2.3" | "2.2";

export function codesOf(table: CodeTable, version: LheoVersion): readonly string[] {
  return codes[version][table];
}

const codes: Readonly<Record<LheoVersion, Readonly<Record<CodeTable, readonly string[]>>>> = {
  "2.3": codesUpTo({}),
  "2.2": codesUpTo({ financeurs: 17, niveaux: 8 }),
};

function codesUpTo(last: Partial<Readonly<Record<CodeTable, number>>>): Readonly<Record<CodeTable, readonly string[]>> {
  const kept = Object.entries(tables).map(([table, all]) => {
    const most = last[table as CodeTable] ?? Number.POSITIVE_INFINITY;
    return [table, all.filter((code) => code <= most).map(String)];
  });
  return Object.fromEntries(kept);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const oftens: Readonly<Record<string, readonly [number, number]>> = {
  "": [1, 1],
  "?": [0, 1],
  "*": [0, Number.POSITIVE_INFINITY],
  "+": [1, Number.POSITIVE_INFINITY],
};

function occurrence(written: string): Occurrence {
  const [, name = "", sign = "", least, most] = /^([\w-]+)([?*+]?)(?:\{(\d+),(\d+)\})?$/.exec(written) ?? [];
  const [from, to] = least === undefined ? (oftens[sign] ?? [1, 1]) : [Number(least), Number(most)];
  return { name, least: from, most: to };
}
