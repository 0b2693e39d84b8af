import type { Sentences } from "../../catalogue.js";
import type { privacyRefusals } from "../../privacy/index.js";
import { formatDay } from "../../shared/calendar.js";

/** Erasure, in English. */
export const privacyEnglish: Sentences<keyof typeof privacyRefusals> = {
  "privacy.in-training": ({ reference, session, until }) => ({
    what: `${reference} is still in training: session ${session} ends on ${formatDay(until, "en")}.`,
    why: "Without their name, neither the attendance nor the invoices of that session could be drawn up.",
    mend: "Erase their data after that day, or record their withdrawal first (/assiduite inscrire).",
  }),
  "privacy.already-erased": ({ reference, heldUntil }) => ({
    what: `The erasure of ${reference} is recorded already.`,
    why:
      heldUntil === undefined
        ? "Nothing of their name is left."
        : `What the law or your setting obliges to keep leaves by itself after ${formatDay(heldUntil, "en")}.`,
    mend: "There is nothing else to do in Kairos; think of the PDFs, the backups and the Discord messages.",
  }),
  "privacy.still-enabled": ({ profiles }) => ({
    what: `This person still holds ${profiles === 1 ? "an access grant" : `${profiles} access grants`}.`,
    why: "Somebody who acts must be nameable.",
    mend: "Record their departure first (/acces depart).",
  }),
};
