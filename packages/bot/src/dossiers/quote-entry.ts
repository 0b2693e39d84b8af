import { failure, type Problem, type QuoteFrame, type Result, success } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { nextId } from "./next-id.js";
import { unknown, unknownReference } from "./unknown.js";

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
  if (session === undefined) problems.push(unknownReference("session", "session", sessionReference));
  if (trainee === undefined) problems.push(unknownReference("trainee", "stagiaire", traineeId));
  if (session === undefined || trainee === undefined) return failure(...problems);
  const provider = await store.providers.get(session.siret);
  if (provider === undefined) return unknown("provider", "session", session.siret);
  const year = today.slice(0, 4);
  const reference = await nextId(store, `DEV-${year}`);
  return success({ reference, provider, session, trainee, enteredBy: desk.actor.id, today });
}
