import type { Knex } from "../driver.js";

/** The path of each establishment to the portal. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table memberships");
}

const statements = [
  `create table memberships (
    workspace text not null check (length(workspace) between 1 and 80),
    siret text not null check (length(siret) = 14),
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}'),
    primary key (workspace, siret))`,
  "create index memberships_position on memberships (workspace, position)",
];
