import type { Settings } from "../membership/index.js";
import type { Session } from "../sessions/index.js";
import type { ResourceKey } from "../shared/booking.js";
import type { Instant } from "../shared/calendar.js";
import { epochMinutes, laterBy, type WorkingStretch } from "../shared/clock.js";
import type { Siret } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { ruleAbout } from "../shared/rules.js";
import type { Appointment, Participant, ParticipantRole } from "./appointment.js";

/** What keeps somebody or a room already; what for is left out where the asker may not know it. */
export interface Engagement {
  readonly resource: ResourceKey;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly kind: "session" | "appointment";
  readonly reference?: string | undefined;
  readonly siret?: Siret | undefined;
}

/** An appointment and what it is compared with. What is left out makes the rules that need it undecided, never wrong. */
export interface AppointmentSituation {
  readonly appointment: Appointment;
  readonly now: Instant;
  /** On whose clocks hours are told. */
  readonly zone: string;
  readonly settings?: Settings | undefined;
  /** What keeps its people, its room and the sessions its candidates follow around that time, itself apart. */
  readonly busy?: readonly Engagement[] | undefined;
  /** The sessions that candidates follow, by candidate. */
  readonly followed?: readonly { readonly trainee: string; readonly session: string }[] | undefined;
  /** When people of the team work, by their id. */
  readonly hours?: ReadonlyMap<string, readonly WorkingStretch[]> | undefined;
  /** Why that day is off: a public holiday, a closure. */
  readonly dayOff?: Label | undefined;
  /** The session it is about. */
  readonly session?: Session | undefined;
  /** How people of the workspace are called, by id. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

export const rule = ruleAbout<AppointmentSituation>();

/** Somebody who comes, or the room, as a sentence calls them. */
export interface Called {
  readonly role: ParticipantRole | "room";
  readonly name: string;
}

/** A candidate is called by their reference, wherever it is said. */
export function called(participant: Participant, names: AppointmentSituation["names"]): Called {
  switch (participant.role) {
    case "candidate":
      return { role: participant.role, name: participant.trainee };
    case "adviser":
      return { role: participant.role, name: participant.name };
    default:
      return { role: participant.role, name: names?.get(participant.person) ?? participant.person };
  }
}

export function endOf({ startsAt, minutes }: Pick<Appointment, "startsAt" | "minutes">): Instant {
  return laterBy(startsAt, minutes);
}

/** Do an appointment and an engagement share a minute: what ends as the other starts does not. */
export function meets(appointment: Pick<Appointment, "startsAt" | "minutes">, other: Pick<Engagement, "startsAt" | "endsAt">): boolean {
  return epochMinutes(other.startsAt) < epochMinutes(endOf(appointment)) && epochMinutes(appointment.startsAt) < epochMinutes(other.endsAt);
}
