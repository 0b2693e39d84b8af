import type { EnrolmentFault, ExceptionFault, FactDetail, NotExpected, Outside } from "../../attendance/index.js";

export const outside: Readonly<Record<Outside, string>> = {
  dates: "is outside of the session's dates",
  schedule: "is not in the session's schedule",
  roster: "is not theirs: this person is not enrolled in the session",
  path: "is outside of their dates in the session",
};

export const exceptionFaults: Readonly<Record<ExceptionFault, { readonly what: string; readonly mend: string }>> = {
  "nobody-named": { what: "nobody is named", mend: "Begin with the reference or the name: T-0004 absent." },
  "unknown-person": {
    what: "“{word}” is neither the name nor the reference of a trainee of the session",
    mend: "Write their reference, such as T-0004; if they are not in the session, enrol them first.",
  },
  "several-people": { what: "“{word}” may be several trainees", mend: "Write their reference, such as T-0004." },
  "named-twice": { what: "this person is named above already", mend: "Keep one line for each person." },
  "two-people": { what: "two people are named", mend: "Put a comma between them: T-0004 absent, T-0007 absent." },
  "no-status": {
    what: "what happened is not said",
    mend: "Add: absent, excused, announced, late 20 min, left 30 min, remote, interrupted or withdrawn.",
  },
  "two-statuses": {
    what: "two different things are said",
    mend: "Keep one of them; only being late and leaving early go together: late 20 min left 30 min.",
  },
  "unknown-word": {
    what: "“{word}” is not understood",
    mend: "Write for instance: T-0004 absent, T-0007 late 20 min, T-0009 excused health AT-12.",
  },
  "unreadable-minutes": { what: "“{word}” is not a duration", mend: "Write the minutes like this: 20 min or 1h30." },
  "misplaced-minutes": {
    what: "a duration only goes with being late or leaving early",
    mend: "Take the duration out, or write: late 20 min, left 30 min.",
  },
};

export const notExpected: Readonly<Record<NotExpected, (on: string) => string>> = {
  "not-enrolled": () => "is not enrolled in this session",
  "joins-later": (on) => `only joins on ${on}`,
  left: (on) => `left on ${on}`,
  withdrawn: (on) => `withdrew on ${on}`,
  stopped: (on) => `is recorded as interrupted or withdrawn since ${on}`,
};

export const details: Readonly<Record<FactDetail, string>> = {
  minutes: "A duration",
  early: "A duration of leaving early",
  reason: "A reason of absence",
  document: "A document that excuses",
  evidence: "Evidence of remote work",
};

export const enrolmentFaults: Readonly<Record<EnrolmentFault, string>> = {
  reversed: "The start comes after the end",
  outside: "These dates are outside of the session, which runs {period}",
  "withdrawal-early": "The withdrawal comes before the start",
  "withdrawal-late": "The withdrawal comes after the end",
  "lonely-detail": "A half-day or a reason is given without a day of withdrawal",
};
