import { formatSlot, signInMethodLabels, type signInRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";

export const signingEnglish: Sentences<keyof typeof signInRules> = {
  "attendance.code-unknown": () => ({
    what: "This code belongs to none of your half-days.",
    why: "A sign-in code has eight signs, such as K7QF-2MXD, and holds for one half-day only.",
    mend: "Copy the code that the trainer shows right now; if it is copied right, ask the trainer whether you are enrolled.",
  }),
  "attendance.code-expired": (slot) => ({
    what: `This code of ${formatSlot(slot, "en")} has expired.`,
    why: "A code holds for a few minutes only, so that only those who are there can sign in.",
    mend: "Ask the trainer to show a new one, and type it at once.",
  }),
  "attendance.code-other-group": () => ({
    what: "This code belongs to another group: you are not enrolled in it.",
    why: "Everybody signs in for the session they follow.",
    mend: "Ask your own trainer for the code; if you do follow this group, ask the provider to enrol you in it.",
  }),
  "attendance.sign-in-too-early": ({ from, ...slot }) => ({
    what: `Too early: the half-day of ${formatSlot(slot, "en")} is signed from ${from}.`,
    why: "What is signed is a presence that begins, not one to come.",
    mend: `Try again from ${from}.`,
  }),
  "attendance.sign-in-too-late": ({ until, ...slot }) => ({
    what: `Too late: the half-day of ${formatSlot(slot, "en")} was signed until ${until}.`,
    why: "A signature given long afterwards does not prove that somebody was there.",
    mend: "The paper sheet takes over: the trainer has it signed, the provider attaches it.",
  }),
  "attendance.sign-in-withdrawn": ({ session, ...slot }) => ({
    what: `You no longer follow session ${session}: the half-day of ${formatSlot(slot, "en")} is not signed.`,
    why: "A signature after the end of the training contradicts what was declared to France Travail.",
    mend: "If you still follow the training, ask the provider to correct your enrolment.",
  }),
  "attendance.sign-in-not-followed": ({ session, ...slot }) => ({
    what: `The half-day of ${formatSlot(slot, "en")} is outside of your dates in session ${session}.`,
    why: "People sign in for the half-days of their own training only.",
    mend: "If you were to be there, ask the provider to correct the dates of your enrolment.",
  }),
  "attendance.sign-in-twice": ({ method, time, ...slot }) => ({
    what: `You have signed in for the half-day of ${formatSlot(slot, "en")} already, at ${time} (${signInMethodLabels[method].en}).`,
    why: "A half-day is signed once.",
    mend: "There is nothing to do again.",
  }),
  "attendance.sign-in-blocked": ({ most, on, from }) => ({
    what: `Too many attempts: ${most} codes refused. You can sign in again on ${formatDay(on, "en")} from ${from}.`,
    why: "Without this limit, somebody could try codes until one is right.",
    mend: "Until then, sign the paper sheet with the trainer.",
  }),
  "attendance.nothing-to-sign": ({ session, day }) => ({
    what: `Session ${session} has no half-day to sign on ${formatDay(day, "en")}.`,
    why: "Only half-days of the schedule are signed.",
    mend: "Check the day and the session; if the half-day does take place, add it to the schedule first.",
  }),
};
