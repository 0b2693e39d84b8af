import {
  type Appointment,
  type AppointmentSituation,
  addDays,
  advanceAppointment,
  type ClockTime,
  checkAppointment,
  dayOf,
  dayOff,
  enrolCandidates,
  type IsoDate,
  instantAt,
  laterBy,
  momentAt,
  resourceKeys,
} from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { interviewOf, moveOf } from "../interview.js";
import { problemsOf } from "../problems.js";
import { faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

/** Judged as the desk does: whether the day is off is looked up. */
const inInterview = faultsIn(interviewOf, (situation) => {
  const { appointment, zone, settings } = situation;
  return checkAppointment({ ...situation, dayOff: settings && dayOff(dayOf(appointment.startsAt, zone), settings.sessions)?.label });
});
const appointment = (change: (of: AppointmentSituation, random: Random) => Partial<Appointment> | undefined) =>
  inInterview((situation, random) => {
    const changed = change(situation, random);
    return changed && { ...situation, appointment: { ...situation.appointment, ...changed } };
  });
const on = (day: IsoDate, time: ClockTime, { zone }: AppointmentSituation) => ({ startsAt: instantAt(day, time, zone) });
const quarter = (random: Random) => [":00", ":15", ":30", ":45"][random.int(4)];
const candidates = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ role: "candidate" as const, trainee: `T-${1001 + index}` }));
const host = ({ appointment: { participants } }: AppointmentSituation) => participants.filter(({ role }) => role === "staff");

const inMove = faultsIn(moveOf, ({ appointment, action, act }) => problemsOf(advanceAppointment(appointment, action, act)));

/** A candidate is put on the list of an information meeting. */
const inMeeting = faultsIn(
  (dossier) => {
    const situation = interviewOf(dossier);
    const { traineeId } = dossier.situation.quote;
    if (situation === undefined || traineeId === undefined) return undefined;
    const meeting: Appointment = { ...situation.appointment, kind: "information", places: 12, participants: host(situation) };
    return { meeting, trainees: [traineeId] };
  },
  ({ meeting, trainees }) => problemsOf(enrolCandidates(meeting, trainees)),
);

/** The hour of the interview, as it is typed. */
const inMoment = faultsIn(
  (dossier) => {
    const situation = interviewOf(dossier);
    if (situation === undefined) return undefined;
    const { appointment, zone } = situation;
    return { reference: appointment.reference, day: dayOf(appointment.startsAt, zone), time: "10:00", zone };
  },
  ({ day, time, zone }) => problemsOf(momentAt(day, time, zone)),
);

export const appointmentFaults: FaultsOf<"appointments"> = {
  "appointment.overlap": inInterview((situation, random) => {
    const { startsAt, siret, participants } = situation.appointment;
    const people = participants.flatMap((one) => {
      if (one.role === "candidate") return [resourceKeys.trainee(one.trainee)];
      return "person" in one ? [resourceKeys.person(one.person)] : [];
    });
    const resource = random.pick([...people, resourceKeys.room(siret, "Bureau 2")]);
    const from = laterBy(startsAt, -40 + random.int(80));
    const engagement = { resource, startsAt: from, endsAt: laterBy(from, 45), kind: "appointment", reference: "RDV-2026-0099" } as const;
    return { ...situation, busy: [...(situation.busy ?? []), engagement] };
  }),
  "appointment.during-session": inInterview((situation, random) => {
    const { startsAt, participants } = situation.appointment;
    const [trainee] = participants.flatMap((one) => ("trainee" in one ? [one.trainee] : []));
    const from = laterBy(startsAt, -150 + random.int(140));
    const lesson = { resource: resourceKeys.session("SE-2026-009"), startsAt: from, endsAt: laterBy(from, 210), kind: "session" } as const;
    return trainee === undefined
      ? undefined
      : { ...situation, busy: [...(situation.busy ?? []), lesson], followed: [{ trainee, session: "SE-2026-009" }] };
  }),
  "appointment.outside-hours": appointment((situation, random) => {
    const day = dayOf(situation.appointment.startsAt, situation.zone);
    return on(day, `${random.pick(["07", "12", "18", "19"])}${quarter(random)}`, situation);
  }),
  "appointment.past": inInterview((situation, random) => {
    const { startsAt, minutes } = situation.appointment;
    return { ...situation, now: laterBy(startsAt, minutes + random.int(10_000)) };
  }),
  "appointment.after-session-start": appointment(
    (situation, random) => situation.session && on(addDays(situation.session.startsOn, random.int(10)), "10:00", situation),
  ),
  "appointment.day-off": inInterview((situation, random) => {
    const { appointment, settings, zone } = situation;
    const day = dayOf(appointment.startsAt, zone);
    const closure = { startsOn: addDays(day, -random.int(5)), endsOn: addDays(day, random.int(5)), label: "Inventaire" };
    return settings && { ...situation, settings: { ...settings, sessions: { ...settings.sessions, closures: [closure] } } };
  }),
  "appointment.hour-doubled": appointment((situation, random) => {
    const day = random.pick(["2027-10-31", "2028-10-29", "2029-10-28"]);
    return situation.zone === "Europe/Paris" ? on(day, `02${quarter(random)}`, situation) : undefined;
  }),
  "appointment.full": appointment((situation, random) => {
    const places = 1 + random.int(12);
    return { kind: "information", places, participants: [...host(situation), ...candidates(places + 1 + random.int(3))] };
  }),
  "appointment.places-missing": appointment((situation, random) => ({
    kind: "information",
    participants: [...host(situation), ...candidates(random.int(6))],
  })),
  "appointment.people-missing": appointment((situation, random) => {
    const { participants } = situation.appointment;
    const kind = random.pick(["orientation", "file-approval"] as const);
    return random.chance(0.4)
      ? { kind: "follow-up" }
      : { kind, participants: [participants[random.int(2)] ?? { role: "adviser", name: "" }] };
  }),
  "appointment.place-missing": inInterview((situation, random) => {
    const { place: _place, ...appointment } = situation.appointment;
    return { ...situation, appointment: { ...appointment, way: random.pick(["in-person", "video"]) } };
  }),
  "appointment.reminder-missing": inInterview((situation, random) => {
    const { appointment } = situation;
    return random.chance(0.5)
      ? { ...situation, appointment: { ...appointment, reminderMinutes: [] } }
      : { ...situation, now: laterBy(appointment.startsAt, -1 - random.int(119)) };
  }),
  "appointment.transition-illegal": inMove(({ appointment, ...step }, random) => ({
    ...step,
    appointment: { ...appointment, status: random.pick(["no-show", "done", "cancelled"]) },
  })),
  "appointment.not-begun": inMove(({ appointment, act: { by, zone } }, random) => ({
    appointment,
    action: random.pick(["miss", "hold"]),
    act: { by, zone, at: laterBy(appointment.startsAt, -1 - random.int(5000)) },
  })),
  "appointment.not-moved": inMove(({ appointment, act: { startsAt: _startsAt, ...act }, ...step }, random) => {
    const { startsAt, minutes } = appointment;
    return { ...step, appointment, act: { ...act, ...random.pick([{ startsAt }, { minutes }, { startsAt, minutes }]) } };
  }),
  "appointment.not-collective": inMeeting(({ meeting, trainees }, random) => ({
    meeting: { ...meeting, kind: random.pick(["orientation", "file-approval", "follow-up"]) },
    trainees,
  })),
  "appointment.already-enrolled": inMeeting(({ meeting, trainees }, random) => {
    const known = candidates(1 + random.int(9));
    return {
      meeting: { ...meeting, participants: [...meeting.participants, ...known] },
      trainees: [...trainees, random.pick(known).trainee],
    };
  }),
  "appointment.over": inMeeting(({ meeting, trainees }, random) => ({
    meeting: { ...meeting, status: random.pick(["excused", "no-show", "done", "cancelled"]) },
    trainees,
  })),
  "appointment.hour-skipped": inMoment(({ reference, zone }, random) =>
    zone === "Europe/Paris"
      ? { reference, day: random.pick(["2027-03-28", "2028-03-26", "2029-03-25"]), time: `02:${10 + random.int(50)}`, zone }
      : undefined,
  ),
};
