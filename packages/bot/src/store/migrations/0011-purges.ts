import type { Knex } from "../driver.js";

/** What was erased and may still be read in the free space of the database. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table purges_owed");
}

const statements = [
  `create table purges_owed (
    workspace text not null check (length(workspace) between 1 and 80),
    id text not null,
    primary key (workspace, id))`,
  // An erasure made before this was noted elsewhere.
  "insert into purges_owed (workspace, id) select workspace, min(id) from erasures group by workspace",
];
