import { addYears, type Instant, type IsoDate } from "../shared/calendar.js";
import { inputRules } from "../shared/input-rules.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { actionsFrom } from "../shared/workflow.js";
import { lastDayOf, type Membership, type MembershipAction, type MembershipLetter } from "./membership.js";
import { checkMembership, type MembershipSituation } from "./membership-rules.js";
import type { Provider } from "./provider.js";
import { type MembershipDetail, type MembershipTransition, membershipRefusals, membershipWorkflow } from "./workflow.js";

/** A step as somebody records it. */
export interface MembershipAct {
  readonly by: string;
  readonly at: Instant;
  /** The day it happened outside; today when left out. */
  readonly on?: IsoDate | undefined;
  readonly reason?: string | undefined;
  /** Whom a request names. */
  readonly manager?: string | undefined;
  readonly deputy?: string | undefined;
  /** Which of the letters arrived. */
  readonly letter?: MembershipLetter | undefined;
  /** Of the agreement, as its letter gives them. */
  readonly endsOn?: IsoDate | undefined;
  readonly number?: string | undefined;
}

/** What a step leaves: the membership, and the provider's record when the agreement changed. */
export interface AdvancedMembership {
  readonly membership: Membership;
  readonly provider: Provider;
}

/**
 * Takes a membership one step further, or says why not: the step does not follow, its day cannot be, the request carries
 * an error. Rights are checked before, by the `needs` of the row.
 */
export function advanceMembership(
  situation: MembershipSituation,
  action: MembershipAction,
  act: MembershipAct,
): Result<AdvancedMembership, Problem> {
  const { membership, provider, today } = situation;
  const status = membership?.status ?? "not-started";
  const step: MembershipTransition = membershipWorkflow[action];
  if (!step.from.includes(status)) {
    const possible = actionsFrom(membershipWorkflow, status);
    return failure(raise(membershipRefusals, "membership.transition-illegal", ["status"], { action, status, possible }));
  }
  const on = act.on ?? today;
  const fault = misplacedIn(step, action, act) ?? faultOfDay(membership, step, action, on, today);
  if (fault !== undefined) return failure(fault);
  const advanced = { membership: recorded(situation, step, action, act, on), provider };
  if (step.sound) {
    // The agreement that a request is to bring is not judged before it is there.
    const problems = checkMembership({ ...situation, membership: advanced.membership, provider: { ...provider, agreement: undefined } });
    if (hasErrors(problems)) return { ok: false, problems };
  }
  return step.details?.includes("endsOn") ? agreed(advanced, action, act, on) : success(advanced);
}

/** Names whom France Travail knows, whatever the status: a deputy is found, a manager leaves. */
export function nameManagers(membership: Membership, names: Pick<MembershipAct, "manager" | "deputy">): Membership {
  const { manager = membership.manager, deputy = membership.deputy } = names;
  return { ...membership, ...(manager !== undefined && { manager }), ...(deputy !== undefined && { deputy }) };
}

/** What is told at a step that does not record it, or is missing at the one that does. */
function misplacedIn(step: MembershipTransition, action: MembershipAction, act: MembershipAct): Problem | undefined {
  const details: readonly MembershipDetail[] = ["letter", "endsOn", "number"];
  const detail = details.find((one) => act[one] !== undefined && step.details?.includes(one) !== true);
  if (detail !== undefined) return raise(membershipRefusals, "membership.detail-misplaced", [detail], { detail, action });
  return step.details?.includes("letter") && act.letter === undefined ? raise(inputRules, "input.missing", ["letter"], {}) : undefined;
}

function faultOfDay(
  membership: Membership | undefined,
  step: MembershipTransition,
  action: MembershipAction,
  on: IsoDate,
  today: IsoDate,
): Problem | undefined {
  if (on > today) return raise(inputRules, "input.day-in-future", ["on"], { day: on });
  // Two letters come in any order.
  const before = (membership?.steps ?? []).filter((one) => step.details?.includes("letter") !== true || one.action !== action);
  const lastOn = lastDayOf(before);
  return lastOn !== undefined && on < lastOn ? raise(membershipRefusals, "membership.act-too-early", ["on"], { on, lastOn }) : undefined;
}

function recorded(
  { provider, membership }: MembershipSituation,
  step: MembershipTransition,
  action: MembershipAction,
  act: MembershipAct,
  on: IsoDate,
): Membership {
  const started: Membership = membership ?? { siret: provider.siret, status: "prepared", documents: {}, steps: [] };
  const named = nameManagers(started, act);
  const documents = documentsAfter(started, step, action, act, on);
  const isComplete = (step.documents ?? []).every((document) => documents[document] !== undefined);
  const trace = { action, on, by: act.by, at: act.at, ...(act.reason !== undefined && { reason: act.reason }) };
  return {
    ...named,
    status: isComplete ? (step.to as Membership["status"]) : started.status,
    documents,
    steps: [...started.steps, trace],
  };
}

function documentsAfter(
  { documents }: Membership,
  step: MembershipTransition,
  action: MembershipAction,
  { letter }: MembershipAct,
  on: IsoDate,
): Membership["documents"] {
  if (action === "prepare" || action === "declare") return {};
  const { "renewal-request": _answered, ...others } = documents;
  return { ...(action === "renew" ? others : documents), ...dated(step, letter, on) };
}

function dated({ documents = [] }: MembershipTransition, letter: MembershipLetter | undefined, on: IsoDate): Membership["documents"] {
  return Object.fromEntries(documents.filter((document) => letter === undefined || document === letter).map((document) => [document, on]));
}

/** The agreement's end is read on the letter; while it is not, it is computed, and said to be. */
function agreed({ membership, provider }: AdvancedMembership, action: MembershipAction, act: MembershipAct, on: IsoDate) {
  const { agreement, settings } = provider;
  const isKept = action === "declare" && act.endsOn === undefined && agreement !== undefined;
  const current = action === "renew" ? agreement?.endsOn : undefined;
  const after = current !== undefined && current > on ? current : on;
  const endsOn = act.endsOn ?? (isKept ? agreement.endsOn : addYears(after, settings.membership.agreementYears));
  if (!isKept && endsOn <= after) return failure(raise(membershipRefusals, "membership.end-too-early", ["endsOn"], { endsOn, after }));
  const number = act.number ?? (action === "approve" ? undefined : agreement?.number);
  const isAssumed = isKept ? agreement.assumed === true : act.endsOn === undefined;
  const changed = { endsOn, ...(number !== undefined && { number }), ...(isAssumed && { assumed: true as const }) };
  return success({ membership, provider: { ...provider, agreement: changed } });
}
