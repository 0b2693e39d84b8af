import type { IsoDate } from "../shared/calendar.js";
import type { Problem } from "../shared/problem.js";
import { lastDayOf, type Membership, type MembershipLetter, type MembershipState, membershipLetters } from "./membership.js";
import { checkMembership, type MembershipSituation } from "./membership-rules.js";
import { type MembershipPathStep, pathOf } from "./path.js";
import type { Provider } from "./provider.js";
import { type StandingKind, type StandingRow, standingRows } from "./standing-rows.js";

export interface MembershipStanding extends StandingRow {
  readonly state: MembershipState;
  /** What more is known of the state, which the sentences say. */
  readonly kind: StandingKind;
  /** The day of the last step. */
  readonly since: IsoDate | undefined;
  readonly agreement: Provider["agreement"];
  /** The letters this step waits for. */
  readonly awaited: readonly MembershipLetter[];
  readonly problems: readonly Problem[];
  readonly path: readonly MembershipPathStep[];
}

/** Where a provider stands on its way to the portal, what is missing, who must act and what comes next. */
export function membershipStanding(situation: MembershipSituation): MembershipStanding {
  const { membership, provider, today } = situation;
  const state = membershipStateOn(membership, provider, today);
  const kind = kindOf(state, situation);
  return {
    ...standingRows[kind],
    state,
    kind,
    since: lastDayOf(membership?.steps ?? []),
    agreement: provider.agreement,
    awaited: awaitedBy(membership),
    problems: checkMembership(situation),
    path: kind === "untracked" ? [] : pathOf(membership),
  };
}

/** The recorded status, or what the end of the agreement makes of it on a day: no job changes it. */
export function membershipStateOn(membership: Membership | undefined, provider: Provider, today: IsoDate): MembershipState {
  const { agreement } = provider;
  if (membership?.status !== "active" || agreement === undefined) return membership?.status ?? "not-started";
  if (agreement.endsOn < today) return "expired";
  return checkMembership({ provider, today }).some(({ code }) => code === "org.agreement-expiring") ? "expiring" : "active";
}

function awaitedBy(membership: Membership | undefined): readonly MembershipLetter[] {
  return membership?.status === "approved" ? membershipLetters.filter((letter) => membership.documents[letter] === undefined) : [];
}

function kindOf(state: MembershipState, { membership, provider }: MembershipSituation): StandingKind {
  if (state === "not-started" && provider.agreement !== undefined) return "untracked";
  return membership?.status === "active" && membership.documents["renewal-request"] !== undefined ? "renewing" : state;
}
