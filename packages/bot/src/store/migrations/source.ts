import { isPostgres } from "../dialect.js";
import type { Knex } from "../driver.js";
import { inPostgresWords } from "../postgres-schema.js";
import * as foundation from "./0001-foundation.js";
import * as chat from "./0002-chat.js";
import * as membership from "./0003-membership.js";
import * as trail from "./0004-trail.js";
import * as access from "./0005-access.js";
import * as planning from "./0006-planning.js";
import * as attendance from "./0007-attendance.js";
import * as invoices from "./0008-invoices.js";
import * as incidents from "./0009-incidents.js";
import * as erasures from "./0010-erasures.js";
import * as purges from "./0011-purges.js";
import * as traineeNames from "./0012-trainee-names.js";

/** Every migration, in order. Imported, not read from a folder: the bot is bundled. A published one never changes. */
const migrations = new Map<string, Written>([
  ["0001-foundation", foundation],
  ["0002-chat", chat],
  ["0003-membership", membership],
  ["0004-trail", trail],
  ["0005-access", access],
  ["0006-planning", planning],
  ["0007-attendance", attendance],
  ["0008-invoices", invoices],
  ["0009-incidents", incidents],
  ["0010-erasures", erasures],
  ["0011-purges", purges],
  ["0012-trainee-names", traineeNames],
]);

export const migrationNames: ReadonlySet<string> = new Set(migrations.keys());

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => [...migrations.keys()],
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations.get(name);
    if (migration === undefined) throw new Error(`There is no migration ${name}`);
    return inWordsOf(migration);
  },
};

interface Written extends Required<Pick<Knex.Migration, "up" | "down">> {
  /** Reads and writes rows, once the schema is there. */
  readonly fill?: (trx: Knex) => Promise<void>;
}

/** Migrations are written once, in SQLite's words: their `up` and `down` run statements, and nothing else. */
function inWordsOf({ up, down, fill }: Written): Knex.Migration {
  const within = (trx: Knex) => (isPostgres(trx) ? (inPostgresWords(trx) as Knex) : trx);
  return {
    up: async (trx) => {
      await up(within(trx));
      await fill?.(trx);
    },
    down: (trx) => down(within(trx)),
  };
}
