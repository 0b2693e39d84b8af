import { type Provider, settingsSchema } from "../membership/index.js";
import { addDays, formatDay, type IsoDate } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { lastJourney } from "./listing.js";
import type { Session } from "./session.js";
import { exportFaultsOf } from "./visibility.js";

export interface DisplaySituation {
  readonly session: Session;
  readonly today: IsoDate;
  readonly provider?: Provider | undefined;
}

const rule = ruleAbout<DisplaySituation>();

/** What whoever relies on a listed session must know, a quote too. */
export const displayRules = {
  "session.not-yet-visible": rule({
    severity: "warning",
    source: "carif-display-delays",
    check: ({ session, today, provider }) => {
      const { sentOn, seenOn } = lastJourney(session.listing);
      // What is left out of the export is said otherwise: it will not show later.
      if (sentOn === undefined || seenOn !== undefined || exportFaultsOf(session, today, { provider }).length > 0) return nothing;
      const { displayDelayDays } = (provider?.settings ?? settingsSchema.parse({})).sessions;
      const from = addDays(sentOn, displayDelayDays);
      return today < from ? found(["listing"], { sentOn, from }) : nothing;
    },
    fr: ({ sentOn, from }) => ({
      what: `La session, transmise le ${formatDay(sentOn)}, peut ne pas être visible dans Kairos avant le ${formatDay(from)}.`,
      why: "De la base régionale aux outils de France Travail, il faut une nuit, 48 heures ouvrées, puis un à cinq jours.",
      mend: "Attendez ce jour ; si elle s'affiche déjà dans Kairos, notez-le.",
    }),
  }),
};

export type DisplayProblem = ProblemOf<typeof displayRules>;

/** Judges whether a session can be relied on in the portal. */
export const checkDisplay = judgeBy<DisplaySituation, typeof displayRules>(displayRules);
