import { attachmentKindLabels, excerpt, fold, formatDay, fullName, profiles, quoteStatuses, quoteStatusLabels } from "@kairos/core";
import type * as z from "zod";
import type { ReferenceKind } from "../options.js";
import { decode, type Kind } from "./aggregates.js";
import { attachmentKind } from "./attachments.js";
import type { Knex } from "./driver.js";
import { grantKind } from "./grants.js";
import { anywhere, within, wordsOf } from "./queries.js";
import { quoteKind } from "./quotes.js";
import { sessionKind } from "./sessions.js";
import type { Scope, Suggestion } from "./store.js";
import { templateKind } from "./templates.js";
import { traineeKind } from "./trainees.js";

const most = 25;

/**
 * References that match what is typed: those that begin so, then those whose words hold every word typed. The second
 * search walks an index that holds all it compares, so that it stays quick on a large table.
 */
export async function suggestIn(
  trx: Knex.Transaction,
  {
    workspace,
    scope,
    kind,
    typed,
  }: { readonly workspace: string; readonly scope: Scope; readonly kind: ReferenceKind; readonly typed: string },
): Promise<readonly Suggestion[]> {
  const text = legible(typed);
  if (scope.length === 0 || (fold(text) === "" && typed.trim() !== "")) return [];
  const { table, key, limited, also, newestFirst, label } = sources[kind];
  const rows = (): Knex.QueryBuilder =>
    within(trx(table).where({ workspace }), limited ? scope : "all")
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
  const chosen = found.slice(0, most);
  return Promise.all(chosen.map(async (row) => ({ value: row.key, label: excerpt(await label(row, trx, workspace), 100) })));
}

/** Without the signs nobody sees: SQLite takes a NUL for the end of a text, and would find everything. */
function legible(typed: string): string {
  return typed.slice(0, 100).replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ");
}

interface Row {
  readonly key: string;
  readonly data: string;
  readonly name: string;
}

interface Source {
  readonly table: string;
  readonly key: string;
  /** Does a row belong to an establishment. */
  readonly limited: boolean;
  /** Numbers grow: the last reference is the newest. */
  readonly newestFirst: boolean;
  /** Other columns that a word may be found in. */
  readonly also?: (either: Knex.QueryBuilder, word: string, trx: Knex.Transaction, workspace: string) => unknown;
  readonly label: (row: Row, trx: Knex.Transaction, workspace: string) => string | Promise<string>;
}

function numbered<Schema extends z.core.$ZodType>(
  kind: Kind<Schema>,
  label: (value: z.output<Schema>) => string,
  also?: Source["also"],
): Source {
  const { table, key } = kind;
  return { table, key, limited: true, newestFirst: true, label: (row) => label(decode(kind, row)), ...(also !== undefined && { also }) };
}

const sources: Readonly<Record<ReferenceKind, Source>> = {
  quote: numbered(
    quoteKind,
    ({ reference, title, status }) => join(reference, title, quoteStatusLabels[status].fr),
    (either, word) => {
      either.orWhereIn(
        "status",
        quoteStatuses.filter((status) => fold(quoteStatusLabels[status].fr).includes(word)),
      );
    },
  ),
  session: numbered(sessionKind, ({ reference, title, startsOn }) => join(reference, title, formatDay(startsOn))),
  trainee: numbered(traineeKind, (trainee) => join(trainee.id, fullName(trainee))),
  template: { ...numbered(templateKind, ({ name, title }) => join(name, title)), newestFirst: false },
  person: {
    table: "people",
    key: "id",
    limited: false,
    newestFirst: false,
    also: (either, word) => either.orWhereRaw("id like ? escape '!'", [anywhere(word)]),
    label: ({ key, name }) => (key === name ? name : join(name, key)),
  },
  grant: {
    ...numbered(grantKind, () => ""),
    also: (either, word, trx, workspace) => {
      const named = trx("people")
        .where({ workspace })
        .whereRaw("search like ? escape '!'", [anywhere(word)])
        .select("id");
      either.orWhereIn("person", named);
    },
    label: async (row, trx, workspace) => {
      const { id, person, profile, revokedOn } = decode(grantKind, row);
      const known: { name: string } | undefined = await trx("people").where({ workspace, id: person }).first("name");
      return join(id, known?.name ?? person, profiles[profile].label.fr, revokedOn && "retirée");
    },
  },
  attachment: numbered(attachmentKind, ({ id, object, kind, fileName, removedOn }) =>
    join(id, object, attachmentKindLabels[kind].fr, fileName, removedOn && "retirée"),
  ),
};

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}
