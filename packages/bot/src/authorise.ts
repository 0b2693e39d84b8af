import {
  accessRefusals,
  establishmentsFor,
  failure,
  type Grant,
  type Instant,
  type IsoDate,
  type Permission,
  type Provider,
  type Result,
  raise,
  rightsOf,
  success,
} from "@kairos/core";
import type { LoadedCommand } from "./command.js";
import type { Scope, Store } from "./store/store.js";

/** Who asks, as the desk knows them today. */
export interface Standing {
  readonly provider: Provider | undefined;
  readonly grants: readonly Grant[];
  readonly rights: ReadonlySet<Permission>;
  /** The day it is for the provider. */
  readonly today: IsoDate;
  /** May open the workspace: whoever runs the server, or holds the machine. */
  readonly mayFound: boolean;
}

/** Reads what a person may do now; `store` must not be limited. */
export async function standingOf(
  store: Store,
  asker: { readonly person: string; readonly mayFound: boolean },
  now: Instant,
  dayOf: (instant: Instant, zone: string) => IsoDate,
): Promise<Standing> {
  const [providers, grants] = await Promise.all([store.providers.list(), store.grants.of(asker.person)]);
  const provider = providers[0];
  const today = dayOf(now, provider?.settings.timeZone ?? "Europe/Paris");
  return { provider, grants, rights: rightsOf(grants, today), today, mayFound: asker.mayFound };
}

/** The establishments for which a person may run the command, or why not. */
export function authorise({ needs }: Pick<LoadedCommand, "needs">, { provider, grants, today, mayFound }: Standing): Result<Scope> {
  if (needs === "none") return success([]);
  if (needs === "founding") {
    if (provider !== undefined) return failure(raise(accessRefusals, "access.already-founded", [], {}));
    return mayFound ? success("all") : failure(raise(accessRefusals, "access.not-administrator", [], {}));
  }
  if (provider === undefined) return failure(raise(accessRefusals, "access.not-founded", [], {}));
  const scope = establishmentsFor(grants, needs, today);
  if (scope.length > 0) return success(scope);
  if (grants.length === 0) return failure(raise(accessRefusals, "access.unknown-person", [], {}));
  return failure(raise(accessRefusals, "access.missing-permission", [], { permission: needs }));
}
