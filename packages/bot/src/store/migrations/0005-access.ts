import type { Knex } from "../driver.js";

/** Profiles a provider makes, what is declared of accounts, and the reviews of access grants. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const table of ["access_reviews", "accounts", "own_profiles"]) await trx.raw(`drop table ${table}`);
}

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";
const aggregate = `${workspace},
    siret text not null check (length(siret) = 14),
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}')`;

const statements = [
  `create table own_profiles (${aggregate},
    id text not null,
    primary key (workspace, id))`,
  "create index own_profiles_position on own_profiles (workspace, position)",
  "create index own_profiles_search on own_profiles (workspace, search, siret)",

  `create table accounts (
    ${workspace},
    person text not null,
    data text not null check (data like '{%}'),
    primary key (workspace, person))`,

  `create table access_reviews (${aggregate},
    id text not null,
    primary key (workspace, id))`,
  "create index access_reviews_position on access_reviews (workspace, position)",
  "create index access_reviews_search on access_reviews (workspace, search, siret)",
];
