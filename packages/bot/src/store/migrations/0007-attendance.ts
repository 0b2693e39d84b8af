import type { Knex } from "../driver.js";

/** Who trains in which session, what became of each half-day, who signed, what was declared, and what is under way. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const table of tables) await trx.raw(`drop table ${table}`);
  await trx.raw("drop index trainees_person");
  await trx.raw("alter table trainees drop column person");
}

const tables = [
  "works",
  "desk_keys",
  "movements",
  "attendance_claims",
  "attendance_months",
  "attendance_sheets",
  "sign_ins",
  "attendance_history",
  "attendance",
  "enrolments",
];

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";
const siret = "siret text not null check (length(siret) = 14)";
const aggregate = `${workspace},
    ${siret},
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}')`;
/** A half-day of a trainee in a session. */
const slot = `session_reference text not null,
    trainee_id text not null,
    day text not null check (length(day) = 10),
    half text not null check (half in ('morning', 'afternoon', 'evening'))`;

function shelfOf(table: string, key: string, columns = ""): readonly string[] {
  return [
    `create table ${table} (${aggregate},
    ${key} text not null,${columns}
    primary key (workspace, ${key}))`,
    `create index ${table}_position on ${table} (workspace, position)`,
  ];
}

const ofSession = `
    session_reference text not null,
    trainee_id text not null,`;

const statements = [
  "alter table trainees add column person text",
  "create index trainees_person on trainees (workspace, person)",
  ...shelfOf("enrolments", "id", ofSession),
  "create index enrolments_session on enrolments (workspace, session_reference)",
  "create index enrolments_trainee on enrolments (workspace, trainee_id)",

  // Facts by the thousand: columns, not JSON. `version` counts what was entered for the half-day.
  `create table attendance (
    ${workspace},
    ${siret},
    ${slot},
    status text not null,
    late_minutes integer,
    early_minutes integer,
    reason text,
    document text,
    evidence text,
    source text not null,
    recorded_by text not null,
    recorded_at text not null,
    version integer not null check (version >= 1),
    primary key (workspace, session_reference, day, half, trainee_id)) without rowid`,
  "create index attendance_trainee on attendance (workspace, trainee_id, day)",
  // What each fact said before it was changed.
  `create table attendance_history (
    ${workspace},
    ${siret},
    ${slot},
    version integer not null check (version >= 1),
    former text not null check (former like '{%}'),
    changed_by text not null,
    changed_at text not null,
    cause text,
    primary key (workspace, session_reference, day, half, trainee_id, version)) without rowid`,
  // A second signature of the same half-day is kept: it is told, not hidden.
  `create table sign_ins (
    ${workspace},
    ${siret},
    ${slot},
    method text not null,
    at text not null,
    proof text not null,
    primary key (workspace, session_reference, day, half, trainee_id, method, at, proof)) without rowid`,
  ...shelfOf("attendance_sheets", "reference", "\n    session_reference text not null,"),
  "create index attendance_sheets_session on attendance_sheets (workspace, session_reference)",
  ...shelfOf("attendance_months", "id", "\n    session_reference text not null,\n    month text not null,\n    status text not null,"),
  "create index attendance_months_session on attendance_months (workspace, session_reference)",
  `create table attendance_claims (
    ${workspace},
    ${siret},
    kind text not null check (kind in ('declared', 'billed')),
    ${slot},
    minutes integer not null check (minutes >= 0),
    reference text not null,
    at text not null,
    primary key (workspace, session_reference, kind, day, half, trainee_id, reference)) without rowid`,
  ...shelfOf("movements", "id", ofSession),
  "create index movements_session on movements (workspace, session_reference)",

  // What the desk signs with, made by itself.
  `create table desk_keys (
    ${workspace},
    purpose text not null,
    secret text not null,
    primary key (workspace, purpose)) without rowid`,
  // Long work that was begun: what is still here at a start was cut off, and nothing of it was kept.
  `create table works (
    ${workspace},
    id text not null,
    actor text not null,
    path text not null,
    object text not null,
    started_at text not null,
    process text not null,
    primary key (workspace, id)) without rowid`,
];
