import type { Knex } from "../driver.js";

/** Whose data was erased, and what the law still keeps of it. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table erasures");
}

const statements = [
  `create table erasures (
    workspace text not null check (length(workspace) between 1 and 80),
    siret text not null check (length(siret) = 14),
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}'),
    id text not null,
    primary key (workspace, id))`,
  "create index erasures_position on erasures (workspace, position)",
];
