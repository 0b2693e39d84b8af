import { totalMinutes } from "../../sessions/index.js";
import { formatDay, formatMinutes, type IsoDate, type Minutes, overlaps } from "../../shared/calendar.js";
import { applyRate, type Cents, divideHalfUp, formatCents, formatRate, sumCents } from "../../shared/money.js";
import { type Finding, found, nothing, ruleAbout } from "../../shared/rules.js";
import { calledInvoice, type Invoice, isIssued } from "../invoice.js";
import { orderedIn } from "../order.js";
import type { InvoiceSituation } from "../situation.js";
import { billsWork, termsOf, traineesOf } from "./match-facts.js";
import { traineeShare } from "./prepare-afc.js";
import { lineShare, paidLines, quotePaidCents } from "./prepare-quote.js";
import { billedSlots, billedSoFar, depositsLeft, linesCents, minutesByTrainee, shareOrigin } from "./standing.js";

const rule = ruleAbout<InvoiceSituation>();

/** What may be asked in all: the order, the quote, the contract's penalties and deposits, a period once. */
export const matchAmountRules = {
  "invoice.over-order": rule({
    severity: "error",
    source: "afc-market-practice",
    check: ({ invoice, others, order, agreement }) => {
      if (!billsWork(invoice) || order === undefined || agreement === undefined) return nothing;
      const ordered = orderedIn(order, agreement);
      const soFar = billedSoFar(others, invoice);
      const minutes = sumOf(minutesByTrainee(invoice).values());
      const said = { order: order.reference, isAmended: order.amendments.length > 0 };
      if (agreement.basis === "trainee-hour" && soFar.minutes + minutes > ordered.minutes) {
        return found<OverOrder>(["lines"], { ...said, unit: "minutes", ordered: ordered.minutes, before: soFar.minutes, billed: minutes });
      }
      const cents = linesCents(invoice);
      if (soFar.netCents + cents <= ordered.netCents) return nothing;
      return found<OverOrder>(["lines"], { ...said, unit: "cents", ordered: ordered.netCents, before: soFar.netCents, billed: cents });
    },
    fr: ({ order, isAmended, unit, ordered, before, billed }) => {
      const figure = unit === "minutes" ? formatMinutes : formatCents;
      return {
        what: `La commande ${order} est dépassée : ${figure(before + billed)} facturées (${figure(before)} avant, ${figure(billed)} ici), ${figure(ordered)} commandées${isAmended ? ", avenants compris" : ""}.`,
        why: "Le payeur ne paie pas au-delà de sa commande.",
        mend: "Recalculez la facture : elle s'arrêtera à la commande ; pour le reste, demandez un avenant et enregistrez-le.",
      };
    },
  }),
  "invoice.over-quote": rule({
    severity: "error",
    source: "kairos-quote-lifecycle",
    check: ({ invoice, others, quote }) => {
      if (!billsWork(invoice) || quote === undefined || invoice.scheme === "afc") return nothing;
      const [paid, before, billed] = [quotePaidCents(quote), billedSoFar(others, invoice).netCents, linesCents(invoice)];
      return before + billed <= paid ? nothing : found(["lines"], { quote: quote.reference, paidCents: paid, before, billed });
    },
    fr: ({ quote, paidCents, before, billed }) => ({
      what: `Le devis ${quote} est dépassé : ${formatCents(before + billed)} facturés (${formatCents(before)} avant, ${formatCents(billed)} ici), ${formatCents(paidCents)} à la charge de France Travail.`,
      why: "France Travail paie la part qu'elle a acceptée sur le devis, jamais plus.",
      mend: "Recalculez la facture depuis le devis.",
    }),
  }),
  "invoice.pro-rata": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: (situation) => (billsWork(situation.invoice) ? [...traineesUnreduced(situation), ...quoteUnreduced(situation)] : nothing),
    fr: ({ traineeId, billedCents, dueCents, followedMinutes, plannedMinutes, from, reference }) => ({
      what: `${traineeId} : ${formatCents(billedCents)} facturés, ${formatCents(dueCents)} dus pour ${formatMinutes(followedMinutes)} sur les ${formatMinutes(plannedMinutes)} ${from === "order" ? "de la commande" : "du devis"} ${reference}.`,
      why: "Quand un stagiaire abandonne ou s'absente, le prix se réduit en proportion des heures faites.",
      mend: "Recalculez la facture : le prix suivra l'assiduité.",
    }),
  }),
  "invoice.period-overlap": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ invoice, others }) => {
      if (!billsWork(invoice) || isIssued(invoice)) return nothing;
      return others
        .filter((other) => billsWork(other) && shareOrigin(invoice, other) && overlaps(invoice, other) && isSameWork(invoice, other))
        .flatMap((other) =>
          found(["startsOn"], {
            other: calledInvoice(other),
            isDraft: !isIssued(other),
            startsOn: later(invoice.startsOn, other.startsOn),
            endsOn: earlier(invoice.endsOn, other.endsOn),
          }),
        );
    },
    fr: ({ other, isDraft, startsOn, endsOn }) => ({
      what: `${other}${isDraft ? " (brouillon)" : ""} facture déjà les mêmes personnes du ${formatDay(startsOn)} au ${formatDay(endsOn)}.`,
      why: "Une même période facturée deux fois fait rejeter les deux factures.",
      mend: isDraft ? "Abandonnez l'un des deux brouillons." : "Changez la période, ou reprenez l'autre facture par un avoir.",
    }),
  }),
  "invoice.penalty-over-contract": rule({
    severity: "error",
    source: "afc-market-practice",
    check: ({ invoice, ...beside }) => {
      if (invoice.penalty === undefined || invoice.kind === "credit-note") return nothing;
      const { penaltyRateMost: rate } = termsOf(beside);
      const mostCents = applyRate(linesCents(invoice), rate);
      const { amountCents } = invoice.penalty;
      return amountCents <= mostCents ? nothing : found(["penalty", "amountCents"], { amountCents, mostCents, rate });
    },
    fr: ({ amountCents, mostCents, rate }) => ({
      what: `La pénalité est de ${formatCents(amountCents)} ; la convention en permet ${formatCents(mostCents)} (${formatRate(rate)} de la facture).`,
      why: "Une pénalité ne s'applique que dans la limite du contrat : au-delà, l'argent est perdu.",
      mend: "Réduisez la pénalité, ou notez dans la convention le taux que le contrat prévoit.",
    }),
  }),
  "invoice.deposit-over-rate": rule({
    severity: "error",
    source: "afc-market-practice",
    check: ({ invoice, others, order, agreement }) => {
      if (invoice.kind !== "deposit" || invoice.status === "discarded" || invoice.status === "credited") return nothing;
      const rate = agreement?.terms.depositRate ?? 0;
      const mostCents = order === undefined || agreement === undefined ? 0 : applyRate(orderedIn(order, agreement).netCents, rate);
      const before = billedSoFar(others, invoice).depositCents;
      const billed = linesCents(invoice);
      return before + billed <= mostCents ? nothing : found(["lines"], { before, billed, mostCents, rate });
    },
    fr: ({ before, billed, mostCents, rate }) => ({
      what: `Les acomptes font ${formatCents(before + billed)} (${formatCents(before)} avant, ${formatCents(billed)} ici) ; la convention en prévoit ${formatCents(mostCents)} (${formatRate(rate)} de la commande).`,
      why: "Le payeur ne verse pas d'avance au-delà de ce que le contrat prévoit.",
      mend: "Réduisez l'acompte, ou notez dans la convention le taux que le contrat prévoit.",
    }),
  }),
  "invoice.deposit-not-left": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ invoice, others }) => {
      if (invoice.kind === "credit-note" || invoice.status === "discarded" || isIssued(invoice)) return nothing;
      const left = new Map(depositsLeft(others, invoice).map(({ number, amountCents }) => [number, amountCents]));
      return [...new Set(invoice.deposits.map(({ number }) => number))].flatMap((number) => {
        const takenCents = sumCents(invoice.deposits.filter((one) => one.number === number).map(({ amountCents }) => amountCents));
        const leftCents = left.get(number) ?? 0;
        return takenCents <= leftCents ? nothing : found(["deposits"], { number, takenCents, leftCents });
      });
    },
    fr: ({ number, takenCents, leftCents }) => ({
      what: `L'acompte ${number} est déduit pour ${formatCents(takenCents)} ; ${leftCents > 0 ? `il en reste ${formatCents(leftCents)}` : "il n'en reste rien"}.`,
      why: "Seul un acompte émis se déduit, moins ce que d'autres factures ou un avoir en ont repris : déduire plus, c'est perdre cet argent.",
      mend: "Recalculez la facture : elle reprendra ce qui reste des acomptes émis.",
    }),
  }),
};

export interface OverOrder {
  readonly order: string;
  readonly isAmended: boolean;
  readonly unit: "minutes" | "cents";
  readonly ordered: number;
  readonly before: number;
  readonly billed: number;
}

export interface Unreduced {
  readonly traineeId: string;
  readonly billedCents: Cents;
  readonly dueCents: Cents;
  readonly followedMinutes: Minutes;
  readonly plannedMinutes: Minutes;
  readonly from: "order" | "quote";
  readonly reference: string;
}

/** Of a price per trainee: whoever is billed more than the hours the invoices bill are worth. */
function traineesUnreduced({ invoice, others, order, agreement }: InvoiceSituation): readonly Finding<Unreduced>[] {
  if (order === undefined || agreement?.basis !== "trainee" || invoice.scheme !== "afc") return nothing;
  const soFar = billedSoFar(others, invoice);
  const minutes = minutesByTrainee(invoice);
  const { minutes: ordered, trainees } = orderedIn(order, agreement);
  return [...traineesOf(invoice)].flatMap((traineeId) => {
    const followedMinutes = (soFar.traineeMinutes.get(traineeId) ?? 0) + (minutes.get(traineeId) ?? 0);
    const own = sumCents(invoice.lines.filter((line) => line.traineeId === traineeId).map(({ amountCents }) => amountCents));
    const billedCents = (soFar.traineeCents.get(traineeId) ?? 0) + own;
    const dueCents = traineeShare(order, agreement, followedMinutes);
    if (own === 0 || billedCents <= dueCents) return nothing;
    const said = { plannedMinutes: divideHalfUp(ordered, trainees), from: "order", reference: order.reference } as const;
    return found<Unreduced>(["lines"], { traineeId, billedCents, dueCents, followedMinutes, ...said });
  });
}

/** Of a quote that was not followed to its end: what is billed beyond the proportion. */
function quoteUnreduced({ invoice, others, quote }: InvoiceSituation): readonly Finding<Unreduced>[] {
  const { traineeId } = quote ?? {};
  if (quote === undefined || traineeId === undefined || invoice.scheme === "afc") return nothing;
  const soFar = billedSoFar(others, invoice);
  const followedMinutes = (soFar.traineeMinutes.get(traineeId) ?? 0) + (minutesByTrainee(invoice).get(traineeId) ?? 0);
  const plannedMinutes = totalMinutes(quote.hours);
  if (followedMinutes >= plannedMinutes) return nothing;
  const paid = paidLines(quote);
  // Fees are whole or not at all: the quote itself bounds them.
  const fees = new Set(paid.flatMap(({ line, label }) => (line.kind === "ancillary" ? label : [])));
  const before = [...soFar.labelCents].flatMap(([label, cents]) => (fees.has(label) ? [] : cents));
  const own = invoice.lines.flatMap(({ label, amountCents }) => (fees.has(label) ? [] : amountCents));
  const billedCents = sumCents([...before, ...own]);
  // What credit notes rounded is not held against the invoices that follow.
  const due = paid.map((one) => Math.max(lineShare(quote, one, followedMinutes), soFar.labelCents.get(one.label) ?? 0));
  const dueCents = sumCents(due.filter((_, index) => paid[index]?.line.kind !== "ancillary"));
  if (billedCents <= dueCents) return nothing;
  const said = { plannedMinutes, from: "quote", reference: quote.reference } as const;
  return found<Unreduced>(["lines"], { traineeId, billedCents, dueCents, followedMinutes, ...said });
}

/** Do two invoices bill the same work: of a draft, a same half-day; of any, a person without the half-days that would tell. */
function isSameWork(invoice: Invoice, other: Invoice): boolean {
  const [slots, others] = [billedSlots(invoice), billedSlots(other)];
  if (!isIssued(other) && [...slots.keys()].some((key) => others.has(key))) return true;
  const [bare, otherBare] = [bareTrainees(invoice), bareTrainees(other)];
  return [...traineesOf(invoice)].some((id) => traineesOf(other).has(id) && (bare.has(id) || otherBare.has(id)));
}

function bareTrainees({ lines }: Invoice): ReadonlySet<string> {
  return new Set(lines.flatMap(({ traineeId, halfDays }) => (traineeId === undefined || halfDays.length > 0 ? [] : traineeId)));
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

function sumOf(figures: Iterable<number>): number {
  let sum = 0;
  for (const figure of figures) sum += figure;
  return sum;
}
