import type { Knex } from "../driver.js";

/** What a chat needs to be kept: to whom an answer was given, drafts of forms, files, and messages due. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const table of ["notices", "attachments", "files", "drafts"]) await trx.raw(`drop table ${table}`);
  for (const column of ["actor", "path"]) await trx.raw(`alter table deliveries drop column ${column}`);
}

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";

const statements = [
  "alter table deliveries add column actor text not null default ''",
  "alter table deliveries add column path text not null default ''",

  `create table drafts (
    ${workspace},
    id text not null,
    at text not null,
    actor text not null,
    path text not null,
    data text not null check (data like '{%}'),
    primary key (workspace, id))`,

  `create table files (
    ${workspace},
    digest text not null check (length(digest) = 64),
    size integer not null check (size >= 1),
    bytes blob not null,
    primary key (workspace, digest))`,

  `create table attachments (
    ${workspace},
    siret text not null check (length(siret) = 14),
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}'),
    id text not null,
    object text not null,
    digest text not null,
    primary key (workspace, id),
    foreign key (workspace, digest) references files (workspace, digest))`,
  "create index attachments_position on attachments (workspace, position)",
  "create index attachments_object on attachments (workspace, object, position)",
  "create index attachments_search on attachments (workspace, search, siret)",

  `create table notices (
    ${workspace},
    key text not null,
    kind text not null,
    person text not null,
    due_at text not null,
    until text not null,
    data text not null check (data like '{%}'),
    retry_at text,
    settled_at text,
    outcome text check (outcome in ('sent', 'staff', 'dropped')),
    primary key (workspace, key))`,
  // The work to do is looked for among all workspaces: it is the bot's, and shown to nobody.
  "create index notices_due on notices (settled_at, due_at)",
];
