import { type AuditEntry, type AuditHead, appendEntry, type Digest } from "@kairos/core";
import { canonical, type EntryRow, entryOf, storable } from "./audit-rows.js";
import type { AuditFilter } from "./audit-words.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import type { Store } from "./store.js";

/** The chained trail of a workspace. Tampered rows come out as they are: the chain shows them, nothing throws. */
export function auditIn(trx: Knex.Transaction, workspace: string, digest: Digest): Store["audit"] {
  const rows = () => trx<EntryRow>("audit_entries").where({ workspace });
  const head = async (): Promise<AuditHead | undefined> => rows().orderBy("sequence", "desc").first("sequence", "hash");
  return {
    head,
    append: async (event) => {
      const { at, actor, act, object, outcome } = event;
      const details = canonical(event.details);
      const texts = { workspace, at, actor: storable(actor), act: storable(act), object: storable(object) };
      const entry = appendEntry(await head(), { ...texts, outcome, details: JSON.parse(details) }, digest);
      await trx<EntryRow>("audit_entries").insert({ ...entry, details });
      return entry;
    },
    entries: async function* ({ object } = {}) {
      // From before any number, those that an entry cannot have included.
      for (let after = Number.MIN_SAFE_INTEGER; ; ) {
        const query = rows().where("sequence", ">", after).orderBy("sequence").limit(pageSize);
        const page: readonly EntryRow[] = await (object === undefined ? query : query.where({ object })).select();
        for (const row of page) yield entryOf(row);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return;
        after = last.sequence;
      }
    },
    search: async (filter) => {
      const found: readonly EntryRow[] = await rows()
        .whereIn("sequence", matching(trx("audit_entries").where({ workspace }), filter))
        .orderByRaw(sorted(trx))
        .select();
      return found.map(entryOf);
    },
    at: async (sequence): Promise<AuditEntry | undefined> => {
      const row: EntryRow | undefined = await rows().where({ sequence }).first();
      return row && entryOf(row);
    },
    usage: async (since) =>
      rows()
        .where({ outcome: "done" })
        .where("at", ">=", since)
        .groupBy("actor", "act")
        .orderBy(["actor", "act"])
        .select("actor", "act", trx.raw("max(at) as ??", ["lastAt"]), trx.raw("count(*) as count")),
  };
}

const pageSize = 500;

/** The same order, and an index may not be walked for it: few are sorted sooner than many passed. */
const sorted = (reached: Parameters<typeof dialectOf>[0]) => dialectOf(reached).sorted("at", "sequence");

/** The numbers of those looked for, from an index alone where it can. */
function matching(query: Knex.QueryBuilder, { actor, objects, acts, outcome, from, before, limit }: AuditFilter): Knex.QueryBuilder {
  if (actor !== undefined) query.where({ actor });
  if (objects !== undefined) query.whereIn("object", objects);
  if (acts !== undefined) query.whereIn("act", acts);
  if (outcome !== undefined) query.where({ outcome });
  if (from !== undefined) query.where("at", ">=", from);
  if (before !== undefined) query.where("at", "<", before);
  query.orderByRaw(objects === undefined && actor === undefined ? "at desc, sequence desc" : sorted(query));
  return query.limit(limit).select("sequence");
}
