import * as z from "zod/mini";
import { halves } from "../sessions/index.js";
import type { IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";
import { absenceReasons } from "./record.js";
import { compareSlots, type Slot } from "./slot.js";

/** A trainee in a session: from when, until when. */
export const enrolmentSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  traineeId: reference(),
  /** The first day and the last one, when they are not the session's. */
  joinsOn: z.optional(isoDateSchema),
  leavesOn: z.optional(isoDateSchema),
  /** The first half-day that is not followed any more, and why. */
  withdrawal: z.optional(record({ day: isoDateSchema, half: z.enum(halves), reason: z.optional(z.enum(absenceReasons)) })),
  /** Who employs them, for the certificate. */
  employer: z.optional(line(120)),
});
export type Enrolment = z.output<typeof enrolmentSchema>;
export type EnrolmentInput = z.input<typeof enrolmentSchema>;

/** Is the half-day one that the trainee should follow. */
export function follows({ joinsOn, leavesOn, withdrawal }: Enrolment, slot: Slot): boolean {
  if (joinsOn !== undefined && slot.day < joinsOn) return false;
  if (leavesOn !== undefined && slot.day > leavesOn) return false;
  return withdrawal === undefined || compareSlots(slot, withdrawal) < 0;
}

/** A training that was agreed to, from a quote. */
export interface Agreed {
  readonly traineeId: string;
  readonly startsOn?: IsoDate | undefined;
  readonly endsOn?: IsoDate | undefined;
}

/**
 * Who trains in a session, by their reference: those enrolled, and those whose quote was accepted, from its dates, unless
 * they were enrolled with others.
 */
export function rosterOf(
  session: { readonly reference: string; readonly siret: Enrolment["siret"]; readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  enrolments: readonly Enrolment[],
  agreed: readonly Agreed[],
): readonly Enrolment[] {
  const roster = new Map(enrolments.map((one) => [one.traineeId, one]));
  for (const { traineeId, startsOn, endsOn } of agreed) {
    if (roster.has(traineeId)) continue;
    roster.set(traineeId, {
      sessionReference: session.reference,
      siret: session.siret,
      traineeId,
      ...(startsOn !== undefined && startsOn > session.startsOn && { joinsOn: startsOn }),
      ...(endsOn !== undefined && endsOn < session.endsOn && { leavesOn: endsOn }),
    });
  }
  return [...roster.values()].sort((a, b) => (a.traineeId < b.traineeId ? -1 : 1));
}
