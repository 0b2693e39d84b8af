import { failure, type Result, raise, recordRefusals, success, type Trainee } from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Person, Store } from "../store/store.js";
import { personFrom } from "./people.js";
import { unknown } from "./unknown.js";

/** The account of the chat a trainee has from now on: the one that is named, the one they had when nothing is said, or none. */
export async function accountMeant(
  store: Store,
  trainee: Trainee,
  { typed, unlink = false }: { readonly typed: string | undefined; readonly unlink: boolean | undefined },
): Promise<Result<Person | undefined>> {
  if (typed === undefined) {
    const { person } = trainee;
    return success(unlink || person === undefined ? undefined : { id: person, name: person });
  }
  const person = await personFrom(store, typed);
  if (person === undefined) {
    return unknown("person", "compte", typed);
  }
  const others = (await store.trainees.ofPerson(person.id)).filter(({ id, siret }) => siret === trainee.siret && id !== trainee.id);
  const [other] = others;
  if (other !== undefined) return failure(raise(recordRefusals, "attendance.account-taken", ["compte"], { trainee: other.id }));
  await store.people.save(person);
  return success(person);
}

/** Who signs from now on. */
export function accountLine(person: Person | undefined): ReplyLine {
  return person === undefined
    ? line(
        "plain",
        "Aucun compte : cette personne ne peut plus émarger par code.",
        "No account: this person can no longer sign in with a code.",
      )
    : line(
        "plain",
        `Compte : ${person.name}. C'est avec ce compte que la personne émarge.`,
        `Account: ${person.name}. They sign in with it.`,
      );
}
