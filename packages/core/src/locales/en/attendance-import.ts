import { absenceReasonLabels, absenceReasons, type attendanceImportRules, attendanceStatusLabels } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { halfLabels } from "../../sessions/index.js";
import { formatDay } from "../../shared/calendar.js";
import { counted } from "../../shared/text.js";

/** Tables of attendance that come in, in English. */
export const attendanceImportEnglish: Sentences<keyof typeof attendanceImportRules> = {
  "import.session-missing": () => ({
    what: "This row does not tell its session.",
    why: "A half-day belongs to a session.",
    mend: "Fill in the “session” column, or give the session with the session option.",
  }),
  "import.session-unknown": ({ session }) => ({
    what: `Session ${session} is not known, or is not one of yours.`,
    why: "One records the attendance of the sessions one follows, and no other.",
    mend: "Check the reference with /session liste.",
  }),
  "import.other-session": ({ session, expected }) => ({
    what: `This row is of session ${session}, not of ${expected}.`,
    why: "Another group's file would distort the attendance of this one.",
    mend: "Check the file, or import it without the session option.",
  }),
  "import.session-elsewhere": ({ session, first }) => ({
    what: `Session ${session} is of another establishment than ${first}.`,
    why: "An import writes for one establishment.",
    mend: "Make a file for each establishment.",
  }),
  "import.trainee-missing": () => ({
    what: "This row does not tell whose it is.",
    why: "Attendance is somebody's.",
    mend: "Fill in the “trainee reference” column (T-0001), or “last name” and “first name”.",
  }),
  "import.trainee-unknown": ({ session, nearest }) => ({
    what: `This person is not among the trainees of ${session}.${nearest === "" ? "" : ` The closest name is that of ${nearest}.`}`,
    why: "A misspelt name would bring in the attendance of somebody else, or of nobody.",
    mend:
      nearest === ""
        ? "Correct the name or the reference, or enrol the person with /assiduite inscrire."
        : `If it is ${nearest}, write that reference; otherwise enrol the person with /assiduite inscrire.`,
  }),
  "import.trainee-ambiguous": ({ references }) => ({
    what: `Several trainees have this name: ${references.join(", ")}.`,
    why: "Whose row it is cannot be guessed.",
    mend: "Write the trainee's reference instead of the name.",
  }),
  "import.name-mismatch": ({ trainee }) => ({
    what: `The name in the row is not that of ${trainee}.`,
    why: "Either the reference or the name is wrong: the attendance could be somebody else's.",
    mend: "Keep the one that is right.",
  }),
  "import.not-followed": ({ trainee, day }) => ({
    what: `${trainee} is not training in this session on ${formatDay(day, "en")}: not in yet, or out already.`,
    why: "Attendance after a withdrawal or before the entry contradicts the file.",
    mend: "Correct the date, or the enrolment with /assiduite inscrire.",
  }),
  "import.outside-schedule": ({ session, day, half }) => ({
    what: `Session ${session} has no half-day on ${formatDay(day, "en")}${half === "" ? "" : ` (${halfLabels[half].en})`}.`,
    why: "Hours outside of the schedule are neither declared nor billed.",
    mend: "Correct the date or the half-day, or complete the schedule with /session planning.",
  }),
  "import.half-missing": ({ day }) => ({
    what: `The row does not tell which half-day of ${formatDay(day, "en")} it is about.`,
    why: "That day has several; a row tells one.",
    mend: "Fill in the “half-day” column, a row for each.",
  }),
  "import.hours-outside": ({ from, until }) => ({
    what: `The hours of arrival and departure do not fit the half-day (${from} to ${until}).`,
    why: "An arrival after its end or a departure before its beginning makes no attendance.",
    mend: "Correct the hours or the half-day; for an absence, empty them and fill in “status”.",
  }),
  "import.negative-minutes": ({ value }) => ({
    what: `“${value}”: minutes cannot be negative.`,
    why: "They would add hours that nobody attended.",
    mend: "Write a number from 0 up.",
  }),
  "import.minutes-over": ({ minutes, planned }) => ({
    what: `${minutes} minutes, for a half-day of ${planned}.`,
    why: "Nobody attends or misses more than what is planned; who misses all of it is absent.",
    mend: "Correct the minutes, or the status.",
  }),
  "import.minutes-missing": () => ({
    what: "The minutes are missing.",
    why: "Lateness, leaving early and declared hours are counted by the minute.",
    mend: "Fill in “late”, “left early” or “minutes”, or the hours of arrival and departure.",
  }),
  "import.minutes-contradict": ({ status }) => ({
    what: `“${attendanceStatusLabels[status].en}” does not go with hours of arrival or minutes missed.`,
    why: "Who is not there does not arrive late: one of the two is wrong.",
    mend: "Correct the status, or empty the hours and the minutes.",
  }),
  "import.status-missing": () => ({
    what: "The row does not tell whether the person was there.",
    why: "An empty cell is neither presence nor absence.",
    mend: "Fill in “status”, or the hour of arrival.",
  }),
  "import.reason-unknown": () => ({
    what: "The reason is not one of those that are kept.",
    why: "A free reason may tell too much of somebody's life or health: only a code is kept.",
    mend: `Choose among: ${absenceReasons.map((one) => absenceReasonLabels[one].en).join(", ")}.`,
  }),
  "import.health-detail": () => ({
    what: "The proof of absence speaks of health.",
    why: "Health data have no place in an attendance record: only the reference of the document is kept.",
    mend: "Put “health” under “reason”, and a neutral reference (JUST-0012) under “proof of absence”.",
  }),
  "import.future-day": ({ day }) => ({
    what: `${formatDay(day, "en")} is yet to come.`,
    why: "Attendance is observed, not foretold.",
    mend: "Correct the date, or import the file after that day.",
  }),
  "import.row-twice": ({ otherLine, same }) =>
    same
      ? {
          what: `The row repeats line ${otherLine}.`,
          why: "The same half-day of the same person counts once.",
          mend: "Delete one of the two.",
        }
      : {
          what: `The row and line ${otherLine} contradict each other: same person, same half-day.`,
          why: "Which one is true cannot be guessed.",
          mend: "Keep the right one only.",
        },
  "import.fact-recorded": ({ status, recorded }) => ({
    what:
      status === recorded
        ? `“${attendanceStatusLabels[recorded].en}” is recorded already, with other minutes, another reason or another document.`
        : `The file says “${attendanceStatusLabels[status].en}”, while “${attendanceStatusLabels[recorded].en}” is recorded already.`,
    why: "An import does not replace what somebody observed, unless you ask for it.",
    mend: "If the file is right, confirm the import with correct: what was recorded stays in the history.",
  }),
  "import.claim-recorded": ({ minutes, recorded, reference }) => ({
    what: `The file says ${counted(minutes, "minute", "minutes", "en")}, while ${reference} says ${recorded}.`,
    why: "A half-day is declared once: two values would distort the reconciliation.",
    mend: `Correct the file; or, if ${reference} is wrong, undo it first.`,
  }),
  "import.faulty-rows": ({ reference, faulty, contradicting }) => ({
    what: `${counted(faulty + contradicting, "row", "rows", "en")} of ${reference} cannot come in: nothing was recorded.`,
    why:
      contradicting === 0
        ? "A file comes in partly only if you ask for it."
        : `${counted(contradicting, "row says", "rows say", "en")} something else than what is recorded, and nothing is replaced unless you ask for it.`,
    mend:
      contradicting === 0
        ? "Correct the file and import it again, or bring in the sound rows only (rows: sound)."
        : faulty === 0
          ? "Correct the file; or rows: sound to leave these rows out, correct to replace what is recorded."
          : "Correct the file; or rows: sound to leave these rows out, and correct with it to replace what is recorded.",
  }),
  "import.no-sound-row": ({ faulty }) => ({
    what:
      faulty === 0
        ? "The table has nothing but its titles."
        : faulty === 1
          ? "The only row of the file cannot come in."
          : `None of the ${faulty} rows of the file can come in.`,
    why: faulty === 0 ? "Without a row at least, there is nothing to bring in." : "Each has a fault at least, told with its line number.",
    mend: "Correct the file, then import it again.",
  }),
  "attendance.export-too-large": ({ most }) => ({
    what: `There are more than ${most} half-days to export.`,
    why: "A file of that size no longer opens well in a spreadsheet.",
    mend: "Export one session (session) or one month (month) at a time.",
  }),
  "import.changed-since": ({ reference, count }) => ({
    what: `${counted(count, "half-day", "half-days", "en")} of ${reference} ${count === 1 ? "was" : "were"} corrected since.`,
    why: "Undoing would erase these corrections.",
    mend: "Keep them with keep-corrected; the rest will be taken out.",
  }),
};
