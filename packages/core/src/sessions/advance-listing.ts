import type { Instant, IsoDate } from "../shared/calendar.js";
import { inputRules } from "../shared/input-rules.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import type { Listing, ListingAction, ListingStatus } from "./listing.js";
import { checkListing, type ListingSituation, listingRules } from "./listing-rules.js";
import { type ListingTransition, listingRefusals, listingWorkflow } from "./listing-workflow.js";
import type { Session } from "./session.js";

/** A step of a listing as somebody records it. */
export interface ListingAct {
  readonly by: string;
  readonly at: Instant;
  /** The day it happened outside; today when left out. */
  readonly on?: IsoDate | undefined;
}

/**
 * Takes a session's listing one step further, or says why not: the step does not follow, its day cannot be, the entry is
 * not ready. Rights are checked before, by the `needs` of the row. `beside` is what the entry is judged with.
 */
export function advanceListing(
  session: Session,
  action: ListingAction,
  act: ListingAct,
  today: IsoDate,
  beside: Omit<ListingSituation, "session" | "today"> = {},
): Result<Session, Problem> {
  const step: ListingTransition = listingWorkflow[action];
  const on = act.on ?? today;
  if (on > today) return failure(raise(inputRules, "input.day-in-future", ["on"], { day: on }));
  const status = listingStatusOn(session, on);
  if (!allows(step, session, status)) {
    const possible = listingActionsOn(session, on);
    return failure(raise(listingRefusals, "session.listing-step-illegal", ["listing", "status"], { action, status, possible }));
  }
  const steps = session.listing?.steps ?? [];
  const lastOn = steps.at(-1)?.on;
  if (lastOn !== undefined && on < lastOn) return failure(raise(listingRefusals, "session.listing-step-too-early", ["on"], { on, lastOn }));
  if (step.begun && on < session.startsOn) {
    return failure(raise(listingRefusals, "session.listing-before-start", ["on"], { action, on, startsOn: session.startsOn }));
  }
  if (step.numbered && session.listingReference === undefined) {
    return failure(raise(listingRules, "session.reference-missing", ["listingReference"], {}));
  }
  if (step.sound) {
    const problems = checkListing({ ...beside, session, today });
    if (hasErrors(problems)) return { ok: false, problems };
  }
  const listing: Listing = { status: step.to, steps: [...steps, { action, on, by: act.by, at: act.at }] };
  return success({ ...session, listing });
}

/** Where a listing stands on a day: what was recorded, or what the dates of the session have made of it since. */
export function listingStatusOn({ listing, startsOn, endsOn, intake }: Session, day: IsoDate): ListingStatus {
  const status = listing?.status ?? "draft";
  if (!followsDates.has(status)) return status;
  if (endsOn < day) return "ended";
  // People may still join a session that they enter at any time.
  return startsOn <= day && intake !== "permanent" ? "running" : status;
}

/** What may be recorded on a day, the likeliest first. */
export function listingActionsOn(session: Session, day: IsoDate): readonly ListingAction[] {
  const status = listingStatusOn(session, day);
  const all = Object.entries(listingWorkflow) as [ListingAction, ListingTransition][];
  return all.filter(([, step]) => allows(step, session, status) && !(step.begun && day < session.startsOn)).map(([action]) => action);
}

const followsDates: ReadonlySet<ListingStatus> = new Set(["visible", "open", "full", "running"]);

/** What the dates already say may still be written down, with its day. */
function allows(step: ListingTransition, session: Session, status: ListingStatus): boolean {
  const recorded = session.listing?.status ?? "draft";
  return step.from.includes(status) || (step.to === status && recorded !== status && followsDates.has(recorded));
}
