import type { IsoDate } from "../shared/calendar.js";
import type { Siret } from "../shared/identifiers.js";
import { type Account, hasLeft } from "./account.js";
import { type Grant, isInForce } from "./grant.js";
import type { Permission } from "./permissions.js";
import { narrowestProfile, type OwnProfile, permissionsOf } from "./profiles.js";
import type { Leavers } from "./rules.js";

/** Why a right is missing; the first that applies, from the most telling to the least. */
export type Want = "left" | "ended" | "to-come" | "elsewhere" | "not-in-profile" | "no-grant";

export type Explanation =
  | { readonly granted: true; readonly by: readonly Grant[] }
  | {
      readonly granted: false;
      readonly why: Want;
      /** The grant it hangs on, where there is one: the one that ended last, or that begins first. */
      readonly grant?: Grant;
      /** The narrowest profile that would give it. */
      readonly profile: string | undefined;
      /** Who may grant it: persons. */
      readonly givers: readonly string[];
    };

export interface AccessQuestion {
  readonly person: string;
  readonly permission: Permission;
  readonly siret: Siret;
  readonly on: IsoDate;
}

/** Says which grants give a right, or what is missing and who can give it. `grants` are those of the asker's establishments. */
export function explainAccess(
  { person, permission, siret, on }: AccessQuestion,
  facts: {
    readonly grants: readonly Grant[];
    readonly own: readonly OwnProfile[];
    readonly account?: Account | undefined;
    readonly leavers?: Leavers;
  },
): Explanation {
  const { grants, own, account, leavers = new Map() } = facts;
  const held = grants.filter((grant) => grant.person === person);
  const giving = held.filter((grant) => permissionsOf(grant.profile, grant.siret, own).includes(permission));
  const here = giving.filter((grant) => grant.siret === siret);
  const by = here.filter((grant) => isInForce(grant, on));
  const left = hasLeft(account, on);
  if (by.length > 0 && !left) return { granted: true, by };
  const ended = here.filter((grant) => grant.from <= on).sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
  const coming = here.filter((grant) => grant.from > on && grant.revokedOn === undefined).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const elsewhere = giving.find((grant) => isInForce(grant, on));
  const wants: readonly (readonly [Want, boolean, (Grant | undefined)?])[] = [
    ["left", left],
    ["to-come", coming !== undefined, coming],
    ["ended", ended !== undefined, ended],
    ["elsewhere", elsewhere !== undefined, elsewhere],
    ["not-in-profile", held.some((grant) => grant.siret === siret && isInForce(grant, on))],
  ];
  const [why, , grant] = wants.find(([, applies]) => applies) ?? (["no-grant", true] as const);
  return {
    granted: false,
    why,
    ...(grant !== undefined && { grant }),
    profile: narrowestProfile(new Set([permission]), siret, own),
    givers: managersOf(grants, siret, on, { own, leavers }),
  };
}

/** Who may grant rights for an establishment on a day, those who have left apart. */
export function managersOf(
  grants: readonly Grant[],
  siret: Siret,
  on: IsoDate,
  beside: { readonly own?: readonly OwnProfile[]; readonly leavers?: Leavers } = {},
): readonly string[] {
  const { own = [], leavers } = beside;
  const managing = grants.filter(
    (grant) =>
      grant.siret === siret &&
      isInForce(grant, on) &&
      (leavers?.get(grant.person) ?? "9999") > on &&
      permissionsOf(grant.profile, siret, own).includes("access.manage"),
  );
  return [...new Set(managing.map(({ person }) => person))];
}

/** The first day without it. */
function endOf({ until, revokedOn }: Grant): IsoDate {
  return revokedOn !== undefined && (until === undefined || revokedOn <= until) ? revokedOn : (until ?? "");
}
