import {
  billableHalfDays,
  billedSoFar,
  divideHalfUp,
  formatCents,
  formatDay,
  formatMinutes,
  type InvoiceSituation,
  invoiceTotals,
  type Label,
  type Minutes,
  orderedIn,
  type PreparedRow,
  quotePaidCents,
  termsOf,
  totalMinutes,
  traineeMatches,
} from "@kairos/core";
import { both, type ReplyTable, same } from "../reply.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";

const none = same("—");
const hours = (minutes: Minutes | undefined): Label => (minutes === undefined || minutes === 0 ? none : same(formatMinutes(minutes)));
const money = (cents: number | undefined): Label => (cents === undefined ? none : both((language) => formatCents(cents, language)));

/** What an invoice under preparation is made of, a trainee a row; columns that say nothing are left out. */
export function preparedTable(rows: readonly PreparedRow[], attended: Pick<AttendedSession, "trainees">): ReplyTable | undefined {
  if (rows.length === 0) return undefined;
  const columns: readonly (readonly [Label, (row: PreparedRow) => number, "always"?])[] = [
    [{ fr: "Prévu", en: "Planned" }, (row) => row.plannedMinutes, "always"],
    [{ fr: "Suivi", en: "Attended" }, (row) => row.attendedMinutes, "always"],
    [{ fr: "Absences tolérées", en: "Tolerated absences" }, (row) => row.toleratedMinutes],
    [{ fr: "Déjà facturé", en: "Billed already" }, (row) => row.billedMinutes],
    [{ fr: "Mois non clôturé", en: "Month not closed" }, (row) => row.openMinutes],
    [{ fr: "Facturable", en: "Billable" }, (row) => row.billableMinutes, "always"],
    [{ fr: "Au-delà de la commande", en: "Beyond the order" }, (row) => row.billableMinutes - row.takenMinutes],
  ];
  const shown = columns.filter(([, minutesOf, always]) => always !== undefined || rows.some((row) => minutesOf(row) > 0));
  const sum = (figure: (row: PreparedRow) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return {
    columns: [{ fr: "Stagiaire", en: "Trainee" }, ...shown.map(([label]) => label), { fr: "Montant HT", en: "Net amount" }],
    rows: [
      ...rows.map((row) => [
        same(calledTrainee(attended, row.traineeId)),
        ...shown.map(([, minutesOf]) => hours(minutesOf(row))),
        money(row.amountCents),
      ]),
      ...(rows.length > 1
        ? [[inAll, ...shown.map(([, minutesOf]) => hours(sum(minutesOf))), money(sum(({ amountCents }) => amountCents))]]
        : []),
    ],
  };
}

const inAll: Label = { fr: "En tout", en: "In all" };

/** What is agreed, what is attested and what is billed, side by side: hours of each trainee, then hours, money and days in all. */
export function matchTable(situation: InvoiceSituation): ReplyTable {
  const { invoice } = situation;
  const agreed = agreedFigures(situation);
  const matches = traineeMatches(situation).filter(({ billedMinutes, leftMinutes }) => billedMinutes > 0 || leftMinutes > 0);
  const attested = new Map(
    billableHalfDays({ proof: situation.proof, terms: termsOf(situation), period: invoice }).map((one) => [one.traineeId, one]),
  );
  const soFar = billedSoFar(situation.others, invoice);
  const rows = matches.map(({ traineeId, billedMinutes, provedMinutes, leftMinutes }) => {
    const { attendedMinutes, toleratedMinutes = 0 } = attested.get(traineeId ?? "") ?? {};
    const name = traineeId === undefined ? { fr: "Sans stagiaire", en: "No trainee" } : same(calledTrainee(situation, traineeId));
    return [
      name,
      hours(agreed.eachMinutes),
      hours(attendedMinutes),
      hours(attendedMinutes === undefined ? undefined : attendedMinutes + toleratedMinutes),
      hours(billedMinutes),
      gap(billedMinutes - provedMinutes - leftMinutes),
    ];
  });
  const sum = (key: "billedMinutes" | "provedMinutes" | "leftMinutes") => matches.reduce((total, one) => total + one[key], 0);
  const shown = new Set(matches.map(({ traineeId }) => traineeId));
  const all = [...attested.values()].filter(({ traineeId }) => shown.has(undefined) || shown.has(traineeId));
  const certified = all.reduce((total, one) => total + one.attendedMinutes, 0);
  const tolerated = all.reduce((total, one) => total + one.toleratedMinutes, 0);
  return {
    columns: [
      { fr: "Quoi", en: "What" },
      agreed.column,
      { fr: "Certificat (suivi)", en: "Certificate (attended)" },
      { fr: "Assiduité facturable", en: "Billable attendance" },
      { fr: "Facture", en: "Invoice" },
      { fr: "Écart", en: "Difference" },
    ],
    rows: [
      ...rows,
      [
        { fr: "Heures en tout", en: "Hours in all" },
        hours(agreed.minutes),
        hours(certified),
        hours(certified + tolerated),
        withBefore(hours(sum("billedMinutes")), hours(soFar.minutes)),
        gap(sum("billedMinutes") - sum("provedMinutes") - sum("leftMinutes")),
      ],
      [
        { fr: "Montant HT", en: "Net amount" },
        money(agreed.cents),
        none,
        none,
        withBefore(money(invoiceTotals(invoice).linesCents), soFar.netCents === 0 ? none : money(soFar.netCents)),
        none,
      ],
      ...(agreed.unitPriceCents === undefined ? [] : [priceRow(situation, agreed.unitPriceCents)]),
      [{ fr: "Période", en: "Period" }, agreed.period, none, none, periodOf(invoice.startsOn, invoice.endsOn), none],
    ],
  };
}

interface AgreedFigures {
  readonly column: Label;
  readonly minutes: Minutes | undefined;
  readonly eachMinutes: Minutes | undefined;
  readonly cents: number | undefined;
  readonly unitPriceCents: number | undefined;
  readonly period: Label;
}

/** What the order under its agreement says, or the quote. */
function agreedFigures({ invoice, agreement, order, quote }: InvoiceSituation): AgreedFigures {
  if (agreement !== undefined && order !== undefined) {
    const { minutes, trainees, netCents, unitPriceCents } = orderedIn(order, agreement);
    return {
      column: { fr: `Commande ${order.reference}`, en: `Order ${order.reference}` },
      minutes,
      eachMinutes: divideHalfUp(minutes, trainees),
      cents: netCents,
      unitPriceCents,
      period: periodOf(agreement.startsOn, agreement.endsOn),
    };
  }
  const minutes = quote && totalMinutes(quote.hours);
  const named = quote?.reference ?? invoice.order ?? "—";
  return {
    column: quote === undefined ? { fr: `Commande ${named}`, en: `Order ${named}` } : { fr: `Devis ${named}`, en: `Quote ${named}` },
    minutes,
    eachMinutes: minutes,
    cents: quote && quotePaidCents(quote),
    unitPriceCents: undefined,
    period: quote?.startsOn === undefined || quote.endsOn === undefined ? none : periodOf(quote.startsOn, quote.endsOn),
  };
}

function priceRow({ invoice, agreement }: InvoiceSituation, unitPriceCents: number): readonly Label[] {
  const prices = [...new Set(invoice.lines.filter(({ unit }) => unit === "hour").map((line) => line.unitPriceCents))];
  const billed =
    agreement?.basis !== "trainee-hour" || prices.length === 0
      ? none
      : both((language) => prices.map((one) => formatCents(one, language)).join(", "));
  return [{ fr: "Prix unitaire", en: "Unit price" }, money(unitPriceCents), none, none, billed, none];
}

function periodOf(startsOn: string, endsOn: string): Label {
  return both((language) => `${formatDay(startsOn, language)} → ${formatDay(endsOn, language)}`);
}

function withBefore(here: Label, before: Label): Label {
  if (before.fr === none.fr) return here;
  return { fr: `${here.fr} (et ${before.fr} avant)`, en: `${here.en} (and ${before.en} before)` };
}

function gap(minutes: Minutes): Label {
  return minutes === 0 ? same("✔") : same(`${minutes > 0 ? "+" : ""}${formatMinutes(minutes)}`);
}
