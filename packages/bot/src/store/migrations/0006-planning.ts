import type { Knex } from "../driver.js";

/** Courses, the half-days of sessions, appointments, what keeps people and rooms, and the files that were brought in. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const table of ["imports", "bookings", "working_hours", "appointments", "schedules", "courses"])
    await trx.raw(`drop table ${table}`);
}

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";
const siret = "siret text not null check (length(siret) = 14)";
const aggregate = `${workspace},
    ${siret},
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}')`;

/** A table of aggregates under their references, with the indexes that lists and completion walk. */
function shelfOf(table: string, key: string, columns = ""): readonly string[] {
  return [
    `create table ${table} (${aggregate},
    ${key} text not null,${columns}
    primary key (workspace, ${key}))`,
    `create index ${table}_position on ${table} (workspace, position)`,
    `create index ${table}_search on ${table} (workspace, search, siret)`,
  ];
}

const statements = [
  ...shelfOf("courses", "reference"),
  ...shelfOf("schedules", "session_reference"),
  ...shelfOf(
    "appointments",
    "reference",
    `
    status text not null,
    session_reference text,
    starts_at text not null,
    ends_at text not null,`,
  ),
  "create index appointments_starts_at on appointments (workspace, starts_at, ends_at, siret)",
  "create index appointments_session on appointments (workspace, session_reference)",
  ...shelfOf("working_hours", "id"),
  ...shelfOf("imports", "reference"),

  // Derived from schedules and appointments, in the same transaction: one row for each resource that something keeps.
  `create table bookings (
    ${workspace},
    resource text not null,
    starts_at text not null,
    ends_at text not null check (ends_at > starts_at),
    kind text not null check (kind in ('session', 'appointment')),
    reference text not null,
    ${siret},
    primary key (workspace, resource, starts_at, kind, reference)) without rowid`,
  "create index bookings_owner on bookings (workspace, kind, reference)",
  "create index bookings_ends_at on bookings (workspace, kind, ends_at)",
];
