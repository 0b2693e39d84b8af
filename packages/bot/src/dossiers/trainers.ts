import { failure, fold, inputRules, type Result, raise, success } from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Person, Store } from "../store/store.js";
import { isNone, partsOf } from "./list-options.js";
import { namesIn, personFrom } from "./people.js";
import { unknown } from "./unknown.js";

/** Who teaches, by id, and what to say of those who were not known yet. */
export interface Trainers {
  readonly ids: readonly string[];
  readonly remarks: readonly ReplyLine[];
}

/** People named or mentioned, separated by commas; `aucun` for nobody. Those who were not known yet are kept from now on. */
export async function trainersFrom(store: Store, typed: string): Promise<Result<Trainers>> {
  const named = await trainersNamed(store, partsOf(typed));
  if (!named.ok) return named;
  const remarks: ReplyLine[] = [];
  for (const { person, isKnown } of named.value) if (!isKnown) remarks.push(await keptFromNow(store, person));
  return success({ ids: named.value.map(({ person }) => person.id), remarks });
}

/** Somebody meant, known to the workspace or not. */
export interface Named {
  readonly person: Person;
  readonly isKnown: boolean;
}

/** The people meant by these parts, each once. Nobody is kept; `met` remembers from one list to the next. */
export async function trainersNamed(
  store: Store,
  parts: readonly string[],
  met: Map<string, Named | undefined> = new Map(),
): Promise<Result<readonly Named[]>> {
  const [first = ""] = parts;
  if (parts.length <= 1 && isNone(first)) return success([]);
  const named = new Map<string, Named>();
  for (const part of parts) {
    if (!met.has(part)) met.set(part, await oneNamed(store, part));
    const one = met.get(part);
    if (one === undefined) return unknown("person", "formateurs", part);
    if (!named.has(one.person.id)) named.set(one.person.id, one);
  }
  return named.size > 20 ? failure(raise(inputRules, "input.too-many", ["formateurs"], { most: 20 })) : success([...named.values()]);
}

/** Keeps somebody who was not known yet, and says so. */
export async function keptFromNow(store: Store, person: Person): Promise<ReplyLine> {
  await store.people.save(person);
  return line(
    "warning",
    `« ${person.name} » n'était pas encore connu de Kairos : vérifiez que le nom est bien écrit.`,
    `“${person.name}” was not known to Kairos yet: check that the name is spelt right.`,
  );
}

async function oneNamed(store: Store, part: string): Promise<Named | undefined> {
  const person = await personFrom(store, part);
  return person && { person, isKnown: (await store.people.get(person.id)) !== undefined };
}

/** What means somebody when it is read again: their name, or their id where the name does not tell them apart. */
export async function meaningIn(store: Store): Promise<(id: string) => string> {
  const people = await store.people.list();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const count = new Map<string, number>();
  for (const { name } of people) count.set(fold(name), (count.get(fold(name)) ?? 0) + 1);
  return (id) => {
    const name = names.get(id);
    const isPlain = name !== undefined && !/[,;|<>]/.test(name) && !isNone(name) && name.trim() === name;
    return isPlain && count.get(fold(name)) === 1 && (name === id || !names.has(name)) ? name : id;
  };
}

/** How people are called, by id; the id of whoever is not known. */
export async function callingIn(store: Store): Promise<(id: string) => string> {
  const names = await namesIn(store);
  return (id) => names.get(id) ?? id;
}
