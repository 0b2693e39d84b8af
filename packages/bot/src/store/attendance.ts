import type { AttendanceRecord, EvidenceKind } from "@kairos/core";
import type { FactChange, FormerFact, TraineeSlot } from "./attendance-words.js";
import type { Knex } from "./driver.js";
import { checkScope, halfDayRows, halfOrder, inBatches, places, type SlotRow, slotOf } from "./half-days.js";
import { within } from "./queries.js";
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
      for (const batch of inBatches(records)) {
        const json = JSON.stringify(batch.map(valuesOf));
        if (await hasFacts(trx, workspace, batch)) replaced += await keepFormer(trx, workspace, json, change, changedOnly);
        await trx.raw(upsert, [workspace, json]);
      }
      return replaced;
    },
    removeMany: async (slots, change) => {
      let removed = 0;
      for (const batch of inBatches(slots)) {
        const json = JSON.stringify(batch.map((slot) => ["", ...slotValues(slot)]));
        const reached = within(trx("attendance").where({ workspace }), scope).whereRaw(
          `(session_reference, trainee_id, day, half) in (select ${places(4, 1)} from json_each(?))`,
          [json],
        );
        const found: readonly SlotRow[] = await reached.clone().select("session_reference", "trainee_id", "day", "half");
        const kept = JSON.stringify(found.map((row) => ["", ...slotValues(slotOf(row))]));
        await keepFormer(trx, workspace, kept, change, "true");
        removed += await reached.delete();
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
    sessions: () =>
      within(trx("attendance").where({ workspace }), scope)
        .distinct("session_reference")
        .orderBy("session_reference")
        .pluck("session_reference"),
  };
}

const columns = [
  "siret",
  "session_reference",
  "trainee_id",
  "day",
  "half",
  "status",
  "late_minutes",
  "early_minutes",
  "reason",
  "document",
  "evidence",
  "source",
  "recorded_by",
  "recorded_at",
] as const;
/** What a fact says, beside who says it and when. */
const said = columns.slice(5, 11);

const upsert = `insert into attendance (workspace, version, ${columns.join(", ")})
  select ?, 1, ${places(columns.length)} from json_each(?) where true
  on conflict (workspace, session_reference, day, half, trainee_id) do update set
  ${columns
    .slice(5)
    .map((name) => `${name} = excluded.${name}`)
    .join(", ")}, version = attendance.version + 1
  where attendance.siret = excluded.siret
  and (${said.map((name) => `attendance.${name}`).join(", ")}) is not (${said.map((name) => `excluded.${name}`).join(", ")})`;

/** The fact is another one, whoever says it. */
const changedOnly = `a.siret = ${places(1)} and (${said.map((name) => `a.${name}`).join(", ")}) is not (${places(said.length, 5)})`;

/** Is there anything yet in the sessions of some facts: a first import has nothing to look up, a hundred thousand times. */
async function hasFacts(trx: Knex.Transaction, workspace: string, records: readonly AttendanceRecord[]): Promise<boolean> {
  for (const session of new Set(records.map(({ sessionReference }) => sessionReference))) {
    if ((await trx("attendance").where({ workspace, session_reference: session }).first(trx.raw("1"))) !== undefined) return true;
  }
  return false;
}

/** Puts what stands under these half-days into the history, where it is about to say something else. */
async function keepFormer(trx: Knex.Transaction, workspace: string, json: string, change: FactChange, where: string): Promise<number> {
  const fields = columns.map((name) => `'${name}', a.${name}`).join(", ");
  const kept: readonly unknown[] = await trx.raw(
    `insert into attendance_history (workspace, siret, session_reference, trainee_id, day, half, version, former, changed_by, changed_at, cause)
    select a.workspace, a.siret, a.session_reference, a.trainee_id, a.day, a.half,
    1 + (select count(*) from attendance_history h where h.workspace = a.workspace and h.session_reference = a.session_reference
      and h.day = a.day and h.half = a.half and h.trainee_id = a.trainee_id),
    json_object(${fields}), ?, ?, ?
    from json_each(?) cross join attendance a on a.workspace = ? and a.session_reference = json_extract(value, '$[1]')
    and a.day = json_extract(value, '$[3]') and a.half = json_extract(value, '$[4]') and a.trainee_id = json_extract(value, '$[2]')
    where ${where}
    returning version`,
    [change.by, change.at, change.cause ?? null, json, workspace],
  );
  return kept.length;
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

function slotValues({ sessionReference, traineeId, day, half }: TraineeSlot): readonly string[] {
  return [sessionReference, traineeId, day, half];
}

function valuesOf(one: AttendanceRecord): readonly (string | number | null)[] {
  const { siret, status, lateMinutes, earlyMinutes, reason, document, evidence, source, recordedBy, recordedAt } = one;
  return [
    siret,
    ...slotValues(one),
    status,
    lateMinutes ?? null,
    earlyMinutes ?? null,
    reason ?? null,
    document ?? null,
    evidence === undefined || evidence.length === 0 ? null : evidence.join(" "),
    source,
    recordedBy,
    recordedAt,
  ];
}
