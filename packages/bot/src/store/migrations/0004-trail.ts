import { checkpointAct } from "@kairos/core";
import type { Knex } from "../driver.js";

/** The trail is searched by person and by date, and loses its beginning once a checkpoint in it vouches for what left. */
export async function up(trx: Knex): Promise<void> {
  for (const statement of statements) await trx.raw(statement);
}

export async function down(trx: Knex): Promise<void> {
  for (const index of ["at", "actor", "checkpoints"]) await trx.raw(`drop index audit_entries_${index}`);
  await trx.raw("drop trigger audit_entries_no_delete");
  await trx.raw(refusingDeletes(""));
}

/** What the latest checkpoint of the workspace vouches for; nothing before the first one. */
const vouched = `coalesce((select json_extract(details, '$.upTo') from audit_entries
  where workspace = old.workspace and act = '${checkpointAct}' order by sequence desc limit 1), 0)`;

const statements = [
  // With what a search asks beside them: rows that do not match are not read.
  "create index audit_entries_at on audit_entries (workspace, at, sequence, outcome, act)",
  "create index audit_entries_actor on audit_entries (workspace, actor, act, outcome, at, sequence)",
  `create index audit_entries_checkpoints on audit_entries (workspace, sequence) where act = '${checkpointAct}'`,
  "drop trigger audit_entries_no_delete",
  refusingDeletes(`when old.sequence > ${vouched}`),
];

function refusingDeletes(when: string): string {
  return `create trigger audit_entries_no_delete before delete on audit_entries ${when}
    begin select raise(abort, 'the audit trail is append-only'); end`;
}
