import { fold } from "../shared/text.js";
import type { Session } from "./session.js";

/** Sessions that look like one recorded several times, at least two, in the order of their references. */
export interface Duplicates {
  /** `content`: the same title, dates, place and room. `number`: the same Carif-Oref number, whatever the rest. */
  readonly by: "content" | "number";
  readonly sessions: readonly Session[];
}

/**
 * Sessions recorded twice. Two groups of one course on the same dates are told apart by their room or by their Carif-Oref
 * number; one without a number is taken for the first that has one. What is cancelled counts for nothing.
 */
export function findDuplicates(sessions: readonly Session[]): readonly Duplicates[] {
  const alive = sessions.filter(({ listing }) => listing?.status !== "cancelled").sort(byReference);
  const bySameContent = [...groupedBy(alive, contentOf).values()].flatMap(toldApart);
  const isTold = new Set(bySameContent.map(keyOf));
  const byNumber = [...groupedBy(alive, numberOf).values()].filter((group) => group.length > 1 && !isTold.has(keyOf(group)));
  return [
    ...bySameContent.map((group) => ({ by: "content" as const, sessions: group })),
    ...byNumber.map((group) => ({ by: "number" as const, sessions: group })),
  ];
}

function contentOf({ siret, title, startsOn, endsOn, place = "", room = "" }: Session): string {
  return [siret, fold(title), startsOn, endsOn, fold(place), fold(room)].join("\n");
}

function numberOf({ siret, listingReference }: Session): string | undefined {
  return listingReference === undefined ? undefined : `${siret}\n${fold(listingReference)}`;
}

/** Of sessions that are otherwise the same, those that their numbers do not tell apart. */
function toldApart(sessions: readonly Session[]): readonly (readonly Session[])[] {
  if (sessions.length < 2) return [];
  const numbered = groupedBy(sessions, numberOf);
  const bare = sessions.filter(({ listingReference }) => listingReference === undefined);
  const [first = [], ...others] = numbered.values();
  return [[...first, ...bare].sort(byReference), ...others].filter((group) => group.length > 1);
}

function groupedBy(sessions: readonly Session[], keyOf: (session: Session) => string | undefined): ReadonlyMap<string, readonly Session[]> {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = keyOf(session);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [session]);
    else group.push(session);
  }
  return groups;
}

function keyOf(sessions: readonly Session[]): string {
  return sessions.map(({ reference }) => reference).join("\n");
}

function byReference(a: Session, b: Session): number {
  return a.reference < b.reference ? -1 : Number(a.reference > b.reference);
}
