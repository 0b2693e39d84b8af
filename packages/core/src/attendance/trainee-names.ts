import { fullName, type Trainee } from "../sessions/index.js";
import { fold } from "../shared/text.js";

/** Trainees as lists call them: by last name, then first name; one whose record is not known by their reference. */
export function alphabetical(
  ids: readonly string[],
  trainees: ReadonlyMap<string, Trainee>,
): readonly { readonly traineeId: string; readonly name: string }[] {
  const keyed = ids.map((traineeId) => {
    const trainee = trainees.get(traineeId);
    return trainee === undefined
      ? { traineeId, name: traineeId, key: "" }
      : { traineeId, name: fullName(trainee), key: fold(`${trainee.lastName}\t${trainee.firstName}`) };
  });
  const before = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return keyed.sort((a, b) => before(a.key, b.key) || before(a.traineeId, b.traineeId)).map(({ traineeId, name }) => ({ traineeId, name }));
}
