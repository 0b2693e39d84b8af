import { advanceQuote, type Problem, type QuoteAct, type QuoteAction, type QuoteSituation, type Result } from "@kairos/core";

/** An act on the quote of a dossier: what is done, by whom, on what day. */
export interface QuoteAttempt {
  readonly situation: QuoteSituation;
  readonly action: QuoteAction;
  readonly act: QuoteAct;
}

/** Somebody who did not enter the quote. */
export const approver = "karim";

export function attemptOn(situation: QuoteSituation, action: QuoteAction): QuoteAttempt {
  return { situation, action, act: { by: approver, at: `${situation.today}T09:00:00.000Z`, on: situation.today } };
}

export function attempted({ situation, action, act }: QuoteAttempt): Result<QuoteSituation["quote"], Problem> {
  return advanceQuote(situation, action, act);
}

/** The dossier once these steps were taken, today; nothing when it is no draft. */
export function after(situation: QuoteSituation, ...actions: readonly QuoteAction[]): QuoteSituation | undefined {
  if (situation.quote.status !== "draft") return undefined;
  let reached = situation;
  for (const action of actions) {
    const taken = attempted(attemptOn(reached, action));
    if (!taken.ok) throw new Error(`${situation.quote.title} of the corpus refuses to ${action}`);
    reached = { ...reached, quote: taken.value };
  }
  return reached;
}
