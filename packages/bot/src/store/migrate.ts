import { isPostgres } from "./dialect.js";
import type { Knex } from "./driver.js";
import * as file from "./driver.js";
import { migrationNames, migrationSource } from "./migrations/source.js";
import * as server from "./postgres-schema.js";

/** Brings the schema up to date. One process does it while the others wait; all or nothing is applied. */
export async function migrate(base: Knex): Promise<void> {
  const { claimSchema, isOurs } = isPostgres(base) ? server : file;
  if (!(await isOurs(base)))
    throw new Error(`This ${isPostgres(base) ? "database" : "file"} belongs to another application: give Kairos one of its own`);
  await base.transaction(async (trx) => {
    await claimSchema(trx);
    const newer = (await applied(trx)).filter((name) => !migrationNames.has(name));
    if (newer.length > 0)
      throw new Error(`This database was written by a newer Kairos (${newer.join(", ")}): update Kairos, nothing was changed`);
    await trx.migrate.latest({ migrationSource, tableName: table });
  });
}

const table = "migrations";

async function applied(trx: Knex.Transaction): Promise<readonly string[]> {
  if (!(await trx.schema.hasTable(table))) return [];
  return trx(table).orderBy("id").pluck("name");
}
