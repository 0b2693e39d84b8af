import type { ProblemCode, Sentences } from "../../catalogue.js";
import { measured, priceBasisLabels } from "../../invoices/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { counted, enumerate } from "../../shared/text.js";

type OrderCode = Exclude<Extract<ProblemCode, `order.${string}`>, "order.already-cancelled">;

const trainees = (count: number) => counted(count, "trainee", "trainees", "en");

export const ordersEnglish: Sentences<OrderCode> = {
  "order.outside-agreement": ({ order, session, startsOn, endsOn, from, until }) => ({
    what: `Session ${session} (${formatDay(startsOn, "en")} → ${formatDay(endsOn, "en")}) of order ${order} is outside the agreement (${formatDay(from, "en")} → ${formatDay(until, "en")}).`,
    why: "What takes place outside the period of an agreement is not covered by it, and is not paid.",
    mend: "Check the agreement and the session of the order; if the contract was extended, correct the dates of the agreement.",
  }),
  "order.other-establishment": ({ order, session, held, agreed }) => ({
    what:
      session === undefined
        ? `Order ${order} is of establishment ${held}; the agreement is of ${agreed}.`
        : `Session ${session} of order ${order} is of establishment ${held}; the agreement is of ${agreed}.`,
    why: "The establishment that trains and the one that invoices bear the same SIRET.",
    mend:
      session === undefined
        ? "Cancel this order, then record it under an agreement of its establishment."
        : "Choose a session of the agreement's establishment, or the agreement of the one that trains.",
  }),
  "order.dated-outside": ({ order, orderedOn, isEarly, limit }) => ({
    what: isEarly
      ? `Order ${order} is dated ${formatDay(orderedOn, "en")}, before the agreement was signed (${formatDay(limit, "en")}).`
      : `Order ${order} is dated ${formatDay(orderedOn, "en")}, after the agreement ends (${formatDay(limit, "en")}).`,
    why: "An order is placed under an agreement that is signed and in force.",
    mend: "Check the date on the purchase order, and those of the agreement.",
  }),
  "order.session-twice": ({ order, other, session }) => ({
    what: `Session ${session} has two orders: ${order} and ${other}.`,
    why: "The same order entered under two numbers would make twice the hours look billable.",
    mend: "If it is the same one, cancel the one too many; if the customer changed the quantities, record an amendment instead.",
  }),
  "order.hours-over-session": ({ order, session, minutes, trainees: count, each, planned }) => ({
    what: `Order ${order} counts ${formatMinutes(minutes)} for ${trainees(count)}, ${formatMinutes(each)} each; session ${session} lasts ${formatMinutes(planned)}.`,
    why: "Only hours attended are billed: those beyond the session cannot be proved.",
    mend: "Check the hours and the number of trainees of the purchase order, then the hours of the session.",
  }),
  "order.over-capacity": ({ order, session, trainees: count, capacity }) => ({
    what: `Order ${order} is for ${trainees(count)}; session ${session} has ${counted(capacity, "place", "places", "en")}.`,
    why: "Whoever has no place attends nothing, and is not billed.",
    mend: "Check the number of trainees of the order, or the places of the session.",
  }),
  "order.named-over-ordered": ({ order, named, trainees: count }) => ({
    what: `Order ${order} names ${trainees(named)}, and orders ${count}.`,
    why: "The customer pays the number ordered: the others would be at your expense.",
    mend: "Correct the names or the number; if the customer added some, record the amendment.",
  }),
  "order.amendment-order": ({ order, number, signedOn, before }) => ({
    what: `Amendment ${number} of order ${order} is dated ${formatDay(signedOn, "en")}, before what it replaces (${formatDay(before, "en")}).`,
    why: "The last amendment stands: out of order, old figures would pass for the right ones.",
    mend: "Check the date of the amendment; amendments are recorded in the order of their dates.",
  }),
  "order.amendment-repeated": ({ order, number, on }) => ({
    what: `Amendment ${number} of order ${order} is recorded already, on ${formatDay(on, "en")}.`,
    why: "A number stands for one amendment only: entered twice, it would erase its first figures.",
    mend: "Use the number written on the amendment; a mistake is corrected by a new amendment, under its own number.",
  }),
  "order.price-differs": ({ order, own, agreed, basis }) => ({
    what: `Order ${order} has a price of its own: ${formatCents(own, "en")} per ${priceBasisLabels[basis].en}, instead of ${formatCents(agreed, "en")} in the agreement.`,
    why: "Its invoices will follow the price of the order.",
    mend: "Nothing to do if the purchase order says so.",
  }),
  "order.too-large": ({ order, mostCents }) => ({
    what: `Order ${order} is above ${formatCents(mostCents, "en")}.`,
    why: "Such an amount is nearly always a typing mistake, and Kairos computes nothing beyond it.",
    mend: "Check the hours, the trainees and the price.",
  }),
  "order.below-billed": ({ order, measure, ordered, billed, invoices }) => ({
    what: `Order ${order} counts ${measured(measure, ordered, "en")}, less than what is billed already: ${measured(measure, billed, "en")} (${enumerate(invoices)}).`,
    why: "No more may be billed than what is ordered.",
    mend: "Check the quantities; if they are right, correct the invoices by a credit note first.",
  }),
  "order.cancelled-billed": ({ order, invoices }) => ({
    what: `Order ${order} is cancelled, and yet billed: ${enumerate(invoices)}.`,
    why: "An invoice rests on an order that stands: the customer would refuse it.",
    mend: "Credit those invoices first; if only a part is cancelled, record an amendment instead.",
  }),
};
