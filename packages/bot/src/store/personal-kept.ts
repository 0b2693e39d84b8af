import type { Erasure } from "@kairos/core";
import type { Knex } from "./driver.js";
import { type PersonalTable, personalTables } from "./personal-tables.js";
import type { PersonalFacts } from "./store.js";

export type Row = Record<string, string | number | null>;
export type Rows = (table: string) => Knex.QueryBuilder;

/** Everything that is kept of a trainee alone, by table. What names others too is told by its reference. */
export async function keptOf({
  trx,
  workspace,
  trainee,
  quotes,
  erasure,
}: {
  readonly trx: Knex.Transaction;
  readonly workspace: string;
  readonly trainee: string;
  /** Theirs, by reference. */
  readonly quotes: readonly string[];
  readonly erasure: Erasure | undefined;
}): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const rows = (table: string) => trx(table).where({ workspace });
  const found: Record<string, readonly unknown[]> = {};
  for (const table of personalTables) {
    const theirs = theirRows(rows(table.table), table, trainee, quotes);
    if (theirs === undefined) continue;
    const kept: readonly Row[] = await theirs.orderBy([...table.keys]).select([...table.keys, ...table.columns]);
    found[table.table] = kept.map((row) => readable(row, table));
  }
  found.appointments = (await appointmentsOf(rows, trainee)).map(({ data }) => withoutOthers(data, trainee));
  for (const [table, columns] of Object.entries(halfDayColumns)) {
    const order = [...slot, ...columns.slice(0, 1)];
    found[table] = await rows(table)
      .where({ trainee_id: trainee })
      .orderBy(order)
      .select(...slot, ...columns);
  }
  // Columns of their own, which are not texts to look for names in.
  found.attendance_history = await rows("attendance_history")
    .where({ trainee_id: trainee })
    .orderBy([...slot, "version"])
    .select(...slot, "version", "former", "cause", "changed_by", "changed_at")
    .then((list: readonly Row[]) => list.map((row) => ({ ...row, former: unjson(row.former) })));
  found.invoices = await invoicesAbout(trx, workspace, trainee).orderBy("number").select("number", "issued_on");
  found.purchase_orders = await rows("purchase_orders").whereLike("data", `%"${trainee}"%`).orderBy("reference").select("reference");
  found.erasures = erasure === undefined ? [] : [erasure];
  return Object.fromEntries(Object.entries(found).filter(([, kept]) => kept.length > 0));
}

/** Everything that is kept of a member of the team: what they are called, may and may not do, did by kind, and are told. */
export async function keptOfMember(
  trx: Knex.Transaction,
  workspace: string,
  person: string,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const rows = (table: string) => trx(table).where({ workspace });
  const theirs = async (table: string, key: string): Promise<readonly unknown[]> => {
    const written: readonly string[] = await rows(table).whereLike("data", `%"${person}"%`).orderBy(key).pluck("data");
    return written.map((data) => JSON.parse(data) as { readonly person?: string }).filter((one) => one.person === person);
  };
  const found: Record<string, readonly unknown[]> = {
    people: await rows("people").where({ id: person }).select("id", "name"),
    accounts: await theirs("accounts", "person"),
    grants: await theirs("grants", "id"),
    working_hours: await theirs("working_hours", "id"),
    acts: await rows("audit_entries")
      .where({ actor: person })
      .groupBy("act", "outcome")
      .orderBy(["act", "outcome"])
      .select(
        "act",
        "outcome",
        trx.raw("count(*) as count"),
        trx.raw("min(at) as ??", ["first_at"]),
        trx.raw("max(at) as ??", ["last_at"]),
      ),
    notices: await rows("notices").where({ person }).orderBy(["due_at", "key"]).select("kind", "due_at", "settled_at", "outcome"),
    drafts: await rows("drafts").where({ actor: person }).orderBy("at").select("path", "at"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, kept]) => kept.length > 0));
}

const slot = ["session_reference", "day", "half"];

/** What tells of a half-day, of those who are many: everything but what identifies the workspace. */
const halfDayColumns: Readonly<Record<string, readonly string[]>> = {
  attendance: ["status", "late_minutes", "early_minutes", "reason", "document", "evidence", "source", "recorded_by", "recorded_at"],
  sign_ins: ["method", "at", "proof"],
  attendance_claims: ["kind", "minutes", "reference", "at"],
};

/** Until when evidence about a trainee runs. */
export async function factsOf(trx: Knex.Transaction, workspace: string, trainee: string): Promise<PersonalFacts> {
  const last = async (query: Knex.QueryBuilder, column: string): Promise<string | undefined> => {
    const row: { last?: string | null } | undefined = await query.max({ last: column }).first();
    return row?.last ?? undefined;
  };
  const of = (table: string) => trx(table).where({ workspace, trainee_id: trainee });
  const days = [await last(of("attendance"), "day"), await last(of("sign_ins"), "day"), await last(of("attendance_claims"), "day")];
  const lastAttendedOn = days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const lastInvoicedOn = await last(invoicesAbout(trx, workspace, trainee), "issued_on");
  return { ...(lastAttendedOn !== undefined && { lastAttendedOn }), ...(lastInvoicedOn !== undefined && { lastInvoicedOn }) };
}

/** Issued invoices of what somebody followed, or of a quote of theirs. */
function invoicesAbout(trx: Knex.Transaction, workspace: string, trainee: string): Knex.QueryBuilder {
  const billed = trx("attendance_claims").where({ workspace, trainee_id: trainee, kind: "billed" }).select("reference");
  const funded = trx("quotes").where({ workspace, trainee_id: trainee }).select("reference");
  return trx("invoices")
    .where({ workspace })
    .whereNotNull("issued_on")
    .where(
      (any) =>
        void any
          .whereIn("number", billed)
          .orWhereIn("reference", billed)
          .orWhereIn("quote_reference", funded)
          .orWhereLike("data", `%"${trainee}"%`),
    );
}

/** The rows about a trainee only; nothing for a table that is about several. */
function theirRows(rows: Knex.QueryBuilder, { owner }: PersonalTable, trainee: string, quotes: readonly string[]) {
  if (owner === undefined) return undefined;
  return owner.is === "trainee" ? rows.where({ [owner.column]: trainee }) : rows.whereIn(owner.column, [...quotes]);
}

function readable(row: Row, { columns }: PersonalTable): unknown {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, columns.includes(name) ? unjson(value) : value]));
}

export interface MetRow {
  readonly reference: string;
  readonly data: {
    readonly place?: string;
    readonly room?: string;
    readonly participants: readonly { readonly role: string; readonly trainee?: string }[];
  };
}

export async function appointmentsOf(rows: Rows, trainee: string): Promise<readonly MetRow[]> {
  const found: readonly { reference: string; data: string }[] = await rows("appointments")
    .whereLike("data", `%"${trainee}"%`)
    .orderBy("reference")
    .select("reference", "data");
  return found.map(({ reference, data }) => ({ reference, data: JSON.parse(data) as MetRow["data"] }));
}

/** A meeting of several, without the references of the other candidates. */
function withoutOthers(data: MetRow["data"], trainee: string): unknown {
  return { ...data, participants: data.participants.filter(({ role, trainee: who }) => role !== "candidate" || who === trainee) };
}

export function unjson(text: string | number | null | undefined): unknown {
  if (typeof text !== "string" || !/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
