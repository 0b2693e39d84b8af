import type { recordRefusals, recordRules } from "../../attendance/index.js";
import { attendanceStatusLabels, formatSlot } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { counted, enumerate, excerpt } from "../../shared/text.js";
import { details, enrolmentFaults, exceptionFaults, notExpected, outside } from "./attendance-records-words.js";

export const attendanceRecordsEnglish: Sentences<keyof typeof recordRules | keyof typeof recordRefusals> = {
  "attendance.future": ({ trainee, ...slot }) => ({
    what: `${trainee === undefined ? "The" : `${trainee}: the`} half-day of ${formatSlot(slot, "en")} has not begun yet.`,
    why: "Attendance recorded ahead of time proves nothing, and casts doubt on the rest.",
    mend: "Wait until it has begun; an absence announced beforehand is recorded with /assiduite corriger.",
  }),
  "attendance.outside-session": ({ trainee, why, ...slot }) => ({
    what: `${trainee}: the half-day of ${formatSlot(slot, "en")} ${outside[why]}.`,
    why: "Only planned hours are declared and billed: a fact outside of the schedule contradicts the sheet.",
    mend:
      why === "roster" || why === "path"
        ? "Enrol the trainee with the right dates, or erase this fact."
        : "Check the date; if the half-day did take place, add it to the session's schedule, otherwise erase this fact.",
  }),
  "attendance.over-planned": ({ trainee, minutes, planned, ...slot }) => ({
    what: `${trainee}: ${formatMinutes(minutes)} missed on ${formatSlot(slot, "en")}, while the half-day lasts ${formatMinutes(planned)}.`,
    why: "Nobody can miss more time than was planned: the statement would be wrong.",
    mend: "Check the minutes late and left early; if the person did not come, record an absence.",
  }),
  "attendance.after-abandon": ({ trainee, ...slot }) => ({
    what: `${trainee} is recorded as present on ${formatSlot(slot, "en")}, after their withdrawal.`,
    why: "The withdrawal and the presence contradict each other: one of them is declared wrongly to France Travail.",
    mend: "If the person came back, correct their enrolment; otherwise erase this presence.",
  }),
  "attendance.justification-missing": ({ trainee, ...slot }) => ({
    what: `${trainee}: the absence of ${formatSlot(slot, "en")} is said to be excused, without the reference of a document.`,
    why: "Without a document to show, an inspection holds it for unexcused.",
    mend: "Ask for the document, file it, then record its reference without saying what it holds.",
  }),
  "attendance.distance-proof-thin": ({ trainees, ...slot }) => ({
    what: `Remote on ${formatSlot(slot, "en")}, fewer than two kinds of evidence for ${enumerate(trainees)}.`,
    why: "No document proves remote training alone: it is the bundle that counts.",
    mend: "Add what there is: connection log, submitted work, assessment, exchange with the trainer.",
  }),
  "attendance.health-detail": ({ of }) => ({
    what: `${of === undefined ? "This text" : `${of.trainee}: the document of ${formatSlot(of, "en")}`} tells something of the person's health.`,
    why: "Health data is not kept here: the reason “health” is enough, and nothing more is asked.",
    mend: "Write the reason “health” and the reference of the document, such as AT-12; the document stays in your binder.",
  }),
  "attendance.slot-duplicate": ({ trainee, times, ...slot }) => ({
    what: `${trainee} has ${times} facts for the same half-day, ${formatSlot(slot, "en")}.`,
    why: "A half-day counts once: twice, it would be declared and billed twice.",
    mend: "Keep the right one and take the other out.",
  }),
  "attendance.unjustified-without-notice": ({ trainee, times, ...slot }) => ({
    what: `${trainee}: ${counted(times, "unexcused absence", "unexcused absences", "en")} that nobody announced, the last on ${formatSlot(slot, "en")}.`,
    why: "An unexcused absence may reduce what the trainee is paid and what the provider bills.",
    mend: "Call the person; if they have a document, correct the absence with its reason and the reference of the document.",
  }),
  "attendance.late-minutes": ({ trainee, times, minutes, untold }) => ({
    what: `${trainee}: late ${counted(times, "time", "times", "en")}, ${formatMinutes(minutes)} in all${untold > 0 ? `, ${untold} of them without a length` : ""}.`,
    why: "Minutes of lateness are not minutes attended: they are not billed.",
    mend: untold > 0 ? "Record how many minutes were missed." : "Nothing to correct; speak with the person if it happens again.",
  }),
  "attendance.abandon-suspected": ({ trainee, days, since, until }) => ({
    what: `${trainee}: ${counted(days, "training day", "training days", "en")} missed in a row without an excuse, from ${formatDay(since, "en")} to ${formatDay(until, "en")}. A withdrawal is possible.`,
    why: "A withdrawal is declared quickly to France Travail; declared late, hours are paid and then claimed back.",
    mend: "Call the person, tell their adviser; if they do not come back, record the withdrawal in their enrolment.",
  }),
  "attendance.exception-unreadable": ({ piece, fault, word = "" }) => ({
    what: `“${excerpt(piece, 60)}”: ${exceptionFaults[fault].what.replace("{word}", excerpt(word))}.`,
    why: "An exception that is misread would record somebody as present, or as away, wrongly.",
    mend: exceptionFaults[fault].mend,
  }),
  "attendance.not-expected": ({ trainee, why, on }) => ({
    what: `${trainee} ${notExpected[why](on === undefined ? "" : formatDay(on, "en"))}.`,
    why: "Only the half-days that the person should follow are recorded.",
    mend:
      why === "not-enrolled"
        ? "Check the reference; if this person follows the session, enrol them first."
        : "Take this exception out; if their dates are wrong, correct their enrolment first.",
  }),
  "attendance.recorded-already": ({ trainee, recorded, said }) => ({
    what:
      recorded === said
        ? `${trainee} is recorded as “${attendanceStatusLabels[recorded].en}” already, with other details.`
        : `${trainee} is recorded as “${attendanceStatusLabels[recorded].en}” already, and you write “${attendanceStatusLabels[said].en}”.`,
    why: "An entry never replaces a fact that is recorded: a correction says why, and keeps the former value.",
    mend: "Take this exception out, then correct the fact.",
  }),
  "attendance.roster-empty": ({ session }) => ({
    what: `Nobody is expected in this half-day of session ${session}.`,
    why: "Expected are the trainees enrolled and those whose quote is accepted, between their start and their end.",
    mend: "Enrol the trainees, then try again.",
  }),
  "attendance.half-day-to-choose": ({ day }) => ({
    what: `${formatDay(day, "en")} has several half-days.`,
    why: "Attendance is recorded by half-day.",
    mend: "Say which one: morning, afternoon or evening.",
  }),
  "attendance.half-day-unplanned": ({ day, half }) => ({
    what: `Nothing is in the session's schedule on ${half === undefined ? formatDay(day, "en") : formatSlot({ day, half }, "en")}.`,
    why: "Attendance outside of the schedule contradicts the attendance sheet.",
    mend: "Check the day; if the half-day did take place, add it to the schedule.",
  }),
  "attendance.nothing-to-undo": (slot) => ({
    what: `No entry of yours is there to take out on ${formatSlot(slot, "en")}.`,
    why: "Only one's own last entry is taken out, while it stands as it was made.",
    mend: "To change a fact, correct it.",
  }),
  "attendance.entry-corrected": ({ trainees, ...slot }) => ({
    what: `The entry of ${formatSlot(slot, "en")} was corrected since: ${enumerate(trainees)}.`,
    why: "Taking it out would take the work of whoever corrected it along.",
    mend: "Correct the facts that are wrong one by one.",
  }),
  "attendance.detail-misplaced": ({ status, detail }) => ({
    what: `${details[detail]} does not go with “${attendanceStatusLabels[status].en}”.`,
    why: "A detail that says nothing of this status would be misread later.",
    mend: "Take this detail out, or choose the other status.",
  }),
  "attendance.enrolment-dates": ({ fault, startsOn, endsOn }) => ({
    what: `${enrolmentFaults[fault].replace("{period}", `from ${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}`)}.`,
    why: "On these dates depend the half-days that are expected, and what is declared to France Travail.",
    mend: "Check the dates, then try again.",
  }),
  "attendance.enrolled-elsewhere": ({ trainee, session, startsOn, endsOn }) => ({
    what: `${trainee} is also enrolled in session ${session}, from ${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}.`,
    why: "The same hours cannot be followed, nor paid, twice.",
    mend: "Check which of the two is followed, and correct the dates of the other.",
  }),
  "attendance.enrolment-has-facts": ({ trainee, facts }) => ({
    what: `${trainee} has ${counted(facts, "half-day", "half-days", "en")} recorded in this session already.`,
    why: "Taking the enrolment out would leave attendance without a person.",
    mend: "Record their end or their withdrawal instead; if these facts are wrong, erase them first.",
  }),
  "attendance.other-establishment": ({ trainee }) => ({
    what: `${trainee} belongs to another establishment than the session.`,
    why: "The hours would be declared and billed under the wrong SIRET.",
    mend: "Create their record in the session's establishment, or choose another session.",
  }),
  "attendance.account-taken": ({ trainee }) => ({
    what: `This account is already the one of ${trainee}.`,
    why: "An account signs for one person only.",
    mend: "Check the account; if it is the right one, take it off the other record first.",
  }),
};
