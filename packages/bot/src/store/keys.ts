import { randomBytes } from "node:crypto";
import type { Knex } from "./driver.js";
import type { Store } from "./store.js";

/** What the desk of one workspace signs with. The same everywhere its database is read; never shown. */
export function keysIn(trx: Knex.Transaction, workspace: string): Store["keys"] {
  return {
    secret: async (purpose) => {
      const kept: { readonly secret: string } | undefined = await trx("desk_keys").where({ workspace, purpose }).first("secret");
      if (kept !== undefined) return kept.secret;
      const secret = randomBytes(32).toString("hex");
      await trx("desk_keys").insert({ workspace, purpose, secret });
      return secret;
    },
  };
}
