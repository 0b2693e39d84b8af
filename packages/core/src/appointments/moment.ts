import { formatDay, type Instant, type IsoDate } from "../shared/calendar.js";
import { type ClockTime, clockAt, instantAt, laterBy } from "../shared/clock.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise, refusal } from "../shared/rules.js";

/** What a change of clocks makes of an hour. */
export const momentRefusals = {
  "appointment.hour-skipped": refusal<{ day: IsoDate; time: ClockTime; becomes: ClockTime }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day, time, becomes }) => ({
      what: `Le ${formatDay(day)}, il n'est jamais ${time} : les horloges avancent et passent cette heure.`,
      why: "Personne ne peut venir à une heure qui n'existe pas.",
      mend: `Choisissez une autre heure ; à la place de ${time}, les horloges montrent ${becomes}.`,
    }),
  }),
};

/** The instant at which clocks of a zone show an hour of a day; refused where a change of clocks skips it. */
export function momentAt(day: IsoDate, time: ClockTime, zone: string): Result<Instant> {
  const at = instantAt(day, time, zone);
  const becomes = clockAt(at, zone).time;
  return becomes === time ? success(at) : failure(raise(momentRefusals, "appointment.hour-skipped", ["time"], { day, time, becomes }));
}

/** Is it an hour that clocks show a second time that day, and this the first. */
export function comesAgain(at: Instant, zone: string): boolean {
  const { time } = clockAt(at, zone);
  return changes.some((minutes) => clockAt(laterBy(at, minutes), zone).time === time);
}

/** By how many minutes clocks go back, somewhere in the world. */
const changes = [30, 60];
