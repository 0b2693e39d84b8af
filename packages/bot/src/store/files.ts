import { createHash } from "node:crypto";
import type { Knex } from "./driver.js";
import { within } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** The contents of files. Within a scope, those that an attachment in it points at. */
export function filesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["files"] {
  const attached = () => within(trx("attachments").where({ workspace }), scope).select("digest");
  return {
    put: async (bytes) => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const row = { workspace, digest, size: bytes.byteLength, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      await trx("files").insert(row).onConflict(["workspace", "digest"]).ignore();
      return digest;
    },
    get: async (digest) => {
      const kept = trx("files").where({ workspace, digest });
      const row: { readonly bytes: Uint8Array } | undefined = await (scope === "all" ? kept : kept.whereIn("digest", attached())).first(
        "bytes",
      );
      return row && new Uint8Array(row.bytes);
    },
  };
}
