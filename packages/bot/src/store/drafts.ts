import type { Instant } from "@kairos/core";
import type { Draft } from "./chat.js";
import type { Knex } from "./driver.js";

/** What people have begun to fill in, in one workspace. */
export function draftsIn(trx: Knex.Transaction, workspace: string) {
  const rows = () => trx<DraftRow>("drafts").where({ workspace });
  return {
    get: async (id: string): Promise<Draft | undefined> => {
      const row = await rows().where({ id }).first();
      return row && { id, at: row.at, actor: row.actor, path: row.path, ...(JSON.parse(row.data) as Filled) };
    },
    begin: async ({ id, at, actor, path, ...filled }: Draft): Promise<void> => {
      const row = { workspace, id, at, actor, path, data: JSON.stringify(filled) };
      await trx("drafts").insert(row).onConflict(["workspace", "id"]).ignore();
    },
    save: async ({ id, at, actor, path, ...filled }: Draft): Promise<void> => {
      const row = { at, actor, path, data: JSON.stringify(filled) };
      await trx("drafts")
        .insert({ workspace, id, ...row })
        .onConflict(["workspace", "id"])
        .merge(row);
    },
    remove: async (id: string): Promise<void> => {
      await rows().where({ id }).delete();
    },
  };
}

/** Forgets the drafts nobody came back to. */
export async function forgetDrafts(trx: Knex.Transaction, before: Instant): Promise<number> {
  return trx("drafts").where("at", "<", before).delete();
}

type Filled = Pick<Draft, "values" | "known" | "files" | "steps" | "attempt" | "tried" | "ended">;

interface DraftRow extends Omit<Draft, keyof Filled> {
  readonly workspace: string;
  readonly data: string;
}
