import {
  failure,
  type Grant,
  hasLeft,
  type IsoDate,
  inputRules,
  isInForce,
  type Label,
  type Permission,
  type Provider,
  permissionLabels,
  permissions,
  type Result,
  raise,
  success,
} from "@kairos/core";
import type { Person, Store } from "../store/store.js";
import { personFrom } from "./people.js";

/** The access grant meant, within the establishments the asker manages. */
export async function loadGrant(store: Store, typed: string): Promise<Result<Grant>> {
  const grant = await store.grants.get(typed.toUpperCase());
  return grant === undefined
    ? failure(raise(inputRules, "input.unknown-reference", ["habilitation"], { kind: "grant", reference: typed }))
    : success(grant);
}

/** Somebody who holds or held an access grant where the asker may look: nobody else is known to them. */
export async function loadHolder(
  store: Store,
  typed: string,
): Promise<Result<{ readonly person: Person; readonly grants: readonly Grant[] }>> {
  const person = await personFrom(store, typed);
  const grants = person === undefined ? [] : await store.grants.of(person.id);
  return person === undefined || grants.length === 0
    ? failure(raise(inputRules, "input.unknown-reference", ["personne"], { kind: "person", reference: typed }))
    : success({ person, grants });
}

/** « consulter les devis, saisir un devis » */
export function inWords(given: Iterable<Permission>): Label {
  const held = new Set(given);
  const labels = permissions.filter((permission) => held.has(permission)).map((permission) => permissionLabels[permission]);
  return { fr: labels.map(({ fr }) => fr).join(", "), en: labels.map(({ en }) => en).join(", ") };
}

/** Every right that is not among these. */
export function missingFrom(given: Iterable<Permission>): readonly Permission[] {
  const held = new Set(given);
  return permissions.filter((permission) => !held.has(permission));
}

/** The next number of a series of the desk: `H-0007`. */
export async function nextId(store: Store, series: string): Promise<string> {
  return `${series}-${(await store.counters.next(series)).toString().padStart(4, "0")}`;
}

/** Who had left by a day, whatever still stands in their name. */
export async function leaversIn(store: Store, on: IsoDate): Promise<ReadonlySet<string>> {
  return new Set((await store.accounts.list()).filter((account) => hasLeft(account, on)).map(({ person }) => person));
}

/** How many people hold a right in an establishment on a day. */
export async function holdersOf(store: Store, { siret }: Provider, on: IsoDate): Promise<number> {
  const left = await leaversIn(store, on);
  const holding = (await store.grants.list()).filter((grant) => grant.siret === siret && isInForce(grant, on) && !left.has(grant.person));
  return new Set(holding.map(({ person }) => person)).size;
}
