import { fold } from "@kairos/core";
import type { Knex } from "./driver.js";
import type { Person, Store } from "./store.js";

/** The people of a workspace: they belong to no establishment, so no scope limits them. */
export function peopleIn(trx: Knex.Transaction, workspace: string): Store["people"] {
  const rows = () => trx<PersonRow>("people").where({ workspace });
  const get = async (id: string): Promise<Person | undefined> => rows().where({ id }).first("id", "name");
  return {
    get,
    find: async (nameOrId) => {
      const known = await get(nameOrId);
      if (known !== undefined) return known;
      const namesakes: readonly Person[] = await rows()
        .where({ search: fold(nameOrId) })
        .limit(2)
        .select("id", "name");
      return namesakes.length === 1 ? namesakes[0] : undefined;
    },
    save: async ({ id, name }) => {
      const row = { name, search: fold(name) };
      await trx("people")
        .insert({ workspace, id, ...row })
        .onConflict(["workspace", "id"])
        .merge(row);
    },
    list: async () => {
      const people: Person[] = await rows().select("id", "name");
      return people.sort((a, b) => order.compare(a.name, b.name) || order.compare(a.id, b.id));
    },
  };
}

interface PersonRow extends Person {
  readonly workspace: string;
  readonly search: string;
}

const order = new Intl.Collator("fr", { numeric: true });
