import {
  addSteps,
  billedSchemeLabels,
  type Coverage,
  type CoverageStep,
  coverageOf,
  coverageSteps,
  formatCents,
  type Label,
  plannedHalfDays,
  type Session,
} from "@kairos/core";
import { both, line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { attendedSession } from "./attendance.js";

/** How the money of a session follows its work. */
export interface CoveredSession {
  readonly session: Session;
  readonly coverage: Coverage;
}

/** How many sessions are looked at when none is named, those that start last first. */
export const mostSessions = 30;

/** The sessions that something was ordered, agreed or billed for. `left` counts those that are not shown. */
export async function coveredSessions(store: Store): Promise<{ readonly sessions: readonly CoveredSession[]; readonly left: number }> {
  const named = new Set(
    [
      ...(await store.purchaseOrders.list()),
      ...(await store.invoices.list()).filter(({ issue }) => issue !== undefined),
      ...(await store.quotes.list({ status: "accepted" })).filter(isBilled),
    ].flatMap(({ sessionReference }) => sessionReference ?? []),
  );
  const found = (await store.sessions.list())
    .filter(({ reference }) => named.has(reference))
    .sort((a, b) => (a.startsOn + a.reference < b.startsOn + b.reference ? 1 : -1));
  const sessions: CoveredSession[] = [];
  for (const session of found.slice(0, mostSessions)) sessions.push(await coveredSession(store, session));
  return { sessions, left: found.length - sessions.length };
}

export async function coveredSession(store: Store, session: Session): Promise<CoveredSession> {
  const filter = { sessionReference: session.reference };
  const schedule = await store.schedules.get(session.reference);
  const { roster } = await attendedSession(store, session, schedule);
  const orders = [];
  for (const order of await store.purchaseOrders.list(filter)) {
    const agreement = await store.trainingAgreements.get(order.agreement);
    if (agreement !== undefined) orders.push({ order, agreement });
  }
  const coverage = coverageOf({
    orders,
    quotes: (await store.quotes.list({ ...filter, status: "accepted" })).filter(isBilled),
    planned: plannedHalfDays(schedule, roster),
    records: await store.attendance.of({ session: session.reference }),
    invoices: await store.invoices.list(filter),
  });
  return { session, coverage };
}

function isBilled({ scheme }: { readonly scheme: string }): boolean {
  return Object.hasOwn(billedSchemeLabels, scheme);
}

export const stepLabels: Readonly<Record<CoverageStep, Label>> = {
  ordered: { fr: "Commandé", en: "Ordered" },
  delivered: { fr: "Réalisé", en: "Delivered" },
  billed: { fr: "Facturé", en: "Billed" },
  paid: { fr: "Payé", en: "Paid" },
};

/** A row named in words. */
export interface CoveredThing extends Pick<Coverage, "cents"> {
  readonly name: Label;
}

/** The orders and quotes of one session. */
export function thingsIn({ coverage }: CoveredSession): readonly CoveredThing[] {
  return coverage.rows.map(({ scheme, reference, cents }) => ({
    name:
      reference === undefined
        ? { fr: "Sans commande ni devis", en: "Neither order nor quote" }
        : same(`${reference}${scheme === undefined ? "" : ` · ${billedSchemeLabels[scheme].fr}`}`),
    cents,
  }));
}

/** A thing a row, then all of them where they are several. */
export function coverageTable(first: Label, things: readonly CoveredThing[]): ReplyTable {
  const all =
    things.length > 1 ? [...things, { name: { fr: "En tout", en: "In all" }, cents: addSteps(things.map(({ cents }) => cents)) }] : things;
  return {
    columns: [
      first,
      ...coverageSteps.map((step) => stepLabels[step]),
      { fr: "Reste à facturer", en: "Left to bill" },
      { fr: "Reste à recevoir", en: "Left to receive" },
    ],
    rows: all.map(({ name, cents }) => [
      name,
      ...[...coverageSteps.map((step) => cents[step]), Math.max(0, cents.delivered - cents.billed), cents.billed - cents.paid].map(
        (amount) => both((language) => formatCents(amount, language)),
      ),
    ]),
  };
}

/** What the figures add up to, and what they call for. */
export function coverageLines(things: readonly CoveredThing[]): readonly ReplyLine[] {
  const { ordered, delivered, billed, paid } = addSteps(things.map(({ cents }) => cents));
  const said = both((language) => {
    const [o, d, b, p] = [ordered, delivered, billed, paid].map((cents) => formatCents(cents, language));
    return language === "fr"
      ? `Commandé ${o}, réalisé ${d}, facturé ${b}, payé ${p} (TTC).`
      : `Ordered ${o}, delivered ${d}, billed ${b}, paid ${p} (VAT included).`;
  });
  const over = things.filter(({ cents }) => cents.billed > cents.ordered && cents.ordered > 0);
  return [
    { tone: "plain", text: said },
    line(
      "muted",
      "Réalisé : les heures suivies, au prix convenu, sans tolérance ni pénalité.",
      "Delivered: hours attended at the price agreed, without tolerance or penalty.",
    ),
    ...over.map(({ name }) => line("warning", `${name.fr} : facturé plus que commandé.`, `${name.en}: billed more than ordered.`)),
  ];
}
