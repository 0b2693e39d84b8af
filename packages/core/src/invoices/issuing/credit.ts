import { compareSlots, formatSlot, type Slot } from "../../attendance/index.js";
import { lineAmount } from "../../quotes/index.js";
import { halfDayKey } from "../../sessions/index.js";
import type { Instant, Minutes } from "../../shared/calendar.js";
import type { Language } from "../../shared/language.js";
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

/** What a credit note was asked to take back: lines by number, a trainee, half-days. */
export type CreditedThing = readonly (number | string | Slot)[];

export function creditedThings(things: CreditedThing, language: Language): readonly string[] {
  return things.map((one) => (typeof one === "object" ? formatSlot(one, language) : String(one)));
}

export interface NotBilled {
  readonly invoice: string;
  readonly fault: "line" | "trainee" | "half-day";
  readonly asked: CreditedThing;
  readonly possible: CreditedThing;
}

export const creditRefusals = {
  "invoice.credit-not-billed": refusal<NotBilled>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, fault, asked, possible }) => {
      const said = (one: CreditedThing) => enumerate(creditedThings(one, "fr"));
      return {
        what: {
          line: `${invoice} n'a rien à créditer à la ligne ${said(asked)}.`,
          trainee: `${invoice} ne facture pas, ou plus, de demi-journée pour le stagiaire ${said(asked)}.`,
          "half-day": `${invoice} ne facture pas, ou plus, cette demi-journée : ${said(asked)}.`,
        }[fault],
        why: "Un avoir ne reprend que ce qui figure sur la facture et n'est pas déjà crédité.",
        mend: possible.length === 0 ? "Il n'y a plus rien à créditer de cette façon." : `Ce qui peut l'être : ${said(possible)}.`,
      };
    },
  }),
  "invoice.credit-choice": refusal<{ fault: "both" | "which-line" | "which-trainee"; possible: CreditedThing }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ fault, possible }) => ({
      what: {
        both: "Des lignes et des demi-journées sont demandées à la fois.",
        "which-line": "Un montant est demandé, sans dire de quelle ligne, ou de plusieurs.",
        "which-trainee": "Des demi-journées sont demandées, sans dire de quel stagiaire.",
      }[fault],
      why: "Un avoir reprend des lignes entières, un montant d'une ligne, ou des demi-journées d'un stagiaire.",
      mend: possible.length === 0 ? "Gardez l'un ou l'autre." : `Choisissez-en un seul : ${enumerate(creditedThings(possible, "fr"))}.`,
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
  const {
    issue,
    payments: _payments,
    takenBack: _takenBack,
    alreadyPaid: _alreadyPaid,
    penalty: _penalty,
    notes: _notes,
    ...billed
  } = original;
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
  if (choice.kind === "half-days") return halfDaysOf(invoice, left.lines, choice);
  const open = left.lines.filter(({ leftCents }) => leftCents > 0);
  if (choice.kind === "whole") return success((open.length > 0 ? open : left.lines).map(restOf));
  const numbers = choice.kind === "lines" ? choice.lines : [choice.line];
  const chosen = open.filter(({ number }) => numbers.includes(number));
  const asked = numbers.filter((number) => chosen.every((one) => one.number !== number));
  if (asked.length > 0) return notBilled({ invoice, fault: "line", asked, possible: open.map(({ number }) => number) });
  if (choice.kind === "lines") return success(chosen.map(restOf));
  const { line, amountCents: askedCents } = choice;
  const over = chosen.find(({ leftCents }) => leftCents < askedCents);
  return over === undefined
    ? success(chosen.map((one) => (askedCents === one.leftCents ? restOf(one) : partOf(one, [], askedCents))))
    : failure(raise(creditRules, "invoice.credit-over", ["amount"], { invoice, line, askedCents, leftCents: over.leftCents }));
}

function halfDaysOf(
  invoice: string,
  lines: readonly LineLeft[],
  { traineeId, slots }: Extract<CreditChoice, { readonly kind: "half-days" }>,
): Result<readonly InvoiceLine[]> {
  const proved = lines.filter(({ halfDaysLeft }) => halfDaysLeft.length > 0);
  const theirs = proved.filter(({ line }) => line.traineeId === traineeId);
  if (theirs.length === 0) {
    const possible = [...new Set(proved.flatMap(({ line }) => line.traineeId ?? []))];
    return notBilled({ invoice, fault: "trainee", asked: [traineeId], possible });
  }
  const billed = new Map(theirs.flatMap(({ halfDaysLeft }) => halfDaysLeft.map((one) => [halfDayKey(one), one] as const)));
  const asked = (slots ?? []).filter((slot) => !billed.has(halfDayKey(slot)));
  if (asked.length > 0) return notBilled({ invoice, fault: "half-day", asked, possible: [...billed.values()].sort(compareSlots) });
  const keys = new Set((slots ?? [...billed.values()]).map(halfDayKey));
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

function notBilled(params: NotBilled): Result<never, Problem> {
  return failure(raise(creditRefusals, "invoice.credit-not-billed", [], params));
}

function minutesOf(halfDays: readonly BilledHalfDay[]): Minutes {
  return halfDays.reduce((sum, { minutes }) => sum + minutes, 0);
}
