import type { Knex } from "../driver.js";

/**
 * Ids and days are text, amounts integer cents; an aggregate is JSON in `data`, beside the columns that searches need.
 * `position` is the order of creation. The workspace comes first in every key and index; an index that is walked holds
 * `search` and `siret` too, so that large rows are not read to be dropped.
 */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const table of tables) await trx.raw(`drop table ${table}`);
}

const tables = [
  "quote_versions",
  "quotes",
  "templates",
  "trainees",
  "sessions",
  "grants",
  "providers",
  "people",
  "counters",
  "audit_entries",
  "deliveries",
];

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";
const siret = "siret text not null check (length(siret) = 14)";
const aggregate = `${workspace},
    ${siret},
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}')`;

const statements = [
  `create table people (
    ${workspace},
    id text not null,
    name text not null,
    search text not null,
    primary key (workspace, id))`,
  "create index people_search on people (workspace, search, id)",

  `create table providers (${aggregate},
    primary key (workspace, siret))`,
  "create index providers_position on providers (workspace, position)",

  `create table grants (${aggregate},
    id text not null,
    person text not null,
    primary key (workspace, id))`,
  "create index grants_position on grants (workspace, position)",
  "create index grants_person on grants (workspace, person, position)",
  "create index grants_search on grants (workspace, search, siret, person)",

  `create table sessions (${aggregate},
    reference text not null,
    starts_on text not null check (length(starts_on) = 10),
    ends_on text not null check (length(ends_on) = 10),
    primary key (workspace, reference))`,
  "create index sessions_position on sessions (workspace, position)",
  "create index sessions_starts_on on sessions (workspace, starts_on, position, search, siret)",
  "create index sessions_search on sessions (workspace, search, siret)",

  `create table trainees (${aggregate},
    id text not null,
    primary key (workspace, id))`,
  "create index trainees_position on trainees (workspace, position, search, siret)",
  "create index trainees_search on trainees (workspace, search, siret)",

  `create table quotes (${aggregate},
    reference text not null,
    scheme text not null,
    status text not null,
    trainee_id text,
    session_reference text,
    starts_on text check (length(starts_on) = 10),
    ends_on text check (length(ends_on) = 10),
    title text not null,
    hourly_cents integer check (hourly_cents >= 0),
    primary key (workspace, reference))`,
  "create index quotes_position on quotes (workspace, position, search, siret)",
  "create index quotes_status on quotes (workspace, status, position)",
  "create index quotes_trainee on quotes (workspace, trainee_id, position)",
  "create index quotes_session on quotes (workspace, session_reference, position)",
  "create index quotes_title on quotes (workspace, title, position, siret, hourly_cents)",
  "create index quotes_search on quotes (workspace, search, siret, status)",

  `create table quote_versions (
    ${workspace},
    ${siret},
    reference text not null,
    version integer not null check (version >= 1),
    quote text not null check (quote like '{%}'),
    document text not null check (document like '{%}'),
    primary key (workspace, reference, version),
    foreign key (workspace, reference) references quotes (workspace, reference))`,

  `create table templates (${aggregate},
    name text not null,
    primary key (workspace, name))`,
  "create index templates_position on templates (workspace, position)",
  "create index templates_search on templates (workspace, search, siret)",

  `create table counters (
    ${workspace},
    series text not null check (length(series) > 0),
    value integer not null check (value >= 1),
    primary key (workspace, series))`,

  `create table audit_entries (
    ${workspace},
    sequence integer not null check (sequence >= 1),
    at text not null,
    actor text not null,
    act text not null,
    object text not null,
    outcome text not null check (outcome in ('done', 'refused', 'failed')),
    details text not null,
    previous text not null,
    hash text not null,
    primary key (workspace, sequence))`,
  "create index audit_entries_object on audit_entries (workspace, object, sequence)",

  `create table deliveries (
    ${workspace},
    id text not null,
    at text not null,
    reply text,
    head_sequence integer,
    head_hash text,
    primary key (workspace, id))`,
  "create index deliveries_at on deliveries (workspace, at)",

  // SQLite's own words; a replaced row fires no delete trigger, hence the third.
  ...["update", "delete"].map(
    (change) => `create trigger audit_entries_no_${change} before ${change} on audit_entries
      begin select raise(abort, 'the audit trail is append-only'); end`,
  ),
  `create trigger audit_entries_no_replace before insert on audit_entries
    when exists (select 1 from audit_entries where workspace = new.workspace and sequence = new.sequence)
    begin select raise(abort, 'the audit trail is append-only'); end`,
];
