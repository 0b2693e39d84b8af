import { createHash } from "node:crypto";
import type { Knex } from "./driver.js";
import { within } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** The contents of files. Within a scope, those that an attachment or an import in it points at. */
export function filesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["files"] {
  const named = (digest: string) => {
    const pointing = [
      within(trx("attachments").where({ workspace, digest }), scope).select("digest"),
      ...["contents", "before"].map((part) =>
        within(trx("imports").where({ workspace }), scope)
          .whereRaw("json_extract(data, ?) = ?", [`$.${part}`, digest])
          .select(trx.raw("1")),
      ),
    ] as const;
    const [attached, ...brought] = pointing;
    return attached.unionAll(brought);
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
      const row: { readonly bytes: Uint8Array } | undefined = await (scope === "all" ? kept : kept.whereExists(named(digest))).first(
        "bytes",
      );
      return row && new Uint8Array(row.bytes);
    },
  };
}
