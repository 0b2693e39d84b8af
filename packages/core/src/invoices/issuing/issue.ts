import { formatDay, type Instant, type IsoDate } from "../../shared/calendar.js";
import { hasErrors, type Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { type ProblemOf, raise, refusal } from "../../shared/rules.js";
import type { Customer } from "../customer.js";
import { dueDay, type InvoiceDocument, prepareInvoiceDocument } from "../document.js";
import type { IssuedInvoice } from "../invoice.js";
import { checkOutgoing } from "../rules.js";
import type { InvoiceSituation } from "../situation.js";
import { invoiceTotals } from "../totals.js";
import { advanceInvoice } from "../workflow.js";
import { seriesOf, type TakenNumber, writeNumber, yearOf } from "./numbers.js";
import { gapBetween, seriesRules } from "./series-rules.js";

/** Who issues, when, under which date; `last` is the last number of the series, whatever its year. */
export interface IssueAct {
  readonly issuedOn: IsoDate;
  readonly by: string;
  readonly at: Instant;
  readonly last?: TakenNumber | undefined;
}

/** An invoice that nothing hinders: it lacks its number only. */
export interface ReadyToIssue {
  readonly situation: InvoiceSituation & { readonly customer: Customer };
  readonly act: IssueAct;
  readonly series: string;
  readonly year: number;
  /** Warnings and remarks that let it go. */
  readonly problems: readonly Problem[];
}

export const issueRefusals = {
  "invoice.same-person": refusal<{ invoice: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice }) => ({
      what: `Vous avez préparé ${invoice} : vous ne pouvez pas l'émettre.`,
      why: "Deux regards évitent l'erreur, et une facture émise ne se reprend plus (séparation des tâches).",
      mend: "Demandez à une autre personne qui a le droit « émettre une facture ».",
    }),
  }),
  "invoice.issued-in-future": refusal<{ issuedOn: IsoDate; today: IsoDate }>({
    severity: "error",
    source: "cgi-242-nonies-a",
    fr: ({ issuedOn, today }) => ({
      what: `La date d'émission demandée, le ${formatDay(issuedOn)}, est à venir : nous sommes le ${formatDay(today)}.`,
      why: "Une facture porte le jour où elle est émise ; datée plus tard, elle bloquerait celles d'ici là.",
      mend: "Émettez-la sans date, ou attendez ce jour.",
    }),
  }),
  "invoice.paid-after-issue": refusal<{ paidOn: IsoDate; issuedOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ paidOn, issuedOn }) => ({
      what: `La facture se dit déjà payée le ${formatDay(paidOn)}, après sa date d'émission (${formatDay(issuedOn)}).`,
      why: "Une facture « déjà payée » l'a été avant d'être émise.",
      mend: "Émettez-la à une date qui suit le paiement, ou préparez-la sans paiement puis enregistrez-le : /facture paiement.",
    }),
  }),
};
export type IssueRefusal = ProblemOf<typeof issueRefusals>;

/** Judges an invoice on the point of being issued: step, person, date, then every rule. Takes no number. */
export function readyToIssue(situation: InvoiceSituation, act: IssueAct): Result<ReadyToIssue, Problem> {
  const { invoice, provider, customer, today } = situation;
  const { issuedOn, last } = act;
  const step = advanceInvoice(invoice, "issue");
  if (!step.ok) return step;
  if (invoice.preparedBy.includes(act.by) && provider.settings.separationOfDuties !== "waived")
    return failure(raise(issueRefusals, "invoice.same-person", ["preparedBy"], { invoice: invoice.reference }));
  const problems: Problem[] = [];
  if (issuedOn > today) problems.push(raise(issueRefusals, "invoice.issued-in-future", ["date"], { issuedOn, today }));
  if (last !== undefined && issuedOn < last.issuedOn) {
    const params = { issuedOn, last: last.number, lastOn: last.issuedOn };
    problems.push(raise(seriesRules, "invoice.number-not-chronological", ["date"], params));
  }
  const paidOn = invoice.alreadyPaid?.on;
  if (paidOn !== undefined && paidOn > issuedOn)
    problems.push(raise(issueRefusals, "invoice.paid-after-issue", ["date"], { paidOn, issuedOn }));
  problems.push(...checkOutgoing(situation, issuedOn));
  if (hasErrors(problems) || customer === undefined) return { ok: false, problems };
  const series = seriesOf(invoice.kind, provider.settings);
  return success({ situation: { ...situation, customer }, act, series, year: yearOf(issuedOn), problems });
}

/** An issued invoice and the document that is sealed with it. */
export interface Issue {
  readonly invoice: IssuedInvoice;
  readonly document: InvoiceDocument;
}

/** Gives a ready invoice the rank that was taken for it: the one after the last, or nothing is issued. Nothing is left to pay: it is paid. */
export function issueInvoice({ situation, act, series, year }: ReadyToIssue, rank: number): Result<Issue, Problem> {
  const { last, issuedOn, by, at } = act;
  const before = last !== undefined && yearOf(last.issuedOn) === year ? last.rank : 0;
  const number = writeNumber({ series, year, rank });
  if (rank <= before) return failure(raise(seriesRules, "invoice.number-duplicate", ["number"], { number }));
  const [gap] = gapBetween(series, year, before, rank);
  if (gap !== undefined) return failure(raise(seriesRules, "invoice.number-gap", ["number"], gap.params));
  const issued = advanceInvoice(situation.invoice, "issue");
  if (!issued.ok) return issued;
  const issue = { number, series, year, rank, issuedOn, dueOn: dueDay(issuedOn, situation.provider), by, at };
  const isSettled = issued.value.kind !== "credit-note" && invoiceTotals(issued.value).dueCents === 0;
  const followed = isSettled ? advanceInvoice(issued.value, "settle") : issued;
  if (!followed.ok) return followed;
  const invoice: IssuedInvoice = { ...followed.value, issue };
  return success({ invoice, document: prepareInvoiceDocument({ ...situation, invoice }) });
}
