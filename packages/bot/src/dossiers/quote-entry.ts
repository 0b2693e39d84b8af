import { failure, inputRules, type Problem, type QuoteFrame, type Result, raise, success } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { nextId } from "./next-id.js";

/** What every new quote starts from: the session, the trainee, their provider, and the next number. */
export async function entryOf(
  desk: Pick<CommandContext<unknown>, "store" | "today" | "actor">,
  sessionReference: string,
  traineeId: string,
): Promise<Result<Omit<QuoteFrame, "scheme">>> {
  const { store, today } = desk;
  const session = await store.sessions.get(sessionReference.toUpperCase());
  const trainee = await store.trainees.get(traineeId.toUpperCase());
  const problems: Problem[] = [];
  if (session === undefined)
    problems.push(raise(inputRules, "input.unknown-reference", ["session"], { kind: "session", reference: sessionReference }));
  if (trainee === undefined)
    problems.push(raise(inputRules, "input.unknown-reference", ["stagiaire"], { kind: "trainee", reference: traineeId }));
  if (session === undefined || trainee === undefined) return failure(...problems);
  const provider = await store.providers.get(session.siret);
  if (provider === undefined)
    return failure(raise(inputRules, "input.unknown-reference", ["session"], { kind: "provider", reference: session.siret }));
  const year = today.slice(0, 4);
  const reference = await nextId(store, `DEV-${year}`);
  return success({ reference, provider, session, trainee, enteredBy: desk.actor.id, today });
}
