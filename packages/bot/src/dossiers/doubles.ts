import {
  checkDuplicates,
  clockAt,
  type Duplicates,
  formatDay,
  hasErrors,
  type IsoDate,
  type Label,
  type Language,
  type Problem,
  type Provider,
  resourceName,
  type Session,
  type SessionOverlap,
} from "@kairos/core";
import type { Store } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { likeSessions } from "./listings.js";

/** What a session that is recorded or corrected would be twice; nothing when `before` was there twice already. */
export async function newDuplicates(store: Store, session: Session, today: IsoDate, before?: Session): Promise<readonly Problem[]> {
  const found = checkDuplicates({ session, today, otherSessions: await likeSessions(store, session) });
  if (before === undefined || !hasErrors(found)) return found;
  const known = checkDuplicates({ session: before, today, otherSessions: await likeSessions(store, before) });
  const others = new Set(known.map(otherIn));
  return found.filter((problem) => !others.has(otherIn(problem)));
}

/** One thing that is there twice, or taken twice, in words. */
export interface Double {
  readonly kind: "duplicate" | "number" | "trainer" | "room";
  readonly sessions: readonly string[];
  readonly what: Label;
  readonly mend: Label;
}

export function doubleOf({ by, sessions }: Duplicates): Double {
  const [first] = sessions;
  const { startsOn = "", endsOn = "", listingReference = "" } = first ?? {};
  const content = (language: Language) => `${formatDay(startsOn, language)} → ${formatDay(endsOn, language)}`;
  return {
    kind: by === "content" ? "duplicate" : "number",
    sessions: sessions.map(({ reference }) => reference),
    what:
      by === "content"
        ? { fr: `Même intitulé, mêmes dates (${content("fr")}), même lieu`, en: `Same title, same dates (${content("en")}), same place` }
        : { fr: `Même numéro Carif-Oref : ${listingReference}`, en: `Same Carif-Oref number: ${listingReference}` },
    mend: mendings[by === "content" ? "duplicate" : "number"],
  };
}

/** An overlap, on the clocks of the establishment. */
export function overlapDouble(
  { kind, resource, sessions, startsAt, endsAt, times }: SessionOverlap,
  provider: Provider | undefined,
  names: ReadonlyMap<string, string>,
  rooms: readonly (string | undefined)[],
): Double {
  const { day, time: from } = clockAt(startsAt, zoneOf(provider));
  const until = clockAt(endsAt, zoneOf(provider)).time;
  const name = resourceName(resource, names, rooms);
  const many = { fr: times > 1 ? ` (${times} fois en tout)` : "", en: times > 1 ? ` (${times} times in all)` : "" };
  return {
    kind,
    sessions,
    what: {
      fr: `${kind === "trainer" ? "Formateur" : "Salle"} « ${name} » : le ${formatDay(day)}, de ${from} à ${until}${many.fr}`,
      en: `${kind === "trainer" ? "Trainer" : "Room"} “${name}”: ${formatDay(day, "en")}, ${from} to ${until}${many.en}`,
    },
    mend: mendings[kind],
  };
}

/** What to do of each kind, inside a sentence. */
export const mendings: Readonly<Record<Double["kind"], Label>> = {
  duplicate: {
    fr: "gardez une seule session et annulez l'autre ; si ce sont deux groupes, indiquez la salle ou le numéro Carif-Oref de chacun.",
    en: "keep one session and cancel the other; if they are two groups, give the room or the Carif-Oref number of each.",
  },
  number: {
    fr: "vérifiez le numéro de chacune sur le site du Carif-Oref.",
    en: "check the number of each on the Carif-Oref's site.",
  },
  trainer: {
    fr: "déplacez une demi-journée ou changez de formateur.",
    en: "move a half-day or change the trainer.",
  },
  room: {
    fr: "déplacez une demi-journée ou changez de salle.",
    en: "move a half-day or change the room.",
  },
};

/** In which way it is there twice, and beside which other one. */
function otherIn({ params }: Problem): string {
  const { by, other } = params as { readonly by: string; readonly other: string };
  return `${by} ${other}`;
}
