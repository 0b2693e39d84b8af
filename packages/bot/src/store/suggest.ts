import { excerpt, fold } from "@kairos/core";
import type { Choice } from "../option.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { anywhere, within, wordsOf } from "./queries.js";
import type { Suggestion, SuggestionQuery } from "./store.js";
import { type Row, sources } from "./suggest-sources.js";

const most = 25;
/** Letters of a label: the front that shows it cuts it to its own width. */
const longest = 400;

/**
 * References that match what is typed: those that begin so, then those whose words hold every word typed. The second
 * search walks an index that holds all it compares, so that it stays quick on a large table.
 */
export async function suggestIn(
  trx: Knex.Transaction,
  { workspace, scope, kind, typed, language = "fr" }: SuggestionQuery,
): Promise<readonly Suggestion[]> {
  const text = legible(typed);
  if (scope.length === 0 || (fold(text) === "" && typed.trim() !== "")) return [];
  const { table, key, limited, gone, also, newestFirst, label, fixed = [] } = sources[kind];
  const rows = (): Knex.QueryBuilder =>
    within(trx(table).where({ workspace }), limited ? scope : "all")
      .modify((standing) => {
        if (gone !== undefined) standing.whereRaw(`${dialectOf(trx).field("data", gone)} is null`);
      })
      .orderBy("search", newestFirst ? "desc" : "asc")
      .limit(most)
      .select(limited ? ["data", { key }] : ["name", { key }]);
  const start = fold(text);
  const found: Row[] = await rows().where("search", ">=", start).where("search", "<=", `${start}\u{10ffff}`);
  if (found.length < most) {
    const others = rows().whereNotIn(
      key,
      found.map((row) => row.key),
    );
    for (const word of wordsOf(text)) {
      others.where((either) => {
        either.whereRaw("search like ? escape '!'", [anywhere(word)]);
        also?.(either, word, trx, workspace);
      });
    }
    found.push(...(await others));
  }
  const shown = async (row: Row) => excerpt(await label(row, { trx, workspace, language }), longest);
  const ours = fixed.filter((choice) => wordsOf(text).every((word) => holdsWord(choice, word)));
  return [
    ...ours.map(({ label }) => ({ value: fold(label[language]).replace(/[^a-z0-9]+/g, "-"), label: label[language] })),
    ...(await Promise.all(found.map(async (row) => ({ value: row.key, label: await shown(row) })))),
  ].slice(0, most);
}

function holdsWord({ value, label }: Choice, word: string): boolean {
  return [value, label.fr, label.en].some((name) => fold(name).includes(word));
}

/** Without the signs nobody sees: SQLite takes a NUL for the end of a text, and would find everything. */
function legible(typed: string): string {
  return typed.slice(0, 100).replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ");
}
