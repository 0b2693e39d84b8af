import {
  type Access,
  accessOn,
  accessRefusals,
  establishmentsFor,
  explainAccess,
  failure,
  type Grant,
  hasLeft,
  type Instant,
  type IsoDate,
  isProfileId,
  leaversAmong,
  managersOf,
  type OwnProfile,
  type Permission,
  type Problem,
  type Provider,
  permissionsOf,
  type Result,
  raise,
  rightsOf,
  type Siret,
  success,
} from "@kairos/core";
import { type LoadedCommand, type Needs, rightsFor } from "./command.js";
import type { Scope, Store } from "./store/store.js";
import { zoneOf } from "./zone.js";

/** Who asks, as the desk knows them today. */
export interface Standing {
  /** Every establishment of the workspace, the first registered first. */
  readonly providers: readonly Provider[];
  readonly grants: readonly Grant[];
  readonly own: readonly OwnProfile[];
  readonly access: Access;
  readonly rights: ReadonlySet<Permission>;
  /** The day it is for the provider. */
  readonly today: IsoDate;
  /** May open the workspace: whoever runs the server, or holds the machine. */
  readonly mayFound: boolean;
  /** Where they train, read when the command is a trainee's. */
  readonly trainsAt: readonly Siret[];
}

/** Reads what a person may do now; `store` must not be limited. */
export async function standingOf(
  store: Store,
  asker: { readonly person: string; readonly mayFound: boolean; readonly needs: Needs },
  now: Instant,
  dayOf: (instant: Instant, zone: string) => IsoDate,
): Promise<Standing> {
  const [providers, grants, account] = await Promise.all([
    store.providers.list(),
    store.grants.of(asker.person),
    store.accounts.get(asker.person),
  ]);
  const own = grants.every(({ profile }) => isProfileId(profile)) ? [] : await store.ownProfiles.list();
  const today = dayOf(now, zoneOf(providers[0]));
  const access = accessOn(grants, today, { own, left: hasLeft(account, today) });
  const files = asker.needs === "trainee" ? await store.trainees.ofPerson(asker.person) : [];
  const trainsAt = [...new Set(files.map(({ siret }) => siret))];
  return { providers, grants, own, access, rights: rightsOf(access), today, mayFound: asker.mayFound, trainsAt };
}

/** The establishments for which a person may run the command, or why not. */
export function authorise({ needs }: Pick<LoadedCommand, "needs">, standing: Standing): Result<Scope> {
  const { providers, access, mayFound, trainsAt } = standing;
  if (needs === "none") return success([]);
  if (needs === "founding") {
    if (providers.length > 0) return failure(raise(accessRefusals, "access.already-founded", [], {}));
    return mayFound ? success("all") : failure(raise(accessRefusals, "access.not-administrator", [], {}));
  }
  if (providers.length === 0) return failure(raise(accessRefusals, "access.not-founded", [], {}));
  if (needs === "trainee") return trainsAt.length > 0 ? success(trainsAt) : failure(raise(accessRefusals, "access.not-a-trainee", [], {}));
  const [first, ...others] = rightsFor(needs);
  if (first === undefined) return success([]);
  const scope = [...new Set([first, ...others].flatMap((right) => establishmentsFor(access, right)))];
  return scope.length > 0 ? success(scope) : failure(refusalOf(first, standing));
}

/** Why a right is missing, from the person's own grants: nothing that others were given is told. */
function refusalOf(permission: Permission, { grants, own, access, today }: Standing): Problem {
  const [first] = grants;
  if (first === undefined) return raise(accessRefusals, "access.unknown-person", [], {});
  const giving = grants.filter(({ profile, siret }) => permissionsOf(profile, siret, own).includes(permission));
  const { siret, person } = giving.at(-1) ?? first;
  const explained = explainAccess({ person, permission, siret, on: today }, { grants, own });
  if (!explained.granted && explained.grant !== undefined) {
    const { id, from, until = today, revokedOn } = explained.grant;
    if (explained.why === "to-come") return raise(accessRefusals, "access.grant-to-come", [], { permission, grant: id, from });
    if (explained.why === "ended") {
      return raise(accessRefusals, "access.grant-over", [], { permission, grant: id, endedOn: revokedOn ?? until, managers: [] });
    }
  }
  if (access.held.length === 0) return raise(accessRefusals, "access.unknown-person", [], {});
  return raise(accessRefusals, "access.missing-permission", [], { permission, managers: [] });
}

/** The same refusal with the names of those who can grant the right, told to whoever works there today. `store` must not be limited. */
export async function withManagers(problems: readonly Problem[], { access }: Standing, store: Store): Promise<readonly Problem[]> {
  if (access.held.length === 0 || !problems.some(({ params }) => "managers" in params)) return problems;
  const [grants, own] = [await store.grants.list(), await store.ownProfiles.list()];
  const leavers = leaversAmong(await store.accounts.list());
  const people = [...new Set(access.held.flatMap(({ siret }) => managersOf(grants, siret, access.on, { own, leavers })))];
  const names = await Promise.all(people.map(async (person) => (await store.people.get(person))?.name ?? person));
  return problems.map((problem) =>
    "managers" in problem.params ? { ...problem, params: { ...problem.params, managers: names } } : problem,
  );
}
