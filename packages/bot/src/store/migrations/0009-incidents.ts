import type { Knex } from "../driver.js";

/** What people reported of the portal, until it was solved. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop table incidents");
}

const statements = [
  `create table incidents (
    workspace text not null check (length(workspace) between 1 and 80),
    siret text not null check (length(siret) = 14),
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}'),
    reference text not null,
    status text not null,
    symptom text not null,
    reporter text not null,
    reported_at text not null,
    primary key (workspace, reference))`,
  "create index incidents_position on incidents (workspace, position)",
  "create index incidents_symptom on incidents (workspace, symptom, reported_at)",
];
