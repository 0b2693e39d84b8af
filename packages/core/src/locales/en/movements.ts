import { type LateParams, movementKindLabels, type movementRefusals, type movementRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";
import type { Sentence } from "../../shared/language.js";
import { counted, enumerate } from "../../shared/text.js";

export const movementsEnglish: Sentences<keyof typeof movementRules | keyof typeof movementRefusals> = {
  "attendance.entry-late": (params) => said(params, "entry", "entries"),
  "attendance.interruption-late": (params) => said(params, "interruption", "interruptions"),
  "attendance.exit-late": (params) => said(params, "exit", "exits"),
  "attendance.abandon-not-declared": (params) => said(params, "withdrawal", "withdrawals"),
  "attendance.movement-unknown": ({ trainee, kind, days }) => ({
    what:
      days.length === 0
        ? `${trainee} has no ${movementKindLabels[kind].en} to declare in this session.`
        : `Which ${movementKindLabels[kind].en} of ${trainee} is meant is not clear.`,
    why: "Movements come from the attendance that was entered: without it, nothing has happened.",
    mend:
      days.length === 0
        ? "Check the trainee, or enter their attendance first."
        : `Give the day of the movement: ${days.map((day) => formatDay(day, "en")).join(", ")}.`,
  }),
  "attendance.movement-too-early": ({ kind, on, declaredOn }) => ({
    what: `The ${movementKindLabels[kind].en} of ${formatDay(on, "en")} cannot have been declared on ${formatDay(declaredOn, "en")}.`,
    why: "What is declared has happened; what is planned is not.",
    mend: "Check the day of the declaration in the portal.",
  }),
};

function said({ trainees, dueOn, isDeclared }: LateParams, one: string, several: string): Sentence {
  const movements = counted(trainees.length, one, several, "en");
  const who = enumerate(trainees);
  return isDeclared
    ? {
        what: `${movements} declared after the deadline (${formatDay(dueOn, "en")}): ${who}.`,
        why: "France Travail may have paid, or refused to pay, on a wrong situation.",
        mend: "Keep a trace of what delayed the declaration, in case you are asked.",
      }
    : {
        what: `${movements} to declare: ${who}. The deadline passed on ${formatDay(dueOn, "en")}.`,
        why: "France Travail must be told of entries, interruptions and exits without delay: payments depend on them.",
        mend: `Declare ${trainees.length > 1 ? "them" : "it"} today in the portal, then note it here.`,
      };
}
