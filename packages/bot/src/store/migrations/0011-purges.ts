import type { Knex } from "../driver.js";

/** What was erased and may still be read in the free space of the database. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table purges_owed");
}

const statements = [
  "create table purges_owed (id text not null primary key)",
  // An erasure made before this was noted elsewhere.
  "insert into purges_owed (id) select min(id) from erasures having count(*) > 0",
];
