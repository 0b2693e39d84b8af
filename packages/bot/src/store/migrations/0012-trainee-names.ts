import type { Knex } from "../driver.js";
import { keepNamesOf, readTrainees } from "../trainee-names.js";

/** By which words a text names a trainee: looked up, where reading every trainee took longer with each of them. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

/** Those who are there already. */
export async function fill(trx: Knex): Promise<void> {
  for (const { workspace, trainee } of await readTrainees(trx)) await keepNamesOf(trx, workspace, trainee);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table trainee_names");
}

const statements = [
  `create table trainee_names (
    workspace text not null check (length(workspace) between 1 and 80),
    siret text not null check (length(siret) = 14),
    word text not null,
    part text not null check (part in ('family', 'given')),
    trainee_id text not null,
    primary key (workspace, word, part, trainee_id))`,
  "create index trainee_names_trainee on trainee_names (workspace, trainee_id)",
];
