import type { Problem } from "../shared/problem.js";
import { raise } from "../shared/rules.js";
import { type Duplicates, findDuplicates } from "./duplicates.js";
import { listingRules } from "./listing-rules.js";
import type { Session } from "./session.js";

/** What a session would become; nothing before when it is new. */
export interface SessionChange {
  readonly before?: Session | undefined;
  readonly after: Session;
}

/**
 * Of changes done at once, those that would make a session stand twice by its content, by reference. The first of two
 * passes. What was there twice already is not new. Each is held against what is there now too: no change counts on another.
 */
export function duplicatesAmong(changes: readonly SessionChange[], present: readonly Session[]): ReadonlyMap<string, Problem> {
  const known = new Map(sameContent(present).flatMap((group) => group.sessions.map(({ reference }) => [reference, group] as const)));
  const refused = new Map<string, Problem>();
  const order = new Map(changes.map(({ after }, index) => [after, index]));
  const judge = (standing: readonly Session[], changing: readonly Session[]) => {
    for (const { sessions } of sameContent([...standing, ...changing])) judgeGroup(sessions);
  };
  const judgeGroup = (group: readonly Session[]) => {
    const kindOf = ({ reference }: Session) => known.get(reference) ?? reference;
    const taken = new Map<Duplicates | string, Session>();
    for (const one of group) if (!order.has(one) && taken.size < 3) taken.set(kindOf(one), one);
    const changing = group.filter((one) => order.has(one)).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const one of changing) {
      const other = [...taken].find(([kind, { reference }]) => reference !== one.reference && kind !== known.get(one.reference))?.[1];
      if (other === undefined) taken.set(kindOf(one), one);
      else refused.set(one.reference, twice(other));
    }
  };
  const after = changes.map((change) => change.after);
  judge(present, after);
  const left = after.filter(({ reference }) => !refused.has(reference));
  const moved = new Set(left.map(({ reference }) => reference));
  judge(
    present.filter(({ reference }) => !moved.has(reference)),
    left,
  );
  return refused;
}

function sameContent(sessions: readonly Session[]): readonly Duplicates[] {
  return findDuplicates(sessions).filter(({ by }) => by === "content");
}

function twice({ reference: other, startsOn, endsOn }: Session): Problem {
  return raise(listingRules, "session.duplicate", ["title"], { by: "content", other, startsOn, endsOn });
}
