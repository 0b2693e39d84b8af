import type { Knex } from "../driver.js";

/** Agreements, orders, invoices; and each half-day billed by one invoice that stands. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw("drop index attendance_claims_billed_once");
  for (const table of tables) await trx.raw(`drop table ${table}`);
}

const tables = ["issued_invoices", "invoices", "purchase_orders", "training_agreements", "customers"];

const workspace = "workspace text not null check (length(workspace) between 1 and 80)";
const siret = "siret text not null check (length(siret) = 14)";
const aggregate = `${workspace},
    ${siret},
    position integer not null check (position >= 1),
    search text not null,
    data text not null check (data like '{%}')`;

function shelfOf(table: string, key: string, columns = ""): readonly string[] {
  return [
    `create table ${table} (${aggregate},
    ${key} text not null,${columns}
    primary key (workspace, ${key}))`,
    `create index ${table}_position on ${table} (workspace, position)`,
  ];
}

const statements = [
  ...shelfOf("customers", "id"),
  ...shelfOf("training_agreements", "reference"),
  ...shelfOf("purchase_orders", "reference", "\n    agreement text not null,\n    session_reference text not null,"),
  "create index purchase_orders_agreement on purchase_orders (workspace, agreement)",
  "create index purchase_orders_session on purchase_orders (workspace, session_reference)",
  ...shelfOf(
    "invoices",
    "reference",
    `
    number text,
    status text not null,
    kind text not null,
    customer_siret text not null,
    session_reference text not null,
    order_reference text,
    quote_reference text,
    issued_on text,
    due_on text,`,
  ),
  "create unique index invoices_number on invoices (workspace, number) where number is not null",
  "create index invoices_session on invoices (workspace, session_reference)",
  "create index invoices_order on invoices (workspace, order_reference)",
  "create index invoices_quote on invoices (workspace, quote_reference)",
  "create index invoices_status on invoices (workspace, status)",
  // What was issued, as it was: rows come in once and never change.
  `create table issued_invoices (
    ${workspace},
    ${siret},
    number text not null check (length(number) between 1 and 20),
    series text not null,
    year integer not null,
    rank integer not null check (rank >= 1),
    issued_on text not null check (length(issued_on) = 10),
    invoice text not null check (invoice like '{%}'),
    document text not null check (document like '{%}'),
    primary key (workspace, number))`,
  "create unique index issued_invoices_rank on issued_invoices (workspace, series, year, rank)",
  // A half-day is billed once; what an imported file says of other tools' invoices stands apart.
  `create unique index attendance_claims_billed_once
    on attendance_claims (workspace, session_reference, day, half, trainee_id)
    where kind = 'billed' and reference not like 'IMP-%'`,
];
