import {
  formatMonth,
  listHalfDays,
  monthActionLabels,
  type monthRefusals,
  type monthRules,
  monthStatusLabels,
} from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";
import { counted, sentenceCase } from "../../shared/text.js";

export const monthsEnglish: Sentences<keyof typeof monthRules | keyof typeof monthRefusals> = {
  "attendance.month-missing": ({ session, month, dueOn }) => ({
    what: `The statement of ${formatMonth(month, "en")} is not closed for session ${session}: it was due on ${formatDay(dueOn, "en")}.`,
    why: "The monthly statement proves the hours that were followed: without it, neither the training nor the trainee is paid.",
    mend: "Complete the month, close it, then enter it in the portal.",
  }),
  "attendance.month-reopened": ({ month }) => ({
    what: `${formatMonth(month, "en")} had been closed, then was reopened.`,
    why: "What was declared in the portal may no longer match the facts.",
    mend: "Close it once more: Kairos will say what changes, trainee by trainee.",
  }),
  "attendance.month-changed": ({ month }) => ({
    what: `The statement of ${formatMonth(month, "en")} is no longer the one that was closed: the schedule or the enrolments have changed since.`,
    why: "What was declared in the portal no longer matches what Kairos works out.",
    mend: "Reopen the month, check it, then close it once more.",
  }),
  "attendance.month-empty": ({ session, month }) => ({
    what: `Session ${session} has no half-day planned in ${formatMonth(month, "en")}, or no trainee to follow it.`,
    why: "Without a schedule and trainees, there is nothing to declare.",
    mend: "Check the month, the session's schedule and who is enrolled.",
  }),
  "attendance.month-not-over": ({ month, until, count }) => ({
    what: `${formatMonth(month, "en")} is not over: ${counted(count, "half-day", "half-days", "en")} still to come or to be entered, until ${formatDay(until, "en")}.`,
    why: "A month that is closed before its end declares attendance that nobody has seen yet.",
    mend: `Close it once everything is entered, on ${formatDay(until, "en")} at the earliest.`,
  }),
  "attendance.month-incomplete": ({ count, trainees }) => ({
    what: `${counted(count, "half-day", "half-days", "en")} of ${counted(trainees.length, "trainee", "trainees", "en")} not entered: ${listHalfDays(trainees, "en")}.`,
    why: "What was not recorded is not proven: the hours would be neither declared nor paid.",
    mend: "Enter each half-day: present, late or absent.",
  }),
  "attendance.unsigned-half-days": ({ count, trainees }) => ({
    what: `${counted(count, "half-day", "half-days", "en")} attended without a signature: ${listHalfDays(trainees, "en")}.`,
    why: "In a control, the trainee's signature is the first proof that is asked for.",
    mend: "Have the sheet signed, or record the one that came back signed.",
  }),
  "attendance.month-step-illegal": ({ action, status, session, month }) => ({
    what: `“${sentenceCase(monthActionLabels[action].en)}” is not possible: ${formatMonth(month, "en")} is ${monthStatusLabels[status].en} for session ${session}.`,
    why: "A month is closed once, then reopened and closed again: each statement that was declared leaves its trace.",
    mend: action === "close" ? "If it must be corrected, reopen it first." : "Correct it right away: it is not closed.",
  }),
};
