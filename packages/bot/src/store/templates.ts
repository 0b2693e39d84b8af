import { fold, quoteTemplateSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

export const templateKind = { table: "templates", key: "name", schema: quoteTemplateSchema };

/** The quote templates, by name. */
export function templatesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["templates"] {
  const templates = shelf(templateKind, trx, workspace, scope);
  return {
    get: (name) => templates.get(name),
    list: () => templates.read(templates.rows().orderBy("search")),
    save: (template) => {
      const { name, siret, title } = template;
      return templates.put(template, { name, siret, search: fold(`${name} ${title}`) });
    },
  };
}
