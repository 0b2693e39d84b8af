import * as z from "zod/mini";
import type { Provider } from "../membership/index.js";
import { hoursSchema, type Session, type Trainee, totalMinutes } from "../sessions/index.js";
import { addDays, type IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Cents } from "../shared/money.js";
import { line, paragraph, record, reference } from "../shared/schemas.js";
import { type Poei, poeiSchema } from "./poei.js";
import { type Funding, type Quote, type QuoteLine, quoteLineSchema } from "./quote.js";
import { lineAmount, quoteTotals } from "./totals.js";

/** What a provider repeats for a recurring course: the costs and conditions, without the person and the dates. */
export const quoteTemplateSchema = record({
  name: reference(),
  siret: siretSchema,
  title: line(255).check(z.minLength(1)),
  scheme: z.enum(["aif", "poei"]),
  hours: hoursSchema,
  lines: z.array(quoteLineSchema).check(z.maxLength(200)),
  notes: z.optional(paragraph(1000)),
  poei: z.optional(poeiSchema),
});
export type QuoteTemplate = z.output<typeof quoteTemplateSchema>;

/** Keeps what recurs in a quote under a name. */
export function templateFrom(quote: Quote, name: string): QuoteTemplate {
  return {
    name,
    siret: quote.siret,
    title: quote.title ?? "",
    scheme: quote.scheme === "poei" ? "poei" : "aif",
    hours: quote.hours,
    lines: quote.lines,
    ...(quote.notes !== undefined && { notes: quote.notes }),
    ...(quote.poei !== undefined && { poei: undated(quote.poei) }),
  };
}

export interface QuoteFrame {
  readonly reference: string;
  readonly provider: Provider;
  readonly session: Session;
  readonly trainee: Trainee;
  readonly scheme: Quote["scheme"];
  readonly enteredBy: string;
  readonly today: IsoDate;
}

/** A quote for a session and a trainee, its one line the catalogue price when there is one. */
export function quoteFromSession(frame: QuoteFrame): Quote {
  const { session } = frame;
  const lines = session.priceCents === undefined ? [] : [pedagogicalLine(session, session.priceCents, frame.provider)];
  return fund(draft(frame, session.hours, lines));
}

/** A quote complete at first entry: the template's costs, the session's dates and hours, the trainee. */
export function quoteFromTemplate(template: QuoteTemplate, frame: Omit<QuoteFrame, "scheme">): Quote {
  const quote = draft({ ...frame, scheme: template.scheme }, frame.session.hours, template.lines);
  return fund({
    ...quote,
    ...(template.notes !== undefined && { notes: template.notes }),
    ...(template.poei !== undefined && { poei: undated(template.poei) }),
  });
}

/** The quote with its total, and the plan its scheme allows: France Travail pays the pedagogical part, the trainee the rest. */
export function fund(quote: Quote, others: Funding["others"] = quote.funding?.others ?? []): Quote {
  const { pedagogicalCents, totalCents } = quoteTotals(quote);
  const elsewhere = others.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const franceTravailCents = Math.max(0, pedagogicalCents - elsewhere);
  const traineeCents = Math.max(0, totalCents - franceTravailCents - elsewhere);
  return { ...quote, totalCents, funding: { franceTravailCents, others, traineeCents } };
}

function draft(frame: QuoteFrame, hours: Quote["hours"], lines: readonly QuoteLine[]): Quote {
  const { session, trainee, provider, today } = frame;
  return {
    reference: frame.reference,
    version: 1,
    status: "draft",
    scheme: frame.scheme,
    siret: session.siret,
    sessionReference: session.reference,
    traineeId: trainee.id,
    title: session.title,
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    hours,
    ...(session.place !== undefined && { place: session.place }),
    modality: session.modality,
    lines: [...lines],
    validUntil: addDays(today, provider.settings.quotes.validityDays),
    enteredBy: [frame.enteredBy],
  };
}

/** The hiring day belongs to one session: kept, it would fall before the end of the next one. */
function undated(poei: Poei): Poei {
  if (poei.contract === undefined) return poei;
  const { startsOn: _startsOn, ...contract } = poei.contract;
  return { ...poei, contract };
}

function pedagogicalLine(session: Session, priceCents: Cents, provider: Provider): QuoteLine {
  const minutes = totalMinutes(session.hours);
  const exact = minutes > 0 && minutes <= 600_000 && (priceCents * 60) % minutes === 0;
  const price = exact
    ? { unit: "hour" as const, quantity: minutes, unitPriceCents: (priceCents * 60) / minutes }
    : { unit: "flat" as const, quantity: 1, unitPriceCents: priceCents };
  const vat = { vatRegime: provider.vatRegime, vatRate: provider.vatRegime === "taxed" ? 2000 : 0 };
  return {
    kind: "pedagogical",
    label: session.title.slice(0, 200).replace(/[\ud800-\udbff]$/, ""),
    ...price,
    amountCents: lineAmount(price),
    ...vat,
  };
}
