import {
  type Grant,
  type IsoDate,
  isStanding,
  type Label,
  type Leavers,
  leaversAmong,
  type Permission,
  type Provider,
  permissionLabels,
  permissions,
  type Result,
  type Siret,
  success,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Person, Store } from "../store/store.js";
import { personFrom } from "./people.js";
import { unknown } from "./unknown.js";

/** The access grant meant, within the establishments the asker manages. */
export async function loadGrant(store: Store, typed: string): Promise<Result<Grant>> {
  const grant = await store.grants.get(typed.toUpperCase());
  return grant === undefined ? unknown("grant", "habilitation", typed) : success(grant);
}

/** Somebody who holds or held an access grant where the asker may look: nobody else is known to them. */
export async function loadHolder(
  store: Store,
  typed: string,
): Promise<Result<{ readonly person: Person; readonly grants: readonly Grant[] }>> {
  const person = await personFrom(store, typed);
  const grants = person === undefined ? [] : await store.grants.of(person.id);
  return person === undefined || grants.length === 0 ? unknown("person", "personne", typed) : success({ person, grants });
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

/** The first day without each person who has left or is about to. */
export async function leaversIn(store: Store): Promise<Leavers> {
  return leaversAmong(await store.accounts.list());
}

/** How many people hold a right in an establishment, or will. */
export async function holdersOf(store: Store, { siret }: Provider, on: IsoDate): Promise<number> {
  const leavers = await leaversIn(store);
  const holding = (await store.grants.list()).filter(
    (grant) => grant.siret === siret && isStanding(grant, on) && !isGone(leavers, grant.person, on),
  );
  return new Set(holding.map(({ person }) => person)).size;
}

export function isGone(leavers: Leavers, person: string, on: IsoDate): boolean {
  return (leavers.get(person) ?? "9999") <= on;
}

/** Somebody called by a name that was never typed before: perhaps a slip of the fingers, unless they were picked from the chat. */
export async function newcomer(store: Store, person: Person, typed: string): Promise<readonly ReplyLine[]> {
  if (typed.startsWith("<@") || (await store.people.get(person.id)) !== undefined) return [];
  return [
    line(
      "warning",
      `Première habilitation de « ${person.name} » : vérifiez que le nom est bien écrit.`,
      `First access grant of “${person.name}”: check that the name is spelt right.`,
    ),
  ];
}

/** The establishment's SIRET when it has to be named: the asker acts for several. */
export async function placeAmong(store: Store, { siret }: Provider): Promise<Siret | undefined> {
  return (await store.providers.list()).length > 1 ? siret : undefined;
}
