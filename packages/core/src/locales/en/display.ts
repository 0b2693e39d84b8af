import type { Sentences } from "../../catalogue.js";
import type { displayRules } from "../../sessions/index.js";
import { formatDay } from "../../shared/calendar.js";

export const displayEnglish: Sentences<keyof typeof displayRules> = {
  "session.not-yet-visible": ({ sentOn, from }) => ({
    what: `The session, sent on ${formatDay(sentOn, "en")}, may not show in Kairos before ${formatDay(from, "en")}.`,
    why: "From the regional base to France Travail's tools takes a night, 48 working hours, then one to five days.",
    mend: "Wait for that day; if it shows in Kairos already, record it.",
  }),
};
