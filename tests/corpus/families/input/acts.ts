import {
  addDays,
  addMonths,
  advanceAppointment,
  advanceMembership,
  editHalfDay,
  type HalfDay,
  type HalfDayChange,
  mostHalfDays,
  type Schedule,
  type Session,
} from "@kairos/core";
import { moveOf } from "../../interview.js";
import { approvalOf } from "../../membership.js";
import { problemsOf } from "../../problems.js";
import { type Dossier, faultsIn } from "../../seeded.js";

const inStep = faultsIn(approvalOf, ({ situation, action, act }) => problemsOf(advanceMembership(situation, action, act)));
const inMove = faultsIn(moveOf, ({ appointment, action, act }) => problemsOf(advanceAppointment(appointment, action, act)));

/** A permanent session that has as many half-days as a schedule takes, one of which changes rooms. */
const inSchedule = faultsIn(
  ({ situation: { session: dated, provider } }: Dossier): { schedule: Schedule; session: Session; change: HalfDayChange } | undefined => {
    if (dated === undefined || provider === undefined) return undefined;
    const session: Session = { ...dated, intake: "permanent", endsOn: addMonths(dated.startsOn, 60) };
    const { reference, siret } = session;
    const halfDays = Array.from({ length: mostHalfDays }, (_, index): HalfDay => {
      const day = addDays(session.startsOn, Math.floor(index / 2));
      const hours =
        index % 2 === 0
          ? ({ half: "morning", from: "09:00", until: "12:30" } as const)
          : ({ half: "afternoon", from: "13:30", until: "17:00" } as const);
      return { day, ...hours, at: "centre" };
    });
    const schedule = { sessionReference: reference, siret, timeZone: provider.settings.timeZone, halfDays, version: 1 };
    return { schedule, session, change: { day: session.startsOn, half: "morning", room: "Salle 2" } };
  },
  ({ schedule, session, change }) => problemsOf(editHalfDay(schedule, change, session)),
);

/** What an act itself cannot take. */
export const actFaults = {
  "input.day-in-future": inStep(({ situation, act, ...step }, random) => ({
    ...step,
    situation,
    act: { ...act, on: addDays(situation.today, 1 + random.int(365)), endsOn: addMonths(situation.today, 48) },
  })),
  "input.nothing-given": inMove(({ act: { by, at, zone }, ...step }) => ({ ...step, act: { by, at, zone } })),
  "input.too-many": inSchedule(({ session, ...rest }, random) => ({
    ...rest,
    session,
    change: { day: addDays(session.endsOn, -random.int(60)), half: "evening", from: "18:00", until: "20:00" },
  })),
};
