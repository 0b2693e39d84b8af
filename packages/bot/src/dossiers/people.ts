import { fold } from "@kairos/core";
import type { Person, Store } from "../store/store.js";

/** The person meant by a mention, an id or a name; someone not yet known is made from what was typed. */
export async function personFrom(store: Store, typed: string): Promise<Person> {
  const id = /^<@!?(\d+)>$/.exec(typed)?.[1] ?? typed;
  return (await store.people.find(id)) ?? { id: fold(id).replace(/[^\p{L}\p{N}._-]+/gu, "-"), name: typed };
}
