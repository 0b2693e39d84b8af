import { type DifferenceParams, formatFigure, type ReconciliationSource, type reconciliationRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { halfLabels } from "../../sessions/index.js";

export const reconciliationEnglish: Sentences<keyof typeof reconciliationRules> = {
  "attendance.half-day-twice": (params) => ({
    what: `${whose(params)}: ${formatFigure(params.source, params.figure, "en")}, more than once.`,
    why: "A half-day counts once; what counts twice has to be paid back.",
    mend: mendings[params.source],
  }),
  "attendance.half-day-after-abandon": (params) => ({
    what: `${whose(params)}: ${formatFigure(params.source, params.figure, "en")} after the withdrawal.`,
    why: "What comes after a withdrawal was not attended: asking money for it means paying it back.",
    mend: `If the day of the withdrawal is wrong, correct it. Otherwise: ${asNext(mendings[params.source])}`,
  }),
  "attendance.half-day-to-come": (params) => ({
    what: `${whose(params)}: ${formatFigure(params.source, params.figure, "en")}, and that day has not come yet.`,
    why: "What has not happened can be neither attested nor paid.",
    mend: mendings[params.source],
  }),
  "attendance.half-day-outside": (params) => ({
    what: `${whose(params)}: ${formatFigure(params.source, params.figure, "en")}, outside this trainee's schedule.`,
    why: "A proof that the schedule contradicts proves nothing.",
    mend: `If the half-day took place, add it to the schedule. Otherwise: ${asNext(mendings[params.source])}`,
  }),
  "attendance.half-day-beyond": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "Nothing is owed beyond what was planned.",
    mend: `If the schedule is wrong, correct it. Otherwise: ${asNext(mendings[params.source])}`,
  }),
  "attendance.not-recorded": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "A half-day without a record is missing from the month, which cannot be closed.",
    mend: "Record the presence or the absence.",
  }),
  "attendance.signed-not-recorded": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "The trainee signed, and the hours do not count yet.",
    mend: "Record the presence, late or left early if need be.",
  }),
  "attendance.signed-absent": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "A sheet that the record contradicts proves nothing any more, for anybody.",
    mend: "Ask the trainer what happened; correct the record, or note the mistake on the sheet.",
  }),
  "attendance.not-signed": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "Without a signature or another proof, these hours may be refused.",
    mend: "Attach the signed sheet; for remote training, note what proves it.",
  }),
  "attendance.billed-not-signed": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "What is billed without a proof has to be paid back.",
    mend: "Attach the signed sheet or another proof; failing that, issue a credit note.",
  }),
  "attendance.not-declared": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "France Travail does not know of these hours: neither the training nor the trainee is paid for them.",
    mend: "Enter them in Kairos, then close the month.",
  }),
  "attendance.declared-differs": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "France Travail compares what is declared with the invoice and the sheets.",
    mend: "Correct the record if it is wrong; otherwise correct the declaration in Kairos and close the month again.",
  }),
  "attendance.billed-differs": (params) => {
    const isTooMuch = (params.figure ?? 0) > (params.expected ?? 0);
    return {
      what: `${whose(params)}: ${figures(params)}.`,
      why: isTooMuch
        ? "Billing more than was attended means paying it back."
        : "Hours that were attended are not billed: they will not be paid.",
      mend: `Check the record; if it is right, ${isTooMuch ? "issue a credit note" : "bill the rest"}.`,
    };
  },
  "attendance.billed-not-as-declared": (params) => ({
    what: `${whose(params)}: ${figures(params)}.`,
    why: "An invoice that does not say what Kairos says is not paid.",
    mend: "Bring the declaration and the invoice to what the record proves.",
  }),
};

function whose({ trainee, day, half }: DifferenceParams): string {
  return `${trainee}, ${day} ${halfLabels[half].en}`;
}

function figures({ source, figure, against, expected }: DifferenceParams): string {
  return `${formatFigure(source, figure, "en")}, ${formatFigure(against, expected, "en")}`;
}

const mendings: Readonly<Record<ReconciliationSource, string>> = {
  planned: "Keep the half-day once in the schedule.",
  recorded: "Correct the record, and say why.",
  declared: "Correct the declaration in Kairos.",
  billed: "Issue a credit note for what was billed wrongly.",
  signed: "Check the sheet or the sign-in code, and keep a note of what happened.",
};

function asNext(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
