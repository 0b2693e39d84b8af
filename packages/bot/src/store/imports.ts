import { fold, importSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const importKind = { table: "imports", key: "reference", schema: importSchema };

/** The files of courses and sessions that were read, the last first. */
export function importsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["imports"] {
  const imports = shelf(importKind, trx, workspace, scope);
  return {
    get: (reference) => imports.get(reference),
    list: ({ limit } = {}) => imports.read(latest(imports.rows(), limit)),
    save: (one) => imports.put(one, { reference: one.reference, siret: one.siret, search: fold(`${one.reference} ${one.fileName}`) }),
  };
}
