import type { Sentences } from "../../catalogue.js";
import {
  type displayRules,
  listingActionLabels,
  listingFieldLabels,
  type listingRefusals,
  type listingRules,
  listingStatusLabels,
} from "../../sessions/index.js";
import { formatDay } from "../../shared/calendar.js";
import { excerpt, sentenceCase } from "../../shared/text.js";

export const listingEnglish: Sentences<Exclude<keyof typeof listingRules, keyof typeof displayRules> | keyof typeof listingRefusals> = {
  "session.field-missing": ({ field }) => ({
    what: `${listingFieldLabels[field].en} ${field === "hours" || field === "expectedResults" ? "are" : "is"} missing.`,
    why: "The regional base refuses an incomplete entry, and a candidate does not choose what they cannot understand.",
    mend: field === "course" ? "Attach the session to its course." : "Complete the entry, then try again.",
  }),
  "session.reference-missing": () => ({
    what: "The session's Carif-Oref number is missing.",
    why: "France Travail finds the session by that number, which the regional base gives once the entry is sent.",
    mend: "Copy it from the Carif-Oref entry.",
  }),
  "session.reference-pattern": ({ listingReference }) => ({
    what: `The number “${excerpt(listingReference)}” does not look like the numbers of your region.`,
    why: "With a number copied wrongly, France Travail does not find the session.",
    mend: "Compare it with the Carif-Oref entry; if it is right, change the provider's setting.",
  }),
  "session.duplicate": ({ by, other, startsOn, endsOn }) =>
    by === "content"
      ? {
          what: `Session ${other} has the same title, the same dates (${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}) and the same place.`,
          why: "A session that is listed twice scatters the quotes and blurs how many places are left.",
          mend: "Keep one of them. If they are two groups, give the room or the Carif-Oref number of each.",
        }
      : {
          what: `Session ${other} (${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}) has the same Carif-Oref number.`,
          why: "The number stands for one session: France Travail would take one for the other.",
          mend: "Check the number of each on the Carif-Oref's site.",
        },
  "session.overlap": ({ kind, name, other, day, from, until, times }) => ({
    what: `${kind === "trainer" ? "Trainer" : "Room"} “${excerpt(name)}” is also in session ${other} on ${formatDay(day, "en")}, ${from} to ${until}${times > 1 ? ` (${times} times in all)` : ""}.`,
    why: "The same person or room cannot serve two groups at once.",
    mend: "Move a half-day, or change the trainer or the room of one of the two sessions.",
  }),
  "session.ended-too-long": ({ endsOn, days }) => ({
    what: `The session ended on ${formatDay(endsOn, "en")}, more than ${days} days ago: the regional base no longer sends it.`,
    why: "A session that is no longer sent disappears from France Travail's tools.",
    mend: "Archive it; if its end is wrong, correct it and send the entry again.",
  }),
  "session.not-exported-initial-training": () => ({
    what: "The session is initial training or apprenticeship: the regional base does not send it to France Travail.",
    why: "Only continuing training is sent; the session will never show in Kairos.",
    mend: "If it is open to job seekers, correct its entry with the Carif-Oref.",
  }),
  "session.not-exported-siret": ({ siret }) => ({
    what: `The session's SIRET ${siret} is not one of the provider's establishments.`,
    why: "The regional base does not send providers whose SIRET is missing or wrong to France Travail.",
    mend: "Correct the SIRET of the entry with the Carif-Oref.",
  }),
  "session.listing-step-illegal": ({ action, status, possible }) => ({
    what: `“${sentenceCase(listingActionLabels[action].en)}” is not possible: the session is “${listingStatusLabels[status].en}”.`,
    why: "Each step comes in its turn, from the entry that is ready to the archive.",
    mend:
      possible.length === 0
        ? "This session is closed; record a new one."
        : `At this stage you can: ${possible.map((other) => listingActionLabels[other].en).join(", ")}.`,
  }),
  "session.listing-step-too-early": ({ on, lastOn }) => ({
    what: `${formatDay(on, "en")} comes before the previous step, recorded on ${formatDay(lastOn, "en")}.`,
    why: "Steps whose dates contradict each other no longer tell when the session is to show.",
    mend: "Check the day it happened.",
  }),
  "session.listing-before-start": ({ action, on, startsOn }) => ({
    what: `“${sentenceCase(listingActionLabels[action].en)}” on ${formatDay(on, "en")} is not possible: the session starts on ${formatDay(startsOn, "en")}.`,
    why: "France Travail compares the dates of the session with what happens in it.",
    mend: "Check the day, or correct the first day of the session first.",
  }),
};
