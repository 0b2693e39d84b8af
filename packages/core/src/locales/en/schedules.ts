import type { Sentences } from "../../catalogue.js";
import type { clashRefusals, courseRules, patternRefusals, scheduleRules, trainingRules } from "../../sessions/index.js";
import {
  differenceOf,
  distanceMeansLabels,
  halfLabels,
  hoursPartLabel,
  moreOrLess,
  splitDifferences,
  totalMinutes,
} from "../../sessions/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { counted, enumerate } from "../../shared/text.js";
import { weekdayLabels, type weekRules } from "../../shared/week-rules.js";

type ScheduleCode =
  | keyof typeof weekRules
  | keyof typeof trainingRules
  | keyof typeof courseRules
  | keyof typeof scheduleRules
  | keyof typeof patternRefusals
  | keyof typeof clashRefusals;

/** Hours of a week, schedules and courses, in English. */
export const schedulesEnglish: Sentences<ScheduleCode> = {
  "input.not-an-hour": ({ value }) => ({
    what: `“${value}” is not an hour: a clock goes from 00:00 to 23:59.`,
    why: "One misread hour shifts the whole schedule.",
    mend: "Write it as 9:00, 9:30 or 9h30; for midnight, end at 23:59 or start at 0:00.",
  }),
  "input.hours-order": ({ from, until }) => ({
    what: `The hours ${from}-${until} end before they start.`,
    why: "A stretch of hours fits in one day and lasts a minute at least.",
    mend: "Write the start, then the end: 9:00-12:30.",
  }),
  "input.hours-overlap": ({ weekday, first, second }) => ({
    what: `On ${weekdayLabels[weekday]?.en}, ${first} and ${second} overlap.`,
    why: "The same minutes would be counted twice.",
    mend: "Give hours that follow each other: 9:00-12:30 13:30-17:00.",
  }),
  "input.week-incomplete": ({ missing, value }) => ({
    what: missing === "days" ? `The days are missing in “${value}”.` : `The hours are missing in “${value}”.`,
    why: "A week is read day by day: days, then their hours.",
    mend: "Write for example: mon-fri 9:00-12:30 13:30-17:00; sat 9:00-12:00.",
  }),
  "input.week-unreadable": ({ value }) => ({
    what: `“${value}” reads neither as a day, nor as an hour, nor as a place.`,
    why: "Nothing is guessed: a misunderstood word would change the schedule.",
    mend: "Write for example: mon-fri 9:00-12:30 13:30-17:00; sat 9:00-12:00 remote.",
  }),
  "session.pattern-half-twice": ({ weekday, half, first, second }) => ({
    what: `On ${weekdayLabels[weekday]?.en}, ${first} and ${second} fall in the same half-day (${halfLabels[half].en}).`,
    why: "A half-day has one set of hours: it is what people sign and what is declared.",
    mend: "Join both, break included, or name the half-days: mon morning 9:00-12:00 afternoon 12:30-16:00.",
  }),
  "session.schedule-two-ways": () => ({
    what: "A usual week and one half-day alone are not given together.",
    why: "The week makes the whole schedule; the half-day, its hours, place, room and trainers change one line of it.",
    mend: "Give one or the other: the week first, then the half-day in a second command.",
  }),
  "session.schedule-too-long": ({ halfDays, most }) => ({
    what: `This schedule would have ${halfDays} half-days; it may have ${most}.`,
    why: "A period of several years is nearly always a typing mistake in the session's dates.",
    mend: "Check the first and last day of the session, or make two sessions.",
  }),
  "session.schedule-empty": () => ({
    what: "No half-day falls within the session's period.",
    why: "The days of this week are not in it, or are all holidays or closures.",
    mend: "Check the session's dates, the week and the provider's closures.",
  }),
  "session.schedule-exists": ({ halfDays, minutes, edited }) => ({
    what: `This session has a schedule already: ${counted(halfDays, "half-day", "half-days", "en")}, ${formatMinutes(minutes)}${edited === 0 ? "" : `, ${edited} of them set by hand`}.`,
    why: "Making it again erases what was set half-day by half-day.",
    mend: "To make it all again, add “replace: yes”; to change one day only, give its half-day.",
  }),
  "session.schedule-over-appointment": ({ who, what, day, from, until, reference }) => ({
    what: `On ${formatDay(day, "en")} from ${from} to ${until}, ${what === "room" ? `room ${who}` : who} is taken by ${reference === undefined ? "an appointment" : `appointment ${reference}`}.`,
    why: "An appointment that was given is kept: nobody can teach and receive somebody at the same hour.",
    mend: "Move the appointment, or give this half-day other hours, another trainer or another room.",
  }),
  "session.half-day-unknown": ({ day, half }) => ({
    what: `The schedule has no half-day on ${formatDay(day, "en")} (${halfLabels[half].en}).`,
    why: "Only what exists can be changed or removed; to add one, its hours are needed.",
    mend: "Check the day and the half-day; to add it, give its hours: 9:00-12:30.",
  }),
  "session.schedule-hours-order": ({ day, half, from, until }) => ({
    what: `The half-day of ${formatDay(day, "en")} (${halfLabels[half].en}) ends at ${until}, not after its start (${from}).`,
    why: "A half-day fits in one day and lasts a minute at least.",
    mend: "Give its start, then its end: 9:00-12:30.",
  }),
  "session.half-day-clock-change": ({ day, half, from, until, skipped, shownMinutes, realMinutes }) => ({
    what:
      skipped.length > 0
        ? `On ${formatDay(day, "en")} (${halfLabels[half].en}), ${skipped.join(" and ")} ${skipped.length > 1 ? "do" : "does"} not exist: clocks go forward that day and skip this hour.`
        : `On ${formatDay(day, "en")} (${halfLabels[half].en}), ${from}-${until} lasts ${formatMinutes(realMinutes)}, not ${formatMinutes(shownMinutes)}: clocks change in between.`,
    why: "The attendance sheet and the time really spent would not tell the same length.",
    mend: "Give hours that are wholly before or after the change of clocks; in a usual week, leave this day out, then add its half-day.",
  }),
  "session.schedule-half-twice": ({ day, half }) => ({
    what: `${formatDay(day, "en")} has two half-days for one half of the day (${halfLabels[half].en}).`,
    why: "People sign once for each half-day: two lines would count the same presence twice.",
    mend: "Remove one of them, or join their hours.",
  }),
  "session.schedule-overlap": ({ day, first, second }) => ({
    what: `On ${formatDay(day, "en")}, the half-days ${first} and ${second} overlap.`,
    why: "The same minutes would be counted twice.",
    mend: "Change the hours of one of them.",
  }),
  "session.schedule-outside-dates": ({ days, startsOn, endsOn }) => ({
    what: `The schedule has half-days outside the session (${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}): ${enumerate(days.map((day) => formatDay(day, "en")))}.`,
    why: "Hours outside the listed dates are neither attested nor paid.",
    mend: "Remove these half-days, make the schedule again, or correct the session's dates.",
  }),
  "session.schedule-hours": ({ expected, scheduled, parts }) => {
    const difference = differenceOf({ expected, scheduled });
    const reasons = difference === 0 ? splitDifferences(expected, scheduled, "en") : parts.map((part) => hoursPartLabel(part).en);
    const sums = `The schedule counts ${formatMinutes(totalMinutes(scheduled))}, the session ${formatMinutes(totalMinutes(expected))}`;
    return {
      what: `${sums} (${difference === 0 ? "split otherwise" : moreOrLess(difference, "en")}): ${reasons.join("; ")}.`,
      why: "The quote, the attendance sheets and the invoice take these hours up: a difference nobody sees sends the file back.",
      mend: "Add, remove or change half-days, or correct the session's hours.",
    };
  },
  "session.hours-vs-dates": ({ scope, minutes, most, on, others }) => ({
    what: {
      day: `${formatDay(on, "en")} counts ${formatMinutes(minutes)}, beyond ${formatMinutes(most)} a day${others === 0 ? "" : `; ${others} other ${others === 1 ? "day" : "days"} too`}.`,
      week: `The week of ${formatDay(on, "en")} counts ${formatMinutes(minutes)}, beyond ${formatMinutes(most)} a week${others === 0 ? "" : `; ${others} other ${others === 1 ? "week" : "weeks"} too`}.`,
      period: `The session announces ${formatMinutes(minutes)}, but its period has room for ${formatMinutes(most)} only.`,
    }[scope],
    why: "Hours that do not fit in the dates are noticed by the adviser; the limits are those of your settings.",
    mend: "Check the dates, the hours and the schedule; if all is right, leave it, or raise the limit in the provider's settings.",
  }),
  "session.schedule-on-day-off": ({ days }) => ({
    what: `The schedule has half-days on a public holiday or a closure: ${enumerate(days.map(({ day, label }) => `${formatDay(day, "en")} (${label.en})`))}.`,
    why: "Those days are left out by default; these ones were added.",
    mend: "If the training does take place, there is nothing to do; otherwise remove these half-days.",
  }),
  "session.hours-sum": ({ announcedMinutes, sumMinutes }) => ({
    what: `The announced total is ${formatMinutes(announcedMinutes)}, but centre + company + remote make ${formatMinutes(sumMinutes)}.`,
    why: "The portal and the quote take the split up: a total that is not its sum is refused.",
    mend: "Correct the split of the hours or the announced total.",
  }),
  "session.distance-without-means": ({ missing, minutes }) => ({
    what: `${minutes === 0 ? "The training is remote" : `${formatMinutes(minutes)} are remote`}, and nothing is said of: ${missing.map((means) => distanceMeansLabels[means].en).join("; ")}.`,
    why: "Remote training comes with assistance, activities whose duration is announced, and assessments (article D6313-3-1).",
    mend: "Say which of them are planned; if one is missing, plan it before the start.",
  }),
  "id.certification-ended": ({ certification, endsOn }) => ({
    what: `The registration of ${certification} ended on ${formatDay(endsOn, "en")}.`,
    why: "A course that aims at a lapsed certification can as a rule no longer be funded.",
    mend: "Check on the France compétences site whether it was renewed under another number.",
  }),
};
