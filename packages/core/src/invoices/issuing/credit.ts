import { compareSlots, formatSlot, type Slot } from "../../attendance/index.js";
import { lineAmount } from "../../quotes/index.js";
import { halfDayKey } from "../../sessions/index.js";
import type { Instant, Minutes } from "../../shared/calendar.js";
import { type Cents, divideHalfUp, sumCents } from "../../shared/money.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { type ProblemOf, raise, refusal } from "../../shared/rules.js";
import { enumerate } from "../../shared/text.js";
import type { BilledHalfDay, Invoice, InvoiceLine, IssuedInvoice } from "../invoice.js";
import { advanceInvoice } from "../workflow.js";
import { type CreditLeft, type LineLeft, leftToCredit, penaltyOf } from "./credit-left.js";
import { creditRules } from "./credit-rules.js";

/** What of an invoice is credited: all that is left, whole lines (from 1), half-days of a trainee, or an amount of one line. */
export type CreditChoice =
  | { readonly kind: "whole" }
  | { readonly kind: "lines"; readonly lines: readonly number[] }
  | { readonly kind: "half-days"; readonly traineeId: string; readonly slots?: readonly Slot[] | undefined }
  | { readonly kind: "amount"; readonly line: number; readonly amountCents: Cents };

/** What a credit note takes back: positive lines, and its share of the penalty that was taken off. */
export interface CreditedPart extends Pick<Invoice, "lines" | "penalty" | "deposits"> {}

export const creditRefusals = {
  "invoice.credit-not-billed": refusal<{
    invoice: string;
    fault: "line" | "trainee" | "half-day";
    asked: string;
    possible: readonly string[];
  }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, fault, asked, possible }) => ({
      what: {
        line: `${invoice} n'a pas de ligne ${asked}.`,
        trainee: `${invoice} ne facture rien pour le stagiaire ${asked}.`,
        "half-day": `${invoice} ne facture pas, ou plus, cette demi-journée : ${asked}.`,
      }[fault],
      why: "Un avoir ne reprend que ce qui figure sur la facture et n'est pas déjà crédité.",
      mend: possible.length === 0 ? "Il n'y a plus rien à créditer de cette façon." : `Ce qui peut l'être : ${enumerate(possible)}.`,
    }),
  }),
  "invoice.credit-of-credit": refusal<{ invoice: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice }) => ({
      what: `${invoice} est un avoir : il ne se crédite pas.`,
      why: "Ce qu'un avoir a rendu se facture à nouveau, par une nouvelle facture.",
      mend: "Préparez une nouvelle facture : /facture preparer.",
    }),
  }),
};
export type CreditRefusal = ProblemOf<typeof creditRefusals>;

/** The lines that credit what is chosen of an invoice, the credit notes issued before counted. No cent is credited twice or lost. */
export function creditLines(original: IssuedInvoice, before: readonly Invoice[], choice: CreditChoice): Result<CreditedPart> {
  const left = leftToCredit(original, before);
  const taken = linesOf(original.issue.number, left, choice);
  if (!taken.ok) return taken;
  const lines = taken.value;
  const deposits = choice.kind === "whole" && before.length === 0 ? original.deposits : [];
  const amountCents = penaltyShare(original, left, lines);
  const penalty = original.penalty && amountCents > 0 ? { penalty: { ...original.penalty, amountCents } } : {};
  return success({ lines: [...lines], deposits, ...penalty });
}

/** The draft of a credit note: the original cited, everything else as it was billed. */
export function prepareCreditNote(
  original: IssuedInvoice,
  part: CreditedPart,
  act: { readonly reference: string; readonly reason: string; readonly by: string; readonly at: Instant },
): Invoice {
  const { issue, payments: _payments, alreadyPaid: _alreadyPaid, penalty: _penalty, notes: _notes, ...billed } = original;
  const { number, issuedOn } = issue;
  const days = part.lines
    .flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])
    .filter((day) => day !== undefined)
    .sort();
  return {
    ...billed,
    ...part,
    reference: act.reference,
    kind: "credit-note",
    status: "draft",
    startsOn: days[0] ?? billed.startsOn,
    endsOn: days.at(-1) ?? billed.endsOn,
    credits: { number, issuedOn, reference: original.reference, reason: act.reason },
    preparedBy: [act.by],
    preparedAt: act.at,
    events: [],
    payments: [],
    issue: undefined,
  };
}

/** May an invoice be credited at all: it was issued, is no credit note, and something of it is left. */
export function mayBeCredited(original: Invoice): Result<IssuedInvoice, Problem> {
  const step = advanceInvoice(original, "credit");
  if (!step.ok || original.issue === undefined) return step as Result<IssuedInvoice, Problem>;
  if (original.kind === "credit-note")
    return failure(raise(creditRefusals, "invoice.credit-of-credit", ["invoice"], { invoice: original.issue.number }));
  return success(original as IssuedInvoice);
}

function linesOf(invoice: string, left: CreditLeft, choice: CreditChoice): Result<readonly InvoiceLine[]> {
  const open = left.lines.filter(({ leftCents }) => leftCents > 0);
  switch (choice.kind) {
    case "whole":
      return success((open.length > 0 ? open : left.lines).map(restOf));
    case "lines": {
      const asked = [...new Set(choice.lines)].sort((a, b) => a - b);
      const chosen = asked.map((number) => open.find((one) => one.number === number));
      const missing = asked.filter((_, index) => chosen[index] === undefined);
      if (missing.length > 0)
        return notBilled(
          invoice,
          "line",
          missing.join(", "),
          open.map(({ number }) => String(number)),
        );
      return success(chosen.flatMap((one) => (one === undefined ? [] : [restOf(one)])));
    }
    case "half-days":
      return halfDaysOf(invoice, left.lines, choice);
    case "amount": {
      const chosen = left.lines.find(({ number }) => number === choice.line);
      if (chosen === undefined)
        return notBilled(
          invoice,
          "line",
          String(choice.line),
          open.map(({ number }) => String(number)),
        );
      const { number: line, leftCents } = chosen;
      const { amountCents: askedCents } = choice;
      if (askedCents > leftCents)
        return failure(raise(creditRules, "invoice.credit-over", ["montant"], { invoice, line, askedCents, leftCents }));
      return success([askedCents === leftCents ? restOf(chosen) : partOf(chosen, [], askedCents)]);
    }
  }
}

function halfDaysOf(
  invoice: string,
  lines: readonly LineLeft[],
  { traineeId, slots }: Extract<CreditChoice, { readonly kind: "half-days" }>,
): Result<readonly InvoiceLine[]> {
  const theirs = lines.filter(({ line, halfDaysLeft }) => line.traineeId === traineeId && halfDaysLeft.length > 0);
  const trainees = new Set(lines.flatMap(({ line, halfDaysLeft }) => (halfDaysLeft.length > 0 ? (line.traineeId ?? []) : [])));
  if (theirs.length === 0) return notBilled(invoice, "trainee", traineeId, [...trainees]);
  const billed = new Map(theirs.flatMap(({ halfDaysLeft }) => halfDaysLeft.map((one) => [halfDayKey(one), one] as const)));
  const asked = slots ?? [...billed.values()];
  const missing = asked.filter((slot) => !billed.has(halfDayKey(slot)));
  if (missing.length > 0) {
    const possible = [...billed.values()].sort(compareSlots).map((slot) => formatSlot(slot));
    return notBilled(invoice, "half-day", missing.map((slot) => formatSlot(slot)).join(", "), possible);
  }
  const keys = new Set(asked.map(halfDayKey));
  return success(
    theirs.flatMap((one) => {
      const chosen = one.halfDaysLeft.filter((halfDay) => keys.has(halfDayKey(halfDay)));
      return chosen.length === 0 ? [] : [partOf(one, chosen, amountOf(one, chosen))];
    }),
  );
}

/** All that is left of a line; as it was billed while nothing was credited of it. */
function restOf(one: LineLeft): InvoiceLine {
  const { line, number, leftCents, halfDaysLeft } = one;
  const isUntouched = leftCents === line.amountCents && halfDaysLeft.length === line.halfDays.length;
  return isUntouched ? { ...line, creditedLine: number } : partOf(one, halfDaysLeft, leftCents);
}

/** Part of a line: in hours when price and hours make the amount, else the amount alone. */
function partOf({ line, number }: LineLeft, halfDays: readonly BilledHalfDay[], amountCents: Cents): InvoiceLine {
  const quantity = minutesOf(halfDays);
  const isHourly = line.unit === "hour" && quantity > 0 && lineAmount({ ...line, quantity }) === amountCents;
  const days = halfDays.map(({ day }) => day).sort();
  return {
    ...line,
    ...(isHourly ? { quantity } : { unit: "flat", quantity: 1, unitPriceCents: amountCents }),
    ...(days.length > 0 && { startsOn: days[0], endsOn: days.at(-1) }),
    amountCents,
    halfDays: [...halfDays],
    creditedLine: number,
  };
}

/** What half-days of a line come to: their share of it, the last one taking what rounding left. */
function amountOf({ line, leftCents, halfDaysLeft }: LineLeft, chosen: readonly BilledHalfDay[]): Cents {
  const all = minutesOf(line.halfDays);
  const isProved = line.unit !== "hour" || all === line.quantity;
  if (isProved && chosen.length === halfDaysLeft.length) return leftCents;
  const minutes = minutesOf(chosen);
  const share = line.unit === "hour" ? lineAmount({ ...line, quantity: minutes }) : divideHalfUp(line.amountCents * minutes, all);
  return Math.min(leftCents, share);
}

/** The penalty follows the lines it was taken off, in proportion; the last of them takes what is left. */
function penaltyShare(original: Invoice, left: CreditLeft, lines: readonly InvoiceLine[]): Cents {
  if (original.penalty === undefined) return 0;
  const all = sumCents(original.lines.map(({ amountCents }) => amountCents));
  const leftCents = sumCents(left.lines.map((one) => one.leftCents));
  const credited = sumCents(lines.map(({ amountCents }) => amountCents));
  const stays = divideHalfUp(penaltyOf(original) * (leftCents - credited), all);
  return Math.min(credited, Math.max(0, left.penaltyCents - stays));
}

function notBilled(
  invoice: string,
  fault: "line" | "trainee" | "half-day",
  asked: string,
  possible: readonly string[],
): Result<never, Problem> {
  return failure(raise(creditRefusals, "invoice.credit-not-billed", [], { invoice, fault, asked, possible }));
}

function minutesOf(halfDays: readonly BilledHalfDay[]): Minutes {
  return halfDays.reduce((sum, { minutes }) => sum + minutes, 0);
}
