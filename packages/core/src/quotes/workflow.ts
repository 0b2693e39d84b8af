import type { Permission } from "../access/index.js";
import { formatDay, type Instant, type IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { type ProblemOf, raise, refusal } from "../shared/rules.js";
import { sentenceCase } from "../shared/text.js";
import { actionsFrom, type Transition, workflowOf } from "../shared/workflow.js";
import { type Quote, type QuoteStatus, quoteStatusLabels } from "./quote.js";
import { checkDossier } from "./rules.js";
import type { QuoteSituation } from "./situation.js";

/** The life of a quote, one action a row. */
export const quoteWorkflow = workflowOf<QuoteStatus, Permission>()({
  submit: { from: ["draft"], to: "awaiting-candidate", needs: "quote.submit", sound: true },
  approve: { from: ["awaiting-candidate"], to: "approved", needs: "quote.approve", apart: true },
  decline: { from: ["awaiting-candidate"], to: "declined", needs: "quote.approve" },
  review: { from: ["approved"], to: "under-review", needs: "quote.decide" },
  accept: { from: ["under-review"], to: "accepted", needs: "quote.decide" },
  refuse: { from: ["under-review"], to: "refused", needs: "quote.decide" },
  "request-correction": { from: ["awaiting-candidate", "approved", "under-review"], to: "correction-requested", needs: "quote.decide" },
  revise: {
    from: ["awaiting-candidate", "approved", "declined", "under-review", "refused", "correction-requested", "expired"],
    to: "draft",
    needs: "quote.enter",
  },
  expire: { from: ["draft", "awaiting-candidate", "approved"], to: "expired", needs: "quote.submit" },
  cancel: {
    from: ["draft", "awaiting-candidate", "approved", "declined", "under-review", "correction-requested", "expired"],
    to: "cancelled",
    needs: "quote.submit",
  },
  close: { from: ["accepted", "refused", "declined", "expired"], to: "closed", needs: "quote.decide" },
});
export type QuoteAction = keyof typeof quoteWorkflow;

export const quoteActionLabels: Readonly<Record<QuoteAction, Label>> = {
  submit: { fr: "soumettre au candidat", en: "submit to the candidate" },
  approve: { fr: "enregistrer la validation du candidat", en: "record the candidate's approval" },
  decline: { fr: "enregistrer le refus du candidat", en: "record the candidate's refusal" },
  review: { fr: "noter l'étude par France Travail", en: "record that France Travail reviews it" },
  accept: { fr: "enregistrer l'accord de France Travail", en: "record France Travail's agreement" },
  refuse: { fr: "enregistrer le refus de France Travail", en: "record France Travail's refusal" },
  "request-correction": { fr: "noter une demande de correction", en: "record a request for correction" },
  revise: { fr: "ouvrir une nouvelle version", en: "open a new version" },
  expire: { fr: "marquer comme expiré", en: "mark as expired" },
  cancel: { fr: "annuler", en: "cancel" },
  close: { fr: "clore", en: "close" },
};

/** Why an action is refused to a quote. */
export const quoteRefusals = {
  "quote.transition-illegal": refusal<{ action: QuoteAction; status: QuoteStatus; possible: readonly QuoteAction[] }>({
    severity: "error",
    source: "kairos-quote-lifecycle",
    fr: ({ action, status, possible }) => ({
      what: `« ${sentenceCase(quoteActionLabels[action].fr)} » n'est pas possible : le devis est « ${quoteStatusLabels[status].fr} ».`,
      why: "Chaque étape vient à son tour : le candidat valide, puis France Travail étudie et décide.",
      mend:
        possible.length === 0
          ? "Ce devis est terminé ; faites-en un nouveau."
          : `À ce stade, on peut : ${possible.map((other) => quoteActionLabels[other].fr).join(", ")}.`,
    }),
  }),
  "quote.same-person": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Qui a saisi ce devis ne peut pas en enregistrer la validation.",
      why: "Deux regards évitent l'erreur et protègent chacun (séparation des tâches).",
      mend: "Demandez à une autre personne qui a le droit « valider un devis ».",
    }),
  }),
  "quote.not-expired": refusal<{ validUntil: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ validUntil }) => ({
      what: `Le devis reste valable jusqu'au ${formatDay(validUntil)}.`,
      why: "Un devis valable engage encore l'organisme.",
      mend: "Attendez l'échéance, ou annulez le devis.",
    }),
  }),
  "quote.act-in-future": refusal<{ on: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ on }) => ({
      what: `Le ${formatDay(on)} est dans le futur.`,
      why: "On enregistre ce qui a eu lieu, pas ce qui est attendu.",
      mend: "Indiquez le jour où cela s'est passé.",
    }),
  }),
  "quote.act-too-early": refusal<{ on: IsoDate; lastOn: IsoDate }>({
    severity: "error",
    source: "kairos-quote-lifecycle",
    fr: ({ on, lastOn }) => ({
      what: `Le ${formatDay(on)} vient avant l'étape précédente, enregistrée le ${formatDay(lastOn)}.`,
      why: "Un dossier dont les dates se contredisent ne prouve plus rien.",
      mend: "Vérifiez le jour de la réponse ; le candidat ne peut pas valider avant d'avoir reçu le devis.",
    }),
  }),
};
export type QuoteRefusal = ProblemOf<typeof quoteRefusals>;

/** An act on a quote: by whom, when it is recorded, on what day it happened, why. */
export interface QuoteAct {
  readonly by: string;
  readonly at: Instant;
  /** The day it happened outside (the candidate approved, France Travail decided); today when left out. */
  readonly on?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

/**
 * Takes a quote one step further, or says why not: the step does not follow, the quote carries an error, the person
 * entered it. Rights are checked before, by the `needs` of the row.
 */
export function advanceQuote(situation: QuoteSituation, action: QuoteAction, act: QuoteAct): Result<Quote, Problem> {
  const { quote, today } = situation;
  const step: Transition<QuoteStatus, Permission> = quoteWorkflow[action];
  if (!step.from.includes(quote.status)) {
    return failure(
      raise(quoteRefusals, "quote.transition-illegal", ["status"], {
        action,
        status: quote.status,
        possible: actionsFrom(quoteWorkflow, quote.status),
      }),
    );
  }
  const on = act.on ?? today;
  if (on > today) return failure(raise(quoteRefusals, "quote.act-in-future", ["on"], { on }));
  const days = [quote.submittedOn, quote.approval?.on, quote.reviewedOn, quote.decision?.on].filter((day) => day !== undefined);
  const lastOn = days.sort().at(-1);
  if (lastOn !== undefined && on < lastOn) return failure(raise(quoteRefusals, "quote.act-too-early", ["on"], { on, lastOn }));
  if (step.apart && quote.enteredBy.includes(act.by) && situation.provider?.settings.separationOfDuties !== "waived") {
    return failure(raise(quoteRefusals, "quote.same-person", ["enteredBy"], {}));
  }
  if (action === "expire" && quote.validUntil !== undefined && quote.validUntil >= today) {
    return failure(raise(quoteRefusals, "quote.not-expired", ["validUntil"], { validUntil: quote.validUntil }));
  }
  if (step.sound) {
    const problems = checkDossier(situation);
    if (hasErrors(problems)) return { ok: false, problems };
  }
  return success({ ...traced(quote, action, act, on), status: step.to });
}

/**
 * Changes what a quote says. A draft is changed in place; once the candidate has it, the change opens a new version that
 * needs a new approval. Whoever changes it has entered it. What changes nothing the candidate reads opens no version.
 */
export function changeQuote(situation: QuoteSituation, change: (quote: Quote) => Quote, act: QuoteAct): Result<Quote, Problem> {
  const { quote } = situation;
  const changed = change(quote);
  if (sameContent(changed, quote)) return success(changed);
  if (quote.status === "draft") return success(enteredAlsoBy(changed, act.by));
  const revised = advanceQuote(situation, "revise", act);
  return revised.ok ? success(change(revised.value)) : revised;
}

/** Apart from what the candidate was told, which is ours to compare and stands on no document. */
function sameContent(a: Quote, b: Quote): boolean {
  return JSON.stringify({ ...a, announced: undefined }) === JSON.stringify({ ...b, announced: undefined });
}

/** What each action leaves on the quote. */
function traced(quote: Quote, action: QuoteAction, act: QuoteAct, on: IsoDate): Quote {
  const record = { version: quote.version, on, recordedBy: act.by, recordedAt: act.at };
  const outcome = outcomes[action];
  if (outcome !== undefined) return { ...quote, decision: { ...record, outcome, ...(act.reason !== undefined && { reason: act.reason }) } };
  if (action === "submit") return { ...quote, submittedOn: on };
  if (action === "approve") return { ...quote, approval: record };
  if (action === "review") return { ...quote, reviewedOn: on };
  return action === "revise" ? newVersion(quote, act.by) : quote;
}

const outcomes: Readonly<Partial<Record<QuoteAction, NonNullable<Quote["decision"]>["outcome"]>>> = {
  decline: "declined",
  accept: "accepted",
  refuse: "refused",
  "request-correction": "correction-requested",
  cancel: "cancelled",
};

/** A new version is a new draft: what was approved or decided belongs to the version before. */
function newVersion(quote: Quote, by: string): Quote {
  const { approval: _approval, decision: _decision, submittedOn: _submittedOn, reviewedOn: _reviewedOn, ...content } = quote;
  return enteredAlsoBy({ ...content, version: quote.version + 1 }, by);
}

function enteredAlsoBy(quote: Quote, by: string): Quote {
  return quote.enteredBy.includes(by) ? quote : { ...quote, enteredBy: [...quote.enteredBy, by] };
}
