import type { IsoDate } from "../shared/calendar.js";
import type { Problem } from "../shared/problem.js";
import { hasErrors } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { leaversAmong } from "./account.js";
import { managersOf } from "./explain.js";
import type { Grant } from "./grant.js";
import { permissionsOf } from "./profiles.js";
import { accessRefusals } from "./refusals.js";
import type { AccessReview, Decided, ReviewDecision } from "./review.js";
import type { ReviewRow } from "./review-rows.js";
import type { ReviewFacts } from "./review-situation.js";
import { checkGrant } from "./rules.js";

/** What somebody decides of one row. */
export interface Decision {
  readonly decision: ReviewDecision;
  readonly by: string;
  readonly reason?: string | undefined;
  /** Of a reduction: the profile wanted, when it is not the one proposed. */
  readonly profile?: string | undefined;
  /** Of a reduction: the number of the grant that replaces this one. */
  readonly newId?: string | undefined;
}

/** What a decision leaves: the review with it, and the grants that changed. */
export interface Decree {
  readonly review: AccessReview;
  readonly grants: readonly Grant[];
}

/** Decides of one row of an open review: keeps the grant, replaces it with a narrower one, or revokes it. */
export function decideOf(row: ReviewRow, review: AccessReview, facts: ReviewFacts, decision: Decision): Result<Decree, Problem> {
  const { grant } = row.reviewed;
  const { today, grants } = facts;
  const leavers = leaversAmong(facts.accounts);
  if (!mayDecide(row, facts, decision.by)) return failure(raise(accessRefusals, "access.own-decision", ["person"], {}));
  const changed = changesOf(row, facts, decision);
  if (!changed.ok) return changed;
  const problems = changed.value.flatMap((after) => {
    const action = after.id === grant.id ? "revoke" : "give";
    return checkGrant({ grant: action === "revoke" ? grant : after, action, by: decision.by, grants, today, leavers });
  });
  if (hasErrors(problems)) return { ok: false, problems };
  const decided: Decided = {
    grant: grant.id,
    decision: decision.decision,
    remarks: [...row.problems],
    by: decision.by,
    on: today,
    ...(decision.decision === "reduce" && decision.newId !== undefined && { replacedBy: decision.newId }),
    ...(decision.reason !== undefined && { reason: decision.reason }),
  };
  const decisions = [...review.decisions.filter((one) => one.grant !== grant.id), decided];
  return success({ review: { ...review, decisions }, grants: changed.value });
}

/** Nobody decides on their own grant while another RGC can. */
export function mayDecide({ reviewed: { grant } }: ReviewRow, { grants, today, own, accounts }: ReviewFacts, by: string): boolean {
  return (
    grant.person !== by || managersOf(grants, grant.siret, today, { own, leavers: leaversAmong(accounts) }).every((person) => person === by)
  );
}

/** May it be taken back at all: the last RGC may not. */
export function isRevocable({ reviewed: { grant } }: ReviewRow, { grants, today, accounts }: ReviewFacts): boolean {
  return !hasErrors(checkGrant({ grant, action: "revoke", by: "", grants, today, leavers: leaversAmong(accounts) }));
}

function changesOf(row: ReviewRow, { own, today }: ReviewFacts, decision: Decision): Result<readonly Grant[], Problem> {
  const { grant, permissions } = row.reviewed;
  if (decision.decision === "keep") return success([]);
  const revoked = revokedGrant(grant, today, decision);
  if (decision.decision === "revoke") return success([revoked]);
  const profile = decision.profile ?? row.narrower;
  if (profile === undefined || decision.newId === undefined) {
    return failure(raise(accessRefusals, "access.no-narrower-profile", ["profile"], { profile: grant.profile }));
  }
  const given = permissionsOf(profile, grant.siret, own);
  const added = given.filter((permission) => !permissions.includes(permission));
  if (given.length === 0 || added.length > 0 || given.length >= permissions.length) {
    return failure(raise(accessRefusals, "access.not-narrower", ["profile"], { permissions: added }));
  }
  const { revokedOn: _on, revokedBy: _by, revokedReason: _reason, ...kept } = grant;
  const from = grant.from > today ? grant.from : today;
  return success([revoked, { ...kept, id: decision.newId, profile, grantedBy: decision.by, from }]);
}

function revokedGrant(grant: Grant, today: IsoDate, { by, reason }: Decision): Grant {
  return { ...grant, revokedOn: today, revokedBy: by, ...(reason !== undefined && { revokedReason: reason }) };
}
