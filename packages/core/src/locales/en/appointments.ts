import {
  appointmentActionLabels,
  appointmentKindLabels,
  type appointmentRefusals,
  type appointmentRules,
  appointmentStatusLabels,
  type momentRefusals,
  participantRoleLabels,
} from "../../appointments/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay, formatInstant } from "../../shared/calendar.js";
import { enumerate, sentenceCase } from "../../shared/text.js";

/** Appointments, in English. */
export const appointmentsEnglish: Sentences<
  keyof typeof appointmentRules | keyof typeof appointmentRefusals | keyof typeof momentRefusals
> = {
  "appointment.overlap": ({ who, startsAt, zone, other }) => ({
    what: `On ${formatInstant(startsAt, zone, "en")}, ${who.role === "room" ? `room “${who.name}”` : who.name} is not free: ${
      other === undefined ? "another engagement" : `${other.kind} ${other.reference}, from ${other.from} to ${other.until}`
    }.`,
    why: "A person or a room cannot be in two places at once.",
    mend: "Choose another time, free for everybody.",
  }),
  "appointment.during-session": ({ trainee, session }) => ({
    what: `${trainee} is in training at that time (session ${session}).`,
    why: "The time of the appointment would be missing from the training and the hours attended.",
    mend: "Choose a break or the end of a day, or tell the trainer.",
  }),
  "appointment.outside-hours": ({ name, startsAt, zone }) => ({
    what: `${formatInstant(startsAt, zone, "en")} is outside the working hours of ${name}.`,
    why: "Nobody is counted on outside their hours without being asked.",
    mend: "Check with the person, or correct their working hours.",
  }),
  "appointment.past": ({ startsAt, zone }) => ({
    what: `This appointment is past (${formatInstant(startsAt, zone, "en")}) and nothing says whether it took place.`,
    why: "Without an outcome, the same person is called twice.",
    mend: "Record whether it took place, was excused or was a no-show; when the time is wrong, move it.",
  }),
  "appointment.after-session-start": ({ kind, startsAt, zone, session, startsOn }) => ({
    what: `${sentenceCase(appointmentKindLabels[kind].en)} on ${formatInstant(startsAt, zone, "en")}, though session ${session} starts on ${formatDay(startsOn, "en")}.`,
    why: "Orientation and file approval come before somebody enters the training.",
    mend: "Bring the appointment forward, or choose a later session.",
  }),
  "appointment.day-off": ({ day, dayOff }) => ({
    what: `${formatDay(day, "en")} is not an ordinary day: ${dayOff.en}.`,
    why: "The person may find the door closed, or not think they are expected that day.",
    mend: "Check that somebody will be there, or take another day.",
  }),
  "appointment.hour-doubled": ({ day, time }) => ({
    what: `On ${formatDay(day, "en")} clocks show ${time} twice; the first is kept.`,
    why: "Clocks go back that night, and two people could miss each other.",
    mend: "Tell the person “before the clocks change”, or choose another hour.",
  }),
  "appointment.full": ({ places, candidates }) => ({
    what: `The meeting has ${places} place${places === 1 ? "" : "s"}, for ${candidates} candidates.`,
    why: "Somebody who came for nothing does not come back.",
    mend: "Enrol them in another meeting, or propose one with more places.",
  }),
  "appointment.places-missing": () => ({
    what: "The number of places of this meeting is not said.",
    why: "Without it Kairos enrols without a limit, and nobody knows when it is full.",
    mend: "Say how many people the room can take.",
  }),
  "appointment.people-missing": ({ kind, either }) => ({
    what: `${sentenceCase(appointmentKindLabels[kind].en)}: nobody comes as ${either.map((role) => participantRoleLabels[role].en).join(" or ")}.`,
    why: "This appointment is of no use without the person it is about.",
    mend: "Propose it again with this person, or check the kind of appointment.",
  }),
  "appointment.place-missing": ({ way }) => ({
    what: way === "video" ? "The video link is not said." : "The place of the appointment is not said.",
    why: "The person would not know where to go.",
    mend: "Say the address, or the link to connect to.",
  }),
  "appointment.reminder-missing": ({ isTooLate }) => ({
    what: isTooLate
      ? "It is too late to recall this appointment: the moment of each reminder is past."
      : "No reminder is planned for this appointment.",
    why: "People come far more often when they are reminded.",
    mend: "Tell the person yourself, or plan a reminder.",
  }),
  "appointment.transition-illegal": ({ action, status, possible }) => ({
    what: `“${sentenceCase(appointmentActionLabels[action].en)}” is not possible: the appointment is “${appointmentStatusLabels[status].en}”.`,
    why: "An appointment is proposed, confirmed, then recorded as held or not.",
    mend:
      possible.length === 0
        ? "This appointment is over; propose a new one."
        : `At this stage one can: ${possible.map((other) => appointmentActionLabels[other].en).join(", ")}.`,
  }),
  "appointment.not-begun": ({ action, startsAt, zone }) => ({
    what: `“${sentenceCase(appointmentActionLabels[action].en)}” waits for the hour of the appointment: ${formatInstant(startsAt, zone, "en")}.`,
    why: "What took place is recorded, not what is expected.",
    mend: "Come back after the hour; if the person has already cancelled, record an excuse, or move the appointment.",
  }),
  "appointment.not-moved": ({ startsAt, zone }) => ({
    what: `The appointment is already on ${formatInstant(startsAt, zone, "en")}, and as long.`,
    why: "A move that changes nothing would make the person confirm once more.",
    mend: "Give another day, another hour or another length.",
  }),
  "appointment.not-collective": () => ({
    what: "Candidates are only enrolled in an information meeting.",
    why: "An interview is prepared for the person it is about.",
    mend: "Propose an appointment to this candidate.",
  }),
  "appointment.already-enrolled": ({ trainees }) => ({
    what: `Already on the list: ${enumerate(trainees)}.`,
    why: "One person takes one place.",
    mend: "Leave this reference out, then try again.",
  }),
  "appointment.over": ({ status }) => ({
    what: `This appointment is “${appointmentStatusLabels[status].en}”: it no longer changes.`,
    why: "It tells what was planned; a later change would mislead.",
    mend: "Choose another appointment, or propose a new one.",
  }),
  "appointment.hour-skipped": ({ day, time, becomes }) => ({
    what: `On ${formatDay(day, "en")} it is never ${time}: clocks go forward and skip that hour.`,
    why: "Nobody can come at an hour that does not exist.",
    mend: `Choose another hour; instead of ${time}, clocks show ${becomes}.`,
  }),
};
