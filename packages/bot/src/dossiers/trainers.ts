import { failure, inputRules, type Result, raise, success } from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";
import { isNone, partsOf } from "./list-options.js";
import { namesIn, personFrom } from "./people.js";

/** Who teaches, by id, and what to say of those who were not known yet. */
export interface Trainers {
  readonly ids: readonly string[];
  readonly remarks: readonly ReplyLine[];
}

/** People named or mentioned, separated by commas; `aucun` for nobody. Those who were not known yet are kept from now on. */
export async function trainersFrom(store: Store, typed: string): Promise<Result<Trainers>> {
  if (isNone(typed)) return success({ ids: [], remarks: [] });
  const ids: string[] = [];
  const remarks: ReplyLine[] = [];
  for (const part of partsOf(typed)) {
    const person = await personFrom(store, part);
    if (person === undefined)
      return failure(raise(inputRules, "input.unknown-reference", ["formateurs"], { kind: "person", reference: part.slice(0, 80) }));
    if (ids.includes(person.id)) continue;
    ids.push(person.id);
    if ((await store.people.get(person.id)) !== undefined) continue;
    await store.people.save(person);
    remarks.push(
      line(
        "warning",
        `« ${person.name} » n'était pas encore connu de Kairos : vérifiez que le nom est bien écrit.`,
        `“${person.name}” was not known to Kairos yet: check that the name is spelt right.`,
      ),
    );
  }
  return ids.length > 20 ? failure(raise(inputRules, "input.too-many", ["formateurs"], { most: 20 })) : success({ ids, remarks });
}

/** How people are called, by id; the id of whoever is not known. */
export async function callingIn(store: Store): Promise<(id: string) => string> {
  const names = await namesIn(store);
  return (id) => names.get(id) ?? id;
}
