import { advanceIncident, type Incident, type IncidentSituation, isOpenIncident, knownIncident, knownWithin, laterBy } from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { Store } from "../store/store.js";

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now">;

/** What is said to the newcomer: the first incident, how many other people saw it, and their own incident attached to it. */
export interface Joined {
  readonly head: Incident;
  readonly others: number;
  /** Not saved yet: its command has more to write. */
  readonly incident: Incident;
}

/**
 * Attaches an incident, and those of the hour before it, to the first that told the same thing; nothing when it is not
 * known. Whoever reported before learns it from a notice, found from what is saved here.
 */
export async function joinKnown({ store, now }: Desk, incident: Incident): Promise<Joined | undefined> {
  const { reference, siret, symptom } = incident;
  if (symptom === "other") return undefined;
  const recent = await store.incidents.list({ symptom, since: laterBy(now, -knownWithin) });
  const others = recent.filter((one) => one.siret === siret && one.reference !== reference && isOpenIncident(one));
  const first = knownIncident(others, incident, now);
  if (first === undefined) return undefined;
  const former = first.sameAs === undefined ? undefined : await store.incidents.get(first.sameAs);
  const head = former !== undefined && isOpenIncident(former) ? former : detached(first);
  if (head.reference === first.reference && first.sameAs !== undefined) await store.incidents.save(head);
  const apart = others.filter((one) => one.reference !== head.reference && one.sameAs !== head.reference);
  for (const one of apart) await store.incidents.save({ ...one, sameAs: head.reference });
  const people = new Set([head, ...others].map(({ reporter }) => reporter).filter((one) => one !== incident.reporter));
  return { head, others: people.size, incident: { ...incident, sameAs: head.reference } };
}

/** The open incidents attached to one, the first reported first. */
export async function attachedTo(store: Store, { reference, symptom }: Incident): Promise<readonly Incident[]> {
  const alike = await store.incidents.list({ symptom });
  return alike.filter((one) => one.sameAs === reference && isOpenIncident(one)).reverse();
}

/** What solved an incident solved those attached to it: each says so in its own history. Returns them as they are saved. */
export async function solveAttached(desk: Desk, head: IncidentSituation, solution: string): Promise<readonly Incident[]> {
  const solved: Incident[] = [];
  for (const one of await attachedTo(desk.store, head.incident)) {
    const step = advanceIncident({ ...head, incident: one }, "solve", { by: desk.actor.id, at: desk.now, note: solution });
    if (!step.ok) throw new Error(`${one.reference} is open and cannot be solved`);
    await desk.store.incidents.save(step.value);
    solved.push(step.value);
  }
  return solved;
}

/** Whoever waited on an incident that is dropped waits on the next one. Returns that one, with how many stay attached to it. */
export async function passOn(store: Store, dropped: Incident): Promise<{ readonly head: Incident; readonly others: number } | undefined> {
  const [next, ...others] = await attachedTo(store, dropped);
  if (next === undefined) return undefined;
  const head = detached(next);
  await store.incidents.save(head);
  for (const one of others) await store.incidents.save({ ...one, sameAs: head.reference });
  return { head, others: others.length };
}

/** The same incident, followed by itself. */
export function detached(incident: Incident): Incident {
  const { sameAs: _head, ...alone } = incident;
  return alone;
}
