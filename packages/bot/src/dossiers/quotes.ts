import {
  advanceQuote,
  changeQuote,
  checkDossier,
  formatCents,
  formatDay,
  formatMinutes,
  hasErrors,
  type Label,
  type Language,
  type Problem,
  parse,
  prepareQuoteDocument,
  type Quote,
  type QuoteAction,
  type QuoteDocument,
  type QuoteSituation,
  type QuoteStatus,
  quoteRules,
  quoteSchema,
  quoteStatusLabels,
  quoteTotals,
  type Result,
  schemeLabels,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { fingerprintOf } from "../fingerprint.js";
import { done, line, type NextStep, type Reply, type ReplyLine, refused } from "../reply.js";
import { unknown } from "./unknown.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "actor" | "now">;

/** A quote with everything its rules compare it with. */
export async function loadQuote(desk: Pick<Desk, "store" | "today">, reference: string): Promise<Result<QuoteSituation>> {
  const quote = await desk.store.quotes.get(reference.toUpperCase());
  if (quote === undefined) return unknown("quote", "reference", reference);
  return success(await situationOf(desk, quote));
}

export async function situationOf({ store, today }: Pick<Desk, "store" | "today">, quote: Quote): Promise<QuoteSituation> {
  const { sessionReference, traineeId } = quote;
  const [provider, session, trainee, otherQuotes, comparableHourlyCents] = await Promise.all([
    store.providers.get(quote.siret),
    sessionReference === undefined ? undefined : store.sessions.get(sessionReference),
    traineeId === undefined ? undefined : store.trainees.get(traineeId),
    store.quotes.related(quote),
    store.quotes.hourlyCostsOf(quote.title ?? "", quote.reference),
  ]);
  return { quote, today, provider, session, trainee, otherQuotes, comparableHourlyCents };
}

/** Enters a new quote, if it holds within what a quote may be, and answers with its card. */
export async function enterAndAnswer(desk: Desk, entered: Quote, details: Readonly<Record<string, string>>): Promise<Reply> {
  const quote = parse(quoteSchema, entered);
  if (!quote.ok) return refused(quote.problems);
  await desk.store.quotes.save(quote.value);
  return answerWith(await situationOf(desk, quote.value), [], details);
}

/** How a quote is to be changed, once its dossier is known; or why it cannot be. */
export type PlanChange = (situation: QuoteSituation) => Result<(quote: Quote) => Quote>;

/** What a change did to a quote, in words. */
export type TellChange = (before: Quote, after: Quote) => ReplyLine;

/** Changes what a quote says and answers with its card, what was recorded and what the rules now find. */
export async function changeAndAnswer(desk: Desk, reference: string, plan: PlanChange, tell: TellChange, details: string): Promise<Reply> {
  const loaded = await loadQuote(desk, reference);
  if (!loaded.ok) return refused(loaded.problems);
  const before = loaded.value.quote;
  const planned = plan(loaded.value);
  if (!planned.ok) return refused(planned.problems, { trace: { object: before.reference } });
  const changed = changeQuote(loaded.value, planned.value, { by: desk.actor.id, at: desk.now });
  if (!changed.ok) return refused(changed.problems, { trace: { object: before.reference } });
  const sound = parse(quoteSchema, changed.value);
  if (!sound.ok) return refused(sound.problems, { trace: { object: before.reference } });
  const after = sound.value;
  await desk.store.quotes.save(after);
  const lines = [tell(before, after), ...(after.version === before.version ? [] : [reopened(before.version, after.version)])];
  return answerWith({ ...loaded.value, quote: after }, lines, { change: details, version: after.version });
}

function reopened(before: number, after: number): ReplyLine {
  return line(
    "warning",
    `Version ${after} ouverte : le candidat devra valider de nouveau. La version ${before} reste lisible.`,
    `Version ${after} opened: the candidate must approve again. Version ${before} stays readable.`,
  );
}

/** Takes a quote one step further and answers. */
export async function advanceAndAnswer(
  desk: Desk,
  reference: string,
  action: QuoteAction,
  act: { readonly on?: string | undefined; readonly reason?: string | undefined },
  said: (quote: Quote) => ReplyLine,
): Promise<Reply> {
  const loaded = await loadQuote(desk, reference);
  if (!loaded.ok) return refused(loaded.problems);
  const { quote } = loaded.value;
  const advanced = advanceQuote(loaded.value, action, { by: desk.actor.id, at: desk.now, ...act });
  if (!advanced.ok) return refused(advanced.problems, { trace: { object: quote.reference, details: { action } } });
  const situation = { ...loaded.value, quote: advanced.value };
  await desk.store.quotes.save(advanced.value);
  await desk.store.quotes.seal({ version: quote.version, quote: advanced.value, document: documentOf(situation) }, quote.reference);
  const basis = fingerprintOf([quote, documentOf(loaded.value)]);
  return { ...answerWith(situation, [said(advanced.value)], { action, version: quote.version }), basis };
}

/** The answer of every command about one quote: its card, what the rules find, what comes next. */
export function answerWith(
  situation: QuoteSituation,
  lines: readonly ReplyLine[],
  details: Readonly<Record<string, string | number>> = {},
): Reply {
  const { quote } = situation;
  const problems = endedStatuses.has(quote.status)
    ? []
    : checkDossier(situation).filter(({ code, severity }) => severity === "error" || !isAboutOthers(code));
  const complete = problems.length === 0 && quote.status === "draft" ? [line("good", "Complet.", "Complete.")] : [];
  return done({
    title: titleOf(quote),
    lines: [{ tone: "plain", text: summaryOf(quote) }, ...lines, ...complete],
    problems,
    next: nextSteps(quote, problems),
    data: { quote },
    trace: { object: quote.reference, details },
  });
}

/** Nothing is to be mended any more. */
const endedStatuses: ReadonlySet<QuoteStatus> = new Set(["cancelled", "expired", "closed"]);

/** What only warns about the provider or the session is said by `/devis verifier`, not at every keystroke. */
function isAboutOthers(code: string): boolean {
  return !Object.hasOwn(quoteRules, code);
}

export function titleOf(quote: Quote): Label {
  const inLanguage = (language: Language) => {
    const version = quote.version > 1 ? ` · v${quote.version}` : "";
    return `${language === "fr" ? "Devis" : "Quote"} ${quote.reference}${version} · ${schemeLabels[quote.scheme][language]} · ${quoteStatusLabels[quote.status][language]}`;
  };
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}

/** `Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 70 h · 1 190,00 € (17,00 €/h)` */
export function summaryOf(quote: Quote): Label {
  const inLanguage = (language: Language) => {
    const { totalCents, hourlyCents, minutes } = quoteTotals(quote);
    const period =
      quote.startsOn === undefined || quote.endsOn === undefined
        ? undefined
        : `${formatDay(quote.startsOn, language)} → ${formatDay(quote.endsOn, language)}`;
    const hourly = hourlyCents === undefined ? "" : ` (${formatCents(hourlyCents, language)}/h)`;
    return [quote.title, period, formatMinutes(minutes), formatCents(totalCents, language) + hourly].filter(Boolean).join(" · ");
  };
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}

/** The document of a quote as it stands; a version that left the draft has its own, kept then. */
export function documentOf(situation: QuoteSituation): QuoteDocument {
  const { quote, provider, session, trainee, today } = situation;
  if (provider === undefined) throw new Error(`quote ${quote.reference} has no provider`);
  return prepareQuoteDocument({ quote, provider, session, trainee, issuedOn: quote.submittedOn ?? today });
}

type StepTo = { readonly text: Label; readonly command: (reference: string) => string };

const steps: Readonly<Partial<Record<QuoteStatus, StepTo>>> = {
  draft: {
    text: { fr: "soumettre le devis au candidat", en: "submit the quote to the candidate" },
    command: (reference) => `/devis soumettre reference:${reference}`,
  },
  "awaiting-candidate": {
    text: {
      fr: "quand le candidat a validé dans son espace France Travail, l'enregistrer",
      en: "once the candidate has approved it in their France Travail space, record it",
    },
    command: (reference) => `/devis approuver reference:${reference}`,
  },
  approved: {
    text: { fr: "quand France Travail étudie la demande, le noter", en: "once France Travail reviews it, record it" },
    command: (reference) => `/devis decision reference:${reference} decision:etude`,
  },
  "under-review": {
    text: { fr: "à la réponse de France Travail, l'enregistrer", en: "on France Travail's answer, record it" },
    command: (reference) => `/devis decision reference:${reference} decision:…`,
  },
  "correction-requested": {
    text: { fr: "corriger le devis : une nouvelle version s'ouvrira", en: "correct the quote: a new version will open" },
    command: (reference) => `/devis corriger reference:${reference} …`,
  },
};

/** What comes next for a quote, unless something is to be mended first. */
export function nextSteps(quote: Quote, problems: readonly Problem[]): readonly NextStep[] {
  const step = quote.status === "draft" && hasErrors(problems) ? undefined : steps[quote.status];
  return step === undefined ? [] : [{ text: step.text, command: step.command(quote.reference) }];
}
