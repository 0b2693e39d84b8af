import { attendanceStatusLabels, formatSlot, type SheetContradiction, type sheetRules } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import { enumerate, excerpt } from "../../shared/text.js";

export const sheetsEnglish: Sentences<keyof typeof sheetRules> = {
  "attendance.sheet-trainer-missing": () => ({
    what: "The sheet does not say which trainer signed it.",
    why: "A sheet without a trainer proves nothing: the hours may be refused.",
    mend: "Give the trainer's name if it is on the sheet; if not, have them sign it before you attach it.",
  }),
  "attendance.sheet-place-missing": () => ({
    what: "The sheet does not say where the training took place.",
    why: "A sheet without a place proves nothing: the hours may be refused.",
    mend: "Give the place written on the sheet; if there is none, have the trainer complete and sign it.",
  }),
  "attendance.sheet-date-missing": () => ({
    what: "The sheet does not say which half-days it covers.",
    why: "A sheet without exact dates proves nothing: the hours may be refused.",
    mend: "Give the first and the last day written on the sheet; if there are none, have the trainer complete it.",
  }),
  "attendance.sheet-signature-missing": ({ trainees, times }) =>
    trainees.length === 0
      ? {
          what: "No trainee signed this sheet.",
          why: "Without a signature, the sheet proves nobody's presence.",
          mend: "Record the presences of these half-days first, or give those who signed; if not, have the sheet signed.",
        }
      : {
          what: `${times > 1 ? `${times} recorded presences have` : "One recorded presence has"} no signature on the sheet: ${enumerate(trainees)}.`,
          why: "A presence that is not signed is not proven, and may not be paid.",
          mend: "Have these trainees sign, or correct their presence if they were not there.",
        },
  "attendance.sheet-contradiction": (contradiction) => ({
    what: contradictionEn(contradiction),
    why: "A sheet that contradicts the schedule or the attendance proves nothing any more.",
    mend: mendsEn[contradiction.with],
  }),
};

function contradictionEn(contradiction: SheetContradiction): string {
  switch (contradiction.with) {
    case "planning":
      return `The sheet covers a half-day that the schedule does not have: ${formatSlot(contradiction, "en")}${inAll(contradiction.times)}.`;
    case "today":
      return `The sheet covers a half-day that has not taken place yet: ${formatSlot(contradiction, "en")}${inAll(contradiction.times)}.`;
    case "trainer":
      return `“${excerpt(contradiction.trainer)}” signed the sheet, but does not teach these half-days in the schedule.`;
    case "place":
      return `The sheet says “${excerpt(contradiction.place)}”, the session “${excerpt(contradiction.planned)}”.`;
    case "facts":
      return `${contradiction.trainee} signed on ${formatSlot(contradiction, "en")}${inAll(contradiction.times)}, but what is recorded says “${attendanceStatusLabels[contradiction.status].en}”.`;
  }
}

function inAll(times: number): string {
  return times > 1 ? ` (${times} in all)` : "";
}

const mendsEn: Readonly<Record<SheetContradiction["with"], string>> = {
  planning: "Check the dates written on the sheet; if the half-day did take place, add it to the schedule.",
  today: "Check the dates written on the sheet: only what took place is signed.",
  trainer: "Check the name; if this trainer did teach, correct the schedule first.",
  place: "Check the place written on the sheet; if it is right, correct the place or the room of the session.",
  facts: "Check the sheet: correct the presence, or leave this trainee out of those who signed.",
};
