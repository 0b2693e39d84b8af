import { type AuditEntry, type AuditHead, appendEntry, type Digest } from "@kairos/core";
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
      for (let after = 0; ; ) {
        const query = rows().where("sequence", ">", after).orderBy("sequence").limit(pageSize);
        const page: readonly EntryRow[] = await (object === undefined ? query : query.where({ object })).select();
        for (const row of page) yield { ...row, details: detailsOf(row.details) };
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return;
        after = last.sequence;
      }
    },
  };
}

interface EntryRow extends Omit<AuditEntry, "details"> {
  readonly details: string;
}

const pageSize = 500;

/** One text only for the same details: another one in the column is a tampered one. */
function canonical(details: AuditEntry["details"]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function detailsOf(text: string): AuditEntry["details"] {
  try {
    const details = JSON.parse(text) as AuditEntry["details"];
    if (canonical(details) === text) return details;
  } catch {
    // Not JSON: tampered too.
  }
  return { unreadable: text };
}

/** The text as the database gives it back: it holds neither half of a surrogate pair nor NUL. */
function storable(text: string): string {
  return Buffer.from(text).toString().replaceAll("\0", "\ufffd");
}
