import type { Permission } from "../access/index.js";
import type { Settings } from "../membership/index.js";
import { addDays, dayOf, daysBetween, type Instant, type IsoDate } from "../shared/calendar.js";
import type { Siret } from "../shared/identifiers.js";
import type { Quote, QuoteStatus } from "./quote.js";
import { quoteWorkflow } from "./workflow.js";

/** The candidate of a submitted quote is to be called back. */
export interface QuoteReminder {
  /** The first, the second… */
  readonly reminder: number;
  /** Days between the submission and the reminder. */
  readonly afterDays: number;
  /** The day it became due. */
  readonly dayOn: IsoDate;
}

/** The last reminder day that a quote has reached; none once it is no longer valid, since it is then to be closed. */
export function reminderReached(quote: Quote, settings: Settings, today: IsoDate): QuoteReminder | undefined {
  const { submittedOn } = quote;
  if (quote.status !== "awaiting-candidate" || submittedOn === undefined || isOver(quote, today)) return undefined;
  const days = daysBetween(submittedOn, today);
  const reached = [...new Set(settings.quotes.reminderDays)].filter((due) => due <= days);
  if (reached.length === 0) return undefined;
  const afterDays = Math.max(...reached);
  return { reminder: reached.length, afterDays, dayOn: addDays(submittedOn, afterDays) };
}

/** What a quote may wait for from somebody of the desk. */
export type QuoteWaitKind = "remind" | "expire" | "correct";

/** The statuses in which a quote may wait for somebody of the desk. */
export const waitingStatuses: readonly QuoteStatus[] = ["awaiting-candidate", "approved", "correction-requested"];

export interface QuoteWait {
  readonly kind: QuoteWaitKind;
  /** The right that lets somebody do it. */
  readonly needs: Permission;
  readonly reference: string;
  readonly siret: Siret;
  /** Since when. */
  readonly dayOn: IsoDate;
}

/**
 * What a quote waits for this morning, one thing at most. What was recorded today is left for tomorrow: whoever recorded
 * it knows.
 */
export function whatWaits(quote: Quote, settings: Settings, today: IsoDate): QuoteWait | undefined {
  const wait = (kind: QuoteWaitKind, dayOn: IsoDate): QuoteWait => {
    return { kind, needs: rights[kind], reference: quote.reference, siret: quote.siret, dayOn };
  };
  const earlier = (at: Instant) => dayOf(at, settings.timeZone) < today;
  const { status, decision, validUntil = today, submittedOn = today } = quote;
  if (status === "correction-requested") return decision && earlier(decision.recordedAt) ? wait("correct", decision.on) : undefined;
  if (validUntil < today) return isOffered.has(status) ? wait("expire", validUntil) : undefined;
  return reminderReached(quote, settings, today) ? wait("remind", submittedOn) : undefined;
}

const rights: Readonly<Record<QuoteWaitKind, Permission>> = {
  remind: quoteWorkflow.submit.needs,
  expire: quoteWorkflow.expire.needs,
  correct: quoteWorkflow.revise.needs,
};

/** The candidate has it, France Travail does not study it yet. */
const isOffered: ReadonlySet<QuoteStatus> = new Set(["awaiting-candidate", "approved"]);

function isOver(quote: Quote, today: IsoDate): boolean {
  const { validUntil = today } = quote;
  return validUntil < today;
}
