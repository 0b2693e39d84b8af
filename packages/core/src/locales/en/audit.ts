import type { auditRules } from "../../audit/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";

const keepAndRestore = "Keep the file as it is, restore the last backup that was verified and tell the account manager (RGC).";

/** The audit trail, in English. */
export const auditEnglish: Sentences<keyof typeof auditRules> = {
  "audit.entry-altered": ({ sequence }) => ({
    what: `Entry no. ${sequence} of the audit trail was changed afterwards.`,
    why: "From this entry on, the trail no longer proves anything.",
    mend: keepAndRestore,
  }),
  "audit.entry-missing": ({ sequence }) => ({
    what: `Entry no. ${sequence} of the audit trail is missing or out of place.`,
    why: "Acts may have been erased, added or moved.",
    mend: keepAndRestore,
  }),
  "audit.head-differs": ({ sequence }) => ({
    what: `The audit trail no longer holds the fingerprint taken at entry no. ${sequence}.`,
    why: "It has been cut or rewritten since the fingerprint was taken.",
    mend: "Compare it with the backup of the day the fingerprint was taken and tell the account manager (RGC).",
  }),
  "audit.head-purged": ({ sequence, before }) => ({
    what: `The fingerprint taken at entry no. ${sequence} is in the part of the trail already erased, the one before ${formatDay(before, "en")}.`,
    why: "At the end of its retention, the beginning of the trail is erased: this fingerprint can no longer be compared.",
    mend: "If you took it after that day, tell the account manager (RGC); otherwise, take a new one.",
  }),
  "audit.dates-order": ({ from, until }) => ({
    what: `The period asked for ends on ${formatDay(until, "en")}, before it starts (${formatDay(from, "en")}).`,
    why: "No entry of the trail can be in it.",
    mend: "Swap the two days, or correct the year.",
  }),
  "audit.head-unreadable": ({ value }) => ({
    what: `“${value}” is not a fingerprint of the trail.`,
    why: "A fingerprint is one line: the number of the entry, a colon, then 64 digits or letters from a to f.",
    mend: "Copy the whole line as Kairos gave it, without adding anything.",
  }),
};
