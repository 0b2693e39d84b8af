import { addDays, type QuoteAction, type quoteRefusals, quoteWorkflow } from "@kairos/core";
import { problemsOf } from "../../problems.js";
import { after, attempted, attemptOn, type QuoteAttempt } from "../../quote.js";
import { type Dossier, type Fault, faultsIn } from "../../seeded.js";

const judge = (attempt: QuoteAttempt) => problemsOf(attempted(attempt));
const inAct = faultsIn(({ situation: draft }: Dossier) => {
  const situation = after(draft, "submit");
  return situation && attemptOn(situation, "approve");
}, judge);
const inExpiry = faultsIn(({ situation }: Dossier) => {
  const { status, validUntil } = situation.quote;
  return status === "draft" && validUntil !== undefined ? attemptOn({ ...situation, today: addDays(validUntil, 1) }, "expire") : undefined;
}, judge);

export const quoteRefusalFaults: { readonly [Code in keyof typeof quoteRefusals]: Fault } = {
  "quote.transition-illegal": inAct((attempt, random) => {
    const actions = Object.keys(quoteWorkflow) as QuoteAction[];
    const { status } = attempt.situation.quote;
    const action = random.pick(actions.filter((one) => !(quoteWorkflow[one].from as readonly string[]).includes(status)));
    return { ...attempt, action };
  }),
  "quote.same-person": inAct((attempt, random) => ({
    ...attempt,
    act: { ...attempt.act, by: random.pick(attempt.situation.quote.enteredBy) },
  })),
  "quote.not-expired": inExpiry((attempt, random) => {
    const today = addDays(attempt.situation.today, -1 - random.int(60));
    return { ...attempt, situation: { ...attempt.situation, today }, act: { ...attempt.act, on: today } };
  }),
  "quote.act-in-future": inAct((attempt, random) => ({
    ...attempt,
    act: { ...attempt.act, on: addDays(attempt.situation.today, 1 + random.int(30)) },
  })),
  "quote.act-too-early": inAct((attempt, random) => ({
    ...attempt,
    act: { ...attempt.act, on: addDays(attempt.situation.today, -1 - random.int(30)) },
  })),
};
