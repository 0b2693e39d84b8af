import type { AttendanceSheet, SignIn } from "@kairos/core";
import { attendanceSheetSchema, fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { type Cells, checkScope, given, halfDayRows, inBatches, type SlotRow, slotCells, slotOf } from "./half-days.js";
import { within } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** Who signed for which half-day, and how. */
export function signInsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["signIns"] {
  return {
    of: async (filter) => {
      const rows: readonly Row[] = await halfDayRows(trx, "sign_ins", { workspace, scope }, filter).orderBy("at").select("*");
      return rows.map(signInOf);
    },
    addMany: async (signIns) => {
      checkScope(scope, signIns, "sign-ins");
      let added = 0;
      for (const batch of inBatches(signIns)) {
        const { sql, bindings } = given(trx, "sign_ins", batch, cells);
        added += await dialectOf(trx).changed(
          trx,
          `${sql} insert into sign_ins (${columns}, workspace) select ${columns}, ? from given where true on conflict do nothing`,
          [...bindings, workspace],
        );
      }
      return added;
    },
    removeByProof: (session, proof) => within(trx("sign_ins").where({ workspace, session_reference: session, proof }), scope).delete(),
  };
}

export const attendanceSheetKind = { table: "attendance_sheets", key: "reference", schema: attendanceSheetSchema };

/** The sheets that came back signed, the last first. */
export function sheetsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["sheets"] {
  const sheets = shelf(attendanceSheetKind, trx, workspace, scope);
  return {
    get: (reference) => sheets.get(reference),
    ofSession: (session) => sheets.read(sheets.rows().where({ session_reference: session }).orderBy("position", "desc")),
    save: (sheet: AttendanceSheet) => {
      const { reference, sessionReference, siret } = sheet;
      return sheets.put(sheet, { reference, session_reference: sessionReference, siret, search: fold(`${reference} ${sessionReference}`) });
    },
  };
}

interface Row extends SlotRow {
  readonly siret: SignIn["siret"];
  readonly method: SignIn["method"];
  readonly at: string;
  readonly proof: string;
}

function signInOf(row: Row): SignIn {
  return { ...slotOf(row), siret: row.siret, method: row.method, at: row.at, ...(row.proof !== "" && { proof: row.proof }) };
}

const cells: Cells<SignIn> = {
  siret: ({ siret }) => siret,
  ...slotCells,
  method: ({ method }) => method,
  at: ({ at }) => at,
  proof: ({ proof = "" }) => proof,
};
const columns = Object.keys(cells).join(", ");
