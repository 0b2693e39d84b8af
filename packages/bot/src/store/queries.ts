import { fold } from "@kairos/core";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import type { Scope } from "./store.js";

/** Keeps the rows of the establishments in scope. */
export function within<Query extends Knex.QueryBuilder>(query: Query, scope: Scope, column = "siret"): Query {
  if (scope !== "all") query.whereIn(column, scope);
  return query;
}

/** Keeps the rows whose `search` holds every word. */
export function holding<Query extends Knex.QueryBuilder>(query: Query, text: string | undefined): Query {
  for (const word of wordsOf(text ?? "")) query.whereRaw("search like ? escape '!'", [anywhere(word)]);
  return query;
}

/** Newest first, at most so many. */
export function latest<Query extends Knex.QueryBuilder>(query: Query, limit: number | undefined): Query {
  query.orderBy("position", "desc");
  if (limit !== undefined) query.limit(limit);
  return query;
}

/** The folded words of what somebody typed; a dozen is more than anybody types. */
export function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, 200))
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 12);
}

/** A `like … escape '!'` pattern that finds a text anywhere, whatever it holds. */
export function anywhere(text: string): string {
  return `%${text.replace(/[!%_]/g, "!$&")}%`;
}

/** Keeps the rows whose column is one of many values, which are one binding: their number never makes another statement. */
export function among<Query extends Knex.QueryBuilder>(query: Query, column: string, values: readonly string[]): Query {
  query.whereRaw(`?? in (${dialectOf(query).texts})`, [column, JSON.stringify(values)]);
  return query;
}
