import type { certificateRules, HoursDifference } from "../../attendance/index.js";
import { certificateFieldLabels, certificateFieldRemedies, formatMonth } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import type { Sentence } from "../../shared/language.js";
import { counted } from "../../shared/text.js";

export const certificatesEnglish: Sentences<keyof typeof certificateRules> = {
  "certificate.field-missing": ({ field }) => ({
    what: `The certificate lacks ${certificateFieldLabels[field].en}.`,
    why: "An incomplete completion certificate is refused when the service is checked.",
    mend: certificateFieldRemedies[field].en,
  }),
  "certificate.hours-differ": hoursDiffer,
  "certificate.before-end": ({ issuedOn, endsOn }) => ({
    what: `The certificate would be issued on ${formatDay(issuedOn, "en")}, before the training ends (${formatDay(endsOn, "en")}).`,
    why: "It certifies what was attended: the hours to come are not in it, while its dates say otherwise.",
    mend: "Wait for the end; if the person has left already, record their exit first.",
  }),
  "certificate.unsigned": () => ({
    what: "Nobody is named to sign the certificate.",
    why: "Without the signature of somebody in charge, it proves nothing.",
    mend: "Say who signs, such as signatory:Nadia Sellier, then have the printed document signed.",
  }),
};

function hoursDiffer(difference: HoursDifference): Sentence {
  const attended = formatMinutes(difference.attended);
  switch (difference.by) {
    case "asked":
      return {
        what: `You ask for ${formatMinutes(difference.minutes)}, attendance proves ${attended} (${gap(difference)} apart).`,
        why: "The certificate, the sheets and the invoice must say the same hours: a difference blocks the payment.",
        mend: "Certify the hours attended, or correct the attendance first, with its reason.",
      };
    case "declared":
      return {
        what: `${formatMonth(difference.month, "en")}: ${formatMinutes(difference.minutes)} declared at the closing, ${attended} attended (${gap(difference)} apart).`,
        why: "What was declared and what would be certified contradict each other.",
        mend: "Go through that month's statement, close it again, then issue the certificate.",
      };
    case "open-month":
      return {
        what: `${formatMonth(difference.month, "en")} is not closed (${attended} attended).`,
        why: "Its hours may still change: a certificate that a trainee holds is not taken back.",
        mend: "Close the month, then issue the certificate.",
      };
    case "unrecorded":
      return {
        what: `${counted(difference.halfDays, "past half-day has", "past half-days have", "en")} nothing recorded (${formatMinutes(difference.minutes)}), from ${formatDay(difference.first, "en")} on; ${attended} are proven.`,
        why: "What is not recorded is not proven, and cannot be certified.",
        mend: "Record these half-days, present or absent, then issue the certificate.",
      };
  }
}

function gap({ minutes, attended }: { readonly minutes: number; readonly attended: number }): string {
  return formatMinutes(Math.abs(minutes - attended));
}
