import type { AttendanceRecord, EvidenceKind } from "@kairos/core";
import type { FactChange, FormerFact } from "./attendance-words.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import {
  type Cells,
  checkScope,
  type Given,
  given,
  halfDayRows,
  halfOrder,
  inBatches,
  onceInBatches,
  type SlotRow,
  slotCells,
  slotOf,
} from "./half-days.js";
import { among, within } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** The facts of half-days, by the thousand, and what they said before. */
export function attendanceIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["attendance"] {
  const place = { workspace, scope };
  return {
    of: async (filter) => {
      const rows: readonly Row[] = await halfDayRows(trx, "attendance", place, filter).select("*");
      return rows.map(recordOf);
    },
    turns: async (session) => {
      const facts = halfDayRows(trx, "attendance", place, { session }).clearOrder().select("*");
      const compared = trx("facts")
        .select("*")
        .select(trx.raw(`lag(status) over (partition by trainee_id order by day, ${halfOrder}) as status_before`));
      // Materialized: else the index of trainees is walked, through the facts of every session.
      const rows: readonly Row[] = await trx
        .withMaterialized("facts", facts)
        .from(compared.as("compared"))
        .whereRaw("status_before is null or status_before <> status")
        .orderBy("day")
        .orderByRaw(halfOrder)
        .orderBy("trainee_id");
      return rows.map(recordOf);
    },
    saveMany: async (records, change) => {
      checkScope(scope, records, "attendance records");
      let replaced = 0;
      for (const batch of onceInBatches(trx, records, slotCells)) {
        const facts = given(trx, "attendance", batch, cells);
        if (await hasFacts(trx, workspace, batch)) replaced += await keepFormer(trx, workspace, facts, change, changedOnly);
        await trx.raw(`${facts.sql} ${upsert}`, [...facts.bindings, workspace]);
      }
      return replaced;
    },
    removeMany: async (slots, change) => {
      let removed = 0;
      for (const batch of inBatches(slots)) {
        const gone = given(trx, "attendance", batch, slotCells);
        await keepFormer(trx, workspace, gone, change, inScope(trx, scope));
        removed += await within(trx("attendance").where({ workspace }), scope)
          .whereRaw(`(${Object.keys(slotCells).join(", ")}) in (${gone.sql} select * from given)`, gone.bindings)
          .delete();
      }
      return removed;
    },
    history: async (filter) => {
      const rows: readonly HistoryRow[] = await halfDayRows(trx, "attendance_history", place, filter)
        .clearOrder()
        .orderBy("changed_at", "desc")
        .orderBy(["day", "half", "trainee_id"])
        .orderBy("version", "desc")
        .select("*");
      return rows.map(formerOf);
    },
    sessions: (some) =>
      within(trx("attendance").where({ workspace }), scope)
        .modify((rows) => {
          if (some !== undefined) among(rows, "session_reference", some);
        })
        .distinct("session_reference")
        .orderBy("session_reference")
        .pluck("session_reference"),
  };
}

/** What a fact says, beside who says it and when. */
const saidCells: Cells<AttendanceRecord> = {
  status: ({ status }) => status,
  late_minutes: ({ lateMinutes = null }) => lateMinutes,
  early_minutes: ({ earlyMinutes = null }) => earlyMinutes,
  reason: ({ reason = null }) => reason,
  document: ({ document = null }) => document,
  evidence: ({ evidence }) => evidence?.join(" ") || null,
};
const cells: Cells<AttendanceRecord> = {
  siret: ({ siret }) => siret,
  ...slotCells,
  ...saidCells,
  source: ({ source }) => source,
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt,
};
const columns = Object.keys(cells);
const said = Object.keys(saidCells);

const upsert = `insert into attendance (${columns.join(", ")}, workspace, version)
  select ${columns.join(", ")}, ?, 1 from given where true
  on conflict (workspace, session_reference, day, half, trainee_id) do update set
  ${[...said, "source", "recorded_by", "recorded_at"].map((name) => `${name} = excluded.${name}`).join(", ")}, version = attendance.version + 1
  where attendance.siret = excluded.siret and (${saidBy("attendance")}) is distinct from (${saidBy("excluded")})`;

/** The fact is another one, whoever says it. */
const changedOnly = { sql: `a.siret = given.siret and (${saidBy("a")}) is distinct from (${saidBy("given")})`, bindings: [] };

function saidBy(table: string): string {
  return said.map((name) => `${table}.${name}`).join(", ");
}

function inScope(trx: Knex, scope: Scope): Given {
  return scope === "all"
    ? { sql: "true", bindings: [] }
    : { sql: `a.siret in (${dialectOf(trx).texts})`, bindings: [JSON.stringify(scope)] };
}

/** Is there anything yet in the sessions of some facts: a first import has nothing to look up, a hundred thousand times. */
async function hasFacts(trx: Knex.Transaction, workspace: string, records: readonly AttendanceRecord[]): Promise<boolean> {
  for (const session of new Set(records.map(({ sessionReference }) => sessionReference))) {
    if ((await trx("attendance").where({ workspace, session_reference: session }).first(trx.raw("1"))) !== undefined) return true;
  }
  return false;
}

/** Puts what stands under these half-days into the history, where it is about to say something else. */
async function keepFormer(trx: Knex.Transaction, workspace: string, facts: Given, change: FactChange, where: Given): Promise<number> {
  const fields = columns.map((name) => `'${name}', a.${name}`).join(", ");
  const { object, walkedJoin, changed } = dialectOf(trx);
  return changed(
    trx,
    `${facts.sql} insert into attendance_history
    (workspace, siret, session_reference, trainee_id, day, half, version, former, changed_by, changed_at, cause)
    select a.workspace, a.siret, a.session_reference, a.trainee_id, a.day, a.half,
    1 + (select count(*) from attendance_history h where h.workspace = a.workspace and h.session_reference = a.session_reference
      and h.day = a.day and h.half = a.half and h.trainee_id = a.trainee_id),
    ${object(fields)}, ?, ?, ?
    from given ${walkedJoin} attendance a on a.workspace = ? and a.session_reference = given.session_reference
    and a.day = given.day and a.half = given.half and a.trainee_id = given.trainee_id
    where ${where.sql} on conflict do nothing`,
    [...facts.bindings, change.by, change.at, change.cause ?? null, workspace, ...where.bindings],
  );
}

interface Row extends SlotRow {
  readonly siret: AttendanceRecord["siret"];
  readonly status: AttendanceRecord["status"];
  readonly late_minutes: number | null;
  readonly early_minutes: number | null;
  readonly reason: AttendanceRecord["reason"] | null;
  readonly document: string | null;
  readonly evidence: string | null;
  readonly source: AttendanceRecord["source"];
  readonly recorded_by: string;
  readonly recorded_at: string;
}

interface HistoryRow {
  readonly version: number;
  readonly former: string;
  readonly changed_by: string;
  readonly changed_at: string;
  readonly cause: string | null;
}

function recordOf(row: Row): AttendanceRecord {
  return {
    ...slotOf(row),
    siret: row.siret,
    status: row.status,
    ...(row.late_minutes !== null && { lateMinutes: row.late_minutes }),
    ...(row.early_minutes !== null && { earlyMinutes: row.early_minutes }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.document !== null && { document: row.document }),
    ...(row.evidence !== null && { evidence: row.evidence.split(" ") as EvidenceKind[] }),
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}

function formerOf({ version, former, changed_by: by, changed_at: at, cause }: HistoryRow): FormerFact {
  return { version, former: recordOf(JSON.parse(former)), by, at, ...(cause !== null && { cause }) };
}
