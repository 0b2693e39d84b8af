import type { Provider } from "../membership/index.js";
import type { IsoDate } from "../shared/calendar.js";
import { type Account, hasLeft } from "./account.js";
import { type Grant, isInForce, isStanding } from "./grant.js";
import type { Permission } from "./permissions.js";
import { type OwnProfile, permissionsOf } from "./profiles.js";
import { type AccessReview, lastClosed, openReview, reviewDueOn } from "./review.js";

/** A right that somebody used, and when last. */
export interface Usage {
  readonly person: string;
  readonly permission: Permission;
  readonly lastOn: IsoDate;
}

/** Everything a review looks at: one establishment, on one day. */
export interface ReviewFacts {
  readonly provider: Provider;
  readonly today: IsoDate;
  readonly grants: readonly Grant[];
  readonly own: readonly OwnProfile[];
  readonly accounts: readonly Account[];
  /** How people are called. */
  readonly names: ReadonlyMap<string, string>;
  /** What was done with each right, as far back as the trail is kept. */
  readonly usage: readonly Usage[];
  /** The rights some act of the desk asks for: one that nothing asks for cannot be used. */
  readonly exercisable: ReadonlySet<Permission>;
  /** Grants whose giving stands in the trail. */
  readonly traced: ReadonlySet<string>;
  /** First day the trail still holds: what was given before cannot be looked up. */
  readonly trailFrom?: IsoDate | undefined;
  /** Every review of the establishment. */
  readonly reviews: readonly AccessReview[];
}

/** One grant under review, with what its rules look at. */
export interface ReviewedGrant {
  readonly grant: Grant;
  readonly today: IsoDate;
  readonly settings: Provider["settings"]["access"];
  readonly name: string;
  readonly account: Account | undefined;
  readonly permissions: readonly Permission[];
  /** The holder's last act in the workspace under one of these rights, for this establishment or another. */
  readonly lastActOn: IsoDate | undefined;
  /** Rights of this grant that the holder never used, though an act of the desk asks for them. */
  readonly unused: readonly Permission[];
  readonly used: readonly Permission[];
  readonly isTraced: boolean;
}

/** The establishment under review. */
export interface ReviewedEstablishment {
  readonly provider: Provider;
  readonly today: IsoDate;
  /** Persons who hold a right today. */
  readonly people: readonly string[];
  readonly managers: readonly string[];
  /** Nothing while a review is open. */
  readonly dueOn: IsoDate | undefined;
}

/** The grants a review goes through: those that stand, those that ended by themselves since the last one, those it decided upon. */
export function reviewedGrants(facts: ReviewFacts, review?: AccessReview): readonly ReviewedGrant[] {
  const since = lastClosed(facts.reviews)?.closed.on ?? "";
  const decided = new Set(review?.decisions.map(({ grant }) => grant));
  const hasEnded = (grant: Grant) => grant.revokedOn === undefined && (grant.until ?? "") >= since;
  return facts.grants
    .filter((grant) => isStanding(grant, facts.today) || hasEnded(grant) || decided.has(grant.id) || isRevokedSince(grant, review))
    .map((grant) => reviewedGrant(grant, facts));
}

export function reviewedEstablishment({ provider, today, grants, own, accounts, reviews }: ReviewFacts): ReviewedEstablishment {
  const left = new Set(accounts.filter((account) => hasLeft(account, today)).map(({ person }) => person));
  const holding = grants.filter((grant) => isInForce(grant, today) && !left.has(grant.person));
  const managing = holding.filter((grant) => permissionsOf(grant.profile, grant.siret, own).includes("access.manage"));
  const first = grants.reduce<IsoDate | undefined>((day, { from }) => (day === undefined || from < day ? from : day), undefined);
  return {
    provider,
    today,
    people: distinct(holding),
    managers: distinct(managing),
    dueOn: openReview(reviews) === undefined ? reviewDueOn(reviews, first, provider.settings.access.reviewMonths) : undefined,
  };
}

/** Taken back while the review was open, by a decision of it or beside it. */
function isRevokedSince({ revokedOn }: Grant, review: AccessReview | undefined): boolean {
  return review !== undefined && revokedOn !== undefined && revokedOn >= review.openedOn;
}

function reviewedGrant(grant: Grant, facts: ReviewFacts): ReviewedGrant {
  const { usage, exercisable, traced, trailFrom } = facts;
  const permissions = permissionsOf(grant.profile, grant.siret, facts.own);
  const own = usage.filter(({ person }) => person === grant.person);
  const used = permissions.filter((permission) => own.some((use) => use.permission === permission));
  return {
    grant,
    today: facts.today,
    settings: facts.provider.settings.access,
    name: facts.names.get(grant.person) ?? grant.person,
    account: facts.accounts.find(({ person }) => person === grant.person),
    permissions,
    lastActOn: own.reduce<IsoDate | undefined>((last, { lastOn }) => (last === undefined || lastOn > last ? lastOn : last), undefined),
    used,
    unused: permissions.filter((permission) => !used.includes(permission) && exercisable.has(permission)),
    isTraced: traced.has(grant.id) || (trailFrom !== undefined && grant.from <= trailFrom),
  };
}

function distinct(grants: readonly Grant[]): readonly string[] {
  return [...new Set(grants.map(({ person }) => person))];
}
