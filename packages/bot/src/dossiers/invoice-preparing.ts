import {
  type BillingOrigin,
  billingRefusals,
  daysOfMonth,
  failure,
  type Invoice,
  type InvoiceContent,
  type IsoDate,
  type IsoMonth,
  inputRules,
  invoiceSchema,
  isAccepted,
  matchRules,
  overlaps,
  type Period,
  type PreparedRow,
  parse,
  prepareInvoice,
  type Quote,
  type Result,
  raise,
  type Session,
  type Siret,
  shareOrigin,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { Store } from "../store/store.js";
import { loadAgreement, loadCustomer, loadOrder } from "./agreements.js";
import { type AttendedSession, attendedSession } from "./attendance.js";
import { billingProof, findInvoice } from "./invoices.js";
import { nextId } from "./next-id.js";
import { loadSession } from "./sessions.js";
import { unknown } from "./unknown.js";

/** What is asked of a preparation, as it was typed. */
export interface PreparationAsked {
  readonly invoice: string | undefined;
  readonly order: string | undefined;
  readonly quote: string | undefined;
  readonly kind: "invoice" | "deposit" | "balance" | undefined;
  readonly month: IsoMonth | undefined;
  readonly startsOn: IsoDate | undefined;
  readonly endsOn: IsoDate | undefined;
  readonly penalty: number | undefined;
  readonly reason: string | undefined;
  readonly customer: string | undefined;
  readonly engagement: string | undefined;
  readonly serviceCode: string | undefined;
  readonly paidOn: IsoDate | undefined;
}

/** A draft as it was just prepared, and what its figures are made of. */
export interface PreparedDraft {
  readonly invoice: Invoice;
  readonly rows: readonly PreparedRow[];
  readonly attended: AttendedSession;
  /** What was prepared before, when a draft was recomputed. */
  readonly before: Invoice | undefined;
}

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now" | "today">;

/** Prepares a draft, or recomputes one. Nothing is kept: the caller saves what comes back. */
export async function prepareDraft(desk: Desk, asked: PreparationAsked): Promise<Result<PreparedDraft>> {
  const { store, actor, now, today } = desk;
  const before = asked.invoice === undefined ? undefined : await draftNamed(store, asked.invoice);
  if (before?.ok === false) return before;
  const draft = before?.value;
  const period = periodAsked(asked, draft);
  if (!period.ok) return period;
  const penalty = penaltyAsked(asked, draft);
  if (!penalty.ok) return penalty;
  const origin = await originMeant(store, asked, draft);
  if (!origin.ok) return origin;
  const { from, session } = origin.value;
  const attended = await attendedSession(store, session, await store.schedules.get(session.reference));
  const [order, quote] = "order" in from ? [from.order.reference, undefined] : [undefined, from.quote.reference];
  const reference = draft?.reference ?? "";
  const others = await store.invoices.related({ reference, sessionReference: session.reference, order, quote });
  const prepared = prepareInvoice({
    kind: asked.kind ?? workKind(draft),
    from,
    session,
    proof: await billingProof(store, attended),
    others,
    period: period.value,
    penalty: penalty.value,
    alreadyPaid: asked.paidOn === undefined ? draft?.alreadyPaid : { on: asked.paidOn },
    engagement: asked.engagement ?? draft?.engagement,
    serviceCode: asked.serviceCode ?? draft?.serviceCode,
    today,
  });
  if (!prepared.ok) return prepared;
  const { content, rows } = prepared.value;
  const twin = others.find((other) => isTwin(content, other));
  if (twin !== undefined) {
    const { startsOn, endsOn } = twin;
    return failure(
      raise(billingRefusals, "invoice.draft-exists", [], { draft: twin.reference, origin: order ?? quote ?? "", startsOn, endsOn }),
    );
  }
  const invoice = parse(invoiceSchema, {
    ...content,
    reference: draft?.reference ?? (await nextId(store, `PF-${today.slice(0, 4)}`)),
    preparedBy: [...new Set([...(draft?.preparedBy ?? []), actor.id])],
    preparedAt: now,
    ...(draft?.notes !== undefined && { notes: draft.notes }),
  });
  return invoice.ok ? success({ invoice: invoice.value, rows, attended, before: draft }) : invoice;
}

/** Another draft that bills the same work, or the same deposit. */
function isTwin(content: InvoiceContent, other: Invoice): boolean {
  if (other.status !== "draft" || other.kind === "credit-note" || !shareOrigin(content, other)) return false;
  return (content.kind === "deposit") === (other.kind === "deposit") && overlaps(content, other);
}

async function draftNamed(store: Store, typed: string): Promise<Result<Invoice>> {
  const found = await findInvoice(store, typed);
  if (!found.ok) return found;
  const { status, issue, reference, kind } = found.value;
  if (status !== "draft" || kind === "credit-note") {
    return failure(raise(billingRefusals, "invoice.not-draft", ["invoice"], { invoice: issue?.number ?? reference, status }));
  }
  return found;
}

function workKind(draft: Invoice | undefined): "invoice" | "deposit" | "balance" {
  return draft === undefined || draft.kind === "credit-note" ? "invoice" : draft.kind;
}

/** The days that are asked; of a draft that is recomputed, its own unless others are said. */
function periodAsked({ month, startsOn, endsOn }: PreparationAsked, draft: Invoice | undefined): Result<Period | undefined> {
  if (month !== undefined && (startsOn !== undefined || endsOn !== undefined)) {
    return failure(raise(billingRefusals, "invoice.period-unclear", ["month"], { why: "both" }));
  }
  if (month !== undefined) return success(daysOfMonth(month));
  if (startsOn === undefined && endsOn === undefined) return success(draft && { startsOn: draft.startsOn, endsOn: draft.endsOn });
  const period = { startsOn: startsOn ?? firstDay, endsOn: endsOn ?? lastDay };
  return period.startsOn <= period.endsOn
    ? success(period)
    : failure(raise(billingRefusals, "invoice.period-unclear", ["endsOn"], { why: "reversed" }));
}

const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

function penaltyAsked({ penalty, reason }: PreparationAsked, draft: Invoice | undefined): Result<Invoice["penalty"]> {
  if (penalty === undefined && reason === undefined) return success(draft?.penalty);
  if (penalty === undefined) return failure(raise(inputRules, "input.missing", ["penalty"], {}));
  if (penalty === 0) return success(undefined);
  if (reason === undefined) return failure(raise(inputRules, "input.missing", ["reason"], {}));
  return success({ amountCents: penalty, reason });
}

interface OriginMeant {
  readonly from: BillingOrigin;
  readonly session: Session;
}

async function originMeant(store: Store, asked: PreparationAsked, draft: Invoice | undefined): Promise<Result<OriginMeant>> {
  const isSaid = asked.order !== undefined || asked.quote !== undefined;
  const [order, quote] = draft !== undefined && !isSaid ? [draft.order, draft.quote] : [asked.order, asked.quote];
  if (order !== undefined && quote === undefined) return orderMeant(store, order);
  if (quote !== undefined && order === undefined) return quoteMeant(store, quote, asked.customer, draft);
  return failure(raise(billingRefusals, "invoice.origin-unclear", [], {}));
}

async function orderMeant(store: Store, typed: string): Promise<Result<OriginMeant>> {
  const order = await loadOrder(store, typed);
  if (!order.ok) return order;
  const agreement = await loadAgreement(store, order.value.agreement, "order");
  if (!agreement.ok) return agreement;
  const session = await loadSession(store, order.value.sessionReference, "order");
  return session.ok ? success({ from: { order: order.value, agreement: agreement.value }, session: session.value }) : session;
}

async function quoteMeant(
  store: Store,
  typed: string,
  payer: string | undefined,
  draft: Invoice | undefined,
): Promise<Result<OriginMeant>> {
  const quote = await store.quotes.get(typed.toUpperCase());
  if (quote === undefined) return unknown("quote", "quote", typed);
  if (!isAccepted(quote)) {
    const { reference, status } = quote;
    return failure(raise(matchRules, "invoice.quote-not-accepted", ["quote"], { quote: reference, status }));
  }
  if (quote.sessionReference === undefined) return failure(raise(inputRules, "input.missing", ["session"], {}));
  const session = await loadSession(store, quote.sessionReference, "quote");
  if (!session.ok) return session;
  const customer = payer === undefined && draft !== undefined ? success(draft.customerSiret) : await customerMeant(store, quote, payer);
  return customer.ok ? success({ from: { quote, customerSiret: customer.value }, session: session.value }) : customer;
}

/** Who pays a quote: the one that is named, else the only one there is. */
async function customerMeant(store: Store, { siret }: Quote, payer: string | undefined): Promise<Result<Siret>> {
  if (payer !== undefined) {
    const customer = await loadCustomer(store, siret, payer);
    return customer.ok ? success(customer.value.customerSiret) : customer;
  }
  const known = (await store.customers.list()).filter((one) => one.siret === siret);
  const [only] = known;
  return only !== undefined && known.length === 1
    ? success(only.customerSiret)
    : failure(raise(billingRefusals, "invoice.customer-unclear", ["customer"], { count: known.length }));
}
