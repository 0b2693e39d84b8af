import { createHash } from "node:crypto";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { within } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** The contents of files. Within a scope, those that an attachment, an import or an incident in it points at. */
export function filesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["files"] {
  const { field, listHolds } = dialectOf(trx);
  const pointing = (digest: string, seen: Scope) => {
    const brought = ["contents", "before"].map((part) =>
      within(trx("imports").where({ workspace }), seen)
        .whereRaw(`${field("data", part)} = ?`, [digest])
        .select(trx.raw("1")),
    );
    const shown = within(trx("incidents").where({ workspace }), seen)
      .whereRaw(listHolds("data", "screenshots", "digest"), [digest])
      .select(trx.raw("1"));
    return within(trx("attachments").where({ workspace, digest }), seen)
      .select(trx.raw("1"))
      .unionAll([...brought, shown]);
  };
  return {
    put: async (bytes) => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const row = { workspace, digest, size: bytes.byteLength, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      await trx("files").insert(row).onConflict(["workspace", "digest"]).ignore();
      return digest;
    },
    get: async (digest) => {
      const kept = trx("files").where({ workspace, digest });
      const row: { readonly bytes: Uint8Array } | undefined = await (scope === "all"
        ? kept
        : kept.whereExists(pointing(digest, scope))
      ).first("bytes");
      return row && new Uint8Array(row.bytes);
    },
    drop: async (digest) => {
      const left = await trx("files").where({ workspace, digest }).whereNotExists(pointing(digest, "all")).delete();
      return left > 0;
    },
  };
}
