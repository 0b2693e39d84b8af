import { accountSchema } from "@kairos/core";
import { decode, encode } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Store } from "./store.js";

const accountKind = { table: "accounts", key: "person", schema: accountSchema };

/** What is declared of each person's account: like the people, they belong to no establishment. */
export function accountsIn(trx: Knex.Transaction, workspace: string): Store["accounts"] {
  const rows = () => trx<AccountRow>("accounts").where({ workspace });
  return {
    get: async (person) => {
      const row = await rows().where({ person }).first("data", { key: "person" });
      return row && decode(accountKind, row);
    },
    list: async () => (await rows().orderBy("person").select("data", { key: "person" })).map((row) => decode(accountKind, row)),
    save: async (account) => {
      const { person } = account;
      const data = encode(accountKind, person, account);
      await trx<AccountRow>("accounts").insert({ workspace, person, data }).onConflict(["workspace", "person"]).merge(["data"]);
    },
  };
}

interface AccountRow {
  readonly workspace: string;
  readonly person: string;
  readonly data: string;
}
