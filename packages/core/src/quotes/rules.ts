import { checkProvider, type ProviderProblem } from "../membership/index.js";
import { checkDisplay, checkSession, type DisplayProblem, type SessionProblem } from "../sessions/index.js";
import { judgeBy, type ProblemOf } from "../shared/rules.js";
import type { Scheme } from "./quote.js";
import { aifRules } from "./rules/aif.js";
import { contentRules } from "./rules/content.js";
import { dossierRules } from "./rules/dossier.js";
import { mentionRules } from "./rules/mentions.js";
import { poeiRules } from "./rules/poei.js";
import { schemeRules } from "./rules/schemes.js";
import { factsOf, type QuoteFacts, type QuoteSituation } from "./situation.js";

/** Every rule that judges a quote. */
export const quoteRules = { ...contentRules, ...mentionRules, ...dossierRules, ...aifRules, ...poeiRules, ...schemeRules };

export type QuoteProblem = ProblemOf<typeof quoteRules>;

/** Judges a quote beside what it is compared with: common rules, then its scheme's. Empty when nothing is to be said. */
export function checkQuote(situation: QuoteSituation): readonly QuoteProblem[] {
  return judges[situation.quote.scheme](factsOf(situation));
}

/**
 * Judges the whole dossier: the quote, then the provider for the training's period, then the session, as far as they
 * are given. This is what a submission must pass.
 */
export function checkDossier(situation: QuoteSituation): readonly DossierProblem[] {
  const { provider, session, today } = situation;
  return [
    ...checkQuote(situation),
    ...(provider === undefined ? [] : checkProvider({ provider, today, training: session }).filter(isOfDossiers)),
    ...(session === undefined ? [] : [...checkSession({ session, today }), ...checkDisplay({ session, today, provider })]),
  ];
}

/** How long a provider keeps its trail is no fault of a quote. */
function isOfDossiers({ code }: ProviderProblem): boolean {
  return !code.startsWith("privacy.");
}

export type DossierProblem = QuoteProblem | ProviderProblem | SessionProblem | DisplayProblem;

type Judge = (facts: QuoteFacts) => readonly QuoteProblem[];

const commonRules = { ...contentRules, ...mentionRules, ...dossierRules };

const judges: Readonly<Record<Scheme, Judge>> = {
  aif: judgeBy<QuoteFacts, typeof commonRules & typeof aifRules>({ ...commonRules, ...aifRules }),
  poei: judgeBy<QuoteFacts, typeof commonRules & typeof poeiRules>({ ...commonRules, ...poeiRules }),
  afpr: judgeBy<QuoteFacts, typeof schemeRules>(schemeRules),
  poec: judgeBy<QuoteFacts, typeof schemeRules>(schemeRules),
};
