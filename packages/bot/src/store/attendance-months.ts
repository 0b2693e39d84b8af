import { attendanceMonthSchema, type Claim, movementDeclarationSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { type Cells, checkScope, given, halfDayRows, inBatches, onceInBatches, type SlotRow, slotCells, slotOf } from "./half-days.js";
import { within } from "./queries.js";
import type { Scope, Store } from "./store.js";

const monthKind = { table: "attendance_months", key: "id", schema: attendanceMonthSchema };
const movementKind = { table: "movements", key: "id", schema: movementDeclarationSchema };

/** The months of sessions that were closed, in order. */
export function monthsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["months"] {
  const months = shelf(monthKind, trx, workspace, scope);
  const id = (session: string, month: string) => `${session}|${month}`;
  return {
    get: (session, month) => months.get(id(session, month)),
    ofSession: (session) => months.read(months.rows().where({ session_reference: session }).orderBy("month")),
    list: () => months.read(months.rows().orderBy(["month", "session_reference"])),
    save: (one) => {
      const { sessionReference, siret, month, status } = one;
      return months.put(one, { id: id(sessionReference, month), session_reference: sessionReference, siret, month, status, search: "" });
    },
  };
}

/** What was declared to the agency, and billed, half-day by half-day. */
export function claimsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["claims"] {
  return {
    of: async (kind, filter) => {
      const rows: readonly ClaimRow[] = await halfDayRows(trx, "attendance_claims", { workspace, scope }, filter)
        .where({ kind })
        .orderBy("reference")
        .select("*");
      return rows.map((row) => {
        const { siret, minutes, reference, at } = row;
        return { ...slotOf(row), kind, siret, minutes, reference, at };
      });
    },
    addMany: async (claims) => {
      checkScope(scope, claims, "claims");
      for (const batch of onceInBatches(trx, claims, claimKeys)) {
        const { sql, bindings } = given(trx, "attendance_claims", batch, claimCells);
        await trx.raw(
          `${sql} insert into attendance_claims (${claimColumns}, workspace) select ${claimColumns}, ? from given where true
          on conflict (workspace, session_reference, kind, day, half, trainee_id, reference)
          do update set minutes = excluded.minutes, at = excluded.at`,
          [...bindings, workspace],
        );
      }
    },
    removeMany: async (claims) => {
      let removed = 0;
      for (const batch of inBatches(claims)) {
        const { sql, bindings } = given(trx, "attendance_claims", batch, claimKeys);
        removed += await within(trx("attendance_claims").where({ workspace }), scope)
          .whereRaw(`(${Object.keys(claimKeys).join(", ")}) in (${sql} select * from given)`, bindings)
          .delete();
      }
      return removed;
    },
    removeByReference: (kind, session, reference) =>
      within(trx("attendance_claims").where({ workspace, kind, session_reference: session, reference }), scope).delete(),
  };
}

/** The movements that were declared in the portal. */
export function movementsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["movements"] {
  const movements = shelf(movementKind, trx, workspace, scope);
  return {
    ofSession: (session) => movements.read(movements.rows().where({ session_reference: session }).orderBy("position")),
    save: (one) => {
      const { sessionReference, traineeId, kind, on, siret } = one;
      const id = `${sessionReference}|${traineeId}|${kind}|${on}`;
      return movements.put(one, { id, session_reference: sessionReference, trainee_id: traineeId, siret, search: "" });
    },
  };
}

interface ClaimRow extends SlotRow {
  readonly siret: Claim["siret"];
  readonly minutes: number;
  readonly reference: string;
  readonly at: string;
}

/** What names a claim. */
const claimKeys: Cells<Claim> = { kind: ({ kind }) => kind, ...slotCells, reference: ({ reference }) => reference };
const claimCells: Cells<Claim> = { siret: ({ siret }) => siret, ...claimKeys, minutes: ({ minutes }) => minutes, at: ({ at }) => at };
const claimColumns = Object.keys(claimCells).join(", ");
