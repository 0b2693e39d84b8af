import { judgeBy, type ProblemOf } from "../shared/rules.js";
import type { Scheme } from "./quote.js";
import { aifRules } from "./rules/aif.js";
import { contentRules } from "./rules/content.js";
import { dossierRules } from "./rules/dossier.js";
import { poeiRules } from "./rules/poei.js";
import { schemeRules } from "./rules/schemes.js";
import { factsOf, type QuoteFacts, type QuoteSituation } from "./situation.js";

/** Every rule that judges a quote. */
export const quoteRules = { ...contentRules, ...dossierRules, ...aifRules, ...poeiRules, ...schemeRules };

export type QuoteProblem = ProblemOf<typeof quoteRules>;

/** Judges a quote beside what it is compared with: common rules, then its scheme's. Empty when nothing is to be said. */
export function checkQuote(situation: QuoteSituation): readonly QuoteProblem[] {
  return judges[situation.quote.scheme](factsOf(situation));
}

type Judge = (facts: QuoteFacts) => readonly QuoteProblem[];

const judges: Readonly<Record<Scheme, Judge>> = {
  aif: judgeBy<QuoteFacts, typeof contentRules & typeof dossierRules & typeof aifRules>({ ...contentRules, ...dossierRules, ...aifRules }),
  poei: judgeBy<QuoteFacts, typeof contentRules & typeof dossierRules & typeof poeiRules>({
    ...contentRules,
    ...dossierRules,
    ...poeiRules,
  }),
  afpr: judgeBy<QuoteFacts, typeof schemeRules>(schemeRules),
  poec: judgeBy<QuoteFacts, typeof schemeRules>(schemeRules),
};
