import {
  billedPeriod,
  counted,
  creditNotesOn,
  formatCents,
  formatDay,
  formatMinutes,
  type Invoice,
  type InvoiceEvent,
  type InvoiceLine,
  type InvoiceSituation,
  invoiceActionLabels,
  invoiceTotals,
  isIssued,
  type Label,
  type Language,
  leftToCredit,
  paidCents,
} from "@kairos/core";
import { both, line, type ReplyLine, same } from "../reply.js";
import { calledTrainee } from "./attendance.js";

/** Who, on what ground, how much: the head of an invoice's card. */
export function invoiceFields(
  { invoice, customer }: InvoiceSituation,
  nameOf: (id: string) => string,
): readonly { readonly name: Label; readonly value: Label }[] {
  const { agreement, order, quote, sessionReference, customerSiret, issue, preparedBy } = invoice;
  const ground = [agreement, order, quote, sessionReference].filter((one) => one !== undefined).join(" · ");
  return [
    { name: { fr: "Client", en: "Customer" }, value: same([customer?.name, customerSiret].filter(Boolean).join(" · ")) },
    { name: { fr: "D'après", en: "From" }, value: same(ground) },
    ...(issue === undefined
      ? []
      : [
          {
            name: { fr: "Émise", en: "Issued" },
            value: both((language) => {
              const [on, due] = [formatDay(issue.issuedOn, language), formatDay(issue.dueOn, language)];
              return language === "fr"
                ? `le ${on} par ${nameOf(issue.by)}, échéance le ${due}`
                : `on ${on} by ${nameOf(issue.by)}, due on ${due}`;
            }),
          },
        ]),
    { name: { fr: "Préparée par", en: "Prepared by" }, value: same(preparedBy.map(nameOf).join(", ")) },
    { name: { fr: "Montants", en: "Amounts" }, value: both((language) => amountsOf(invoice, language)) },
  ];
}

/** `HT 1 190,00 € · TVA 0,00 € · TTC 1 190,00 € · payé 500,00 € · reste 690,00 €`. */
function amountsOf(invoice: Invoice, language: Language): string {
  const { penaltyCents, netCents, vatCents, totalCents, prepaidCents, dueCents } = invoiceTotals(invoice);
  const paid = paidCents(invoice);
  const said = (fr: string, en: string, cents: number) => `${language === "fr" ? fr : en} ${formatCents(cents, language)}`;
  return [
    ...(penaltyCents > 0 ? [said("réfaction", "penalty", penaltyCents)] : []),
    said("HT", "net", netCents),
    said("TVA", "VAT", vatCents),
    said("TTC", "total", totalCents),
    ...(prepaidCents > 0 ? [said("déjà versé", "prepaid", prepaidCents)] : []),
    ...(paid > 0 ? [said("payé", "paid", paid)] : []),
    ...(invoice.kind === "credit-note" || dueCents === paid ? [] : [said("reste à payer", "left to pay", dueCents - paid)]),
  ].join(" · ");
}

/** What it credits, what was credited of it, its way and its payments, in the order of days. */
export function invoiceLines({ invoice, others }: InvoiceSituation): readonly ReplyLine[] {
  const { credits, penalty, events, payments } = invoice;
  const way = [
    ...events.map((event) => ({ on: event.on, said: eventLine(event) })),
    ...payments.map(({ on, amountCents, reference = "" }) => ({
      on,
      said: line(
        "plain",
        `${formatDay(on)} · paiement de ${formatCents(amountCents)} ${reference}`.trim(),
        `${formatDay(on, "en")} · payment of ${formatCents(amountCents, "en")} ${reference}`.trim(),
      ),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return [
    ...(credits === undefined
      ? []
      : [
          line(
            "plain",
            `Avoir sur ${credits.number} du ${formatDay(credits.issuedOn)} : ${credits.reason}`,
            `Credits ${credits.number} of ${formatDay(credits.issuedOn, "en")}: ${credits.reason}`,
          ),
        ]),
    ...(penalty === undefined ? [] : [line("plain", `Réfaction : ${penalty.reason}`, `Penalty: ${penalty.reason}`)]),
    ...way.map(({ said }) => said),
    ...creditedLines(invoice, others),
  ];
}

function eventLine({ action, on, reference, reason }: InvoiceEvent): ReplyLine {
  const more = [reference, reason].filter((one) => one !== undefined).join(" · ");
  const text = both((language) => {
    const what = `${formatDay(on, language)} · ${invoiceActionLabels[action][language]}`;
    return more === "" ? what : `${what} : ${more}`;
  });
  return { tone: action === "reject" ? "warning" : "plain", text };
}

function creditedLines(invoice: Invoice, others: readonly Invoice[]): readonly ReplyLine[] {
  const creditNotes = creditNotesOn(invoice, others).filter(isIssued);
  if (creditNotes.length === 0) return [];
  const text = both((language) => {
    const named = creditNotes.map((one) => `${one.issue.number} (${formatCents(invoiceTotals(one).totalCents, language)})`).join(", ");
    const left = formatCents(leftToCredit(invoice, creditNotes).netCents, language);
    return language === "fr" ? `Avoirs émis : ${named} ; reste facturé ${left} HT` : `Credit notes: ${named}; left billed ${left} net`;
  });
  return [{ tone: "plain", text }];
}

export const lineColumns: readonly Label[] = [
  { fr: "Ligne", en: "Line" },
  { fr: "Libellé", en: "Label" },
  { fr: "Stagiaire", en: "Trainee" },
  { fr: "Quantité", en: "Quantity" },
  { fr: "Prix", en: "Price" },
  { fr: "Montant HT", en: "Net" },
  { fr: "Ce qui le prouve", en: "What proves it" },
];

export function lineRow(one: InvoiceLine, index: number, { trainees }: Pick<InvoiceSituation, "trainees">): readonly Label[] {
  const { label, traineeId, unit, quantity, unitPriceCents, amountCents } = one;
  return [
    same(String(index + 1)),
    same(label),
    same(traineeId === undefined ? "—" : calledTrainee({ trainees }, traineeId)),
    unit === "hour"
      ? same(formatMinutes(quantity))
      : { fr: `${quantity}${unit === "day" ? " j" : ""}`, en: `${quantity}${unit === "day" ? " d" : ""}` },
    both((language) => formatCents(unitPriceCents, language)),
    both((language) => formatCents(amountCents, language)),
    both((language) => proofOf(one, language)),
  ];
}

/** `20 demi-journées (70 h), 07/12/2026 → 18/12/2026, dont 2 absences tolérées`. */
function proofOf({ halfDays }: InvoiceLine, language: Language): string {
  const days = halfDays.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "—";
  const isFrench = language === "fr";
  const minutes = halfDays.reduce((sum, one) => sum + one.minutes, 0);
  const tolerated = halfDays.filter(({ basis }) => basis === "tolerated").length;
  const how = isFrench ? counted(halfDays.length, "demi-journée") : counted(halfDays.length, "half-day", "half-days", "en");
  const period = isFrench ? billedPeriod({ startsOn: first, endsOn: last }) : `${first} → ${last}`;
  const among = isFrench
    ? `, dont ${counted(tolerated, "absence tolérée", "absences tolérées")}`
    : `, of which ${counted(tolerated, "tolerated absence", "tolerated absences", "en")}`;
  return `${how} (${formatMinutes(minutes)}), ${period}${tolerated === 0 ? "" : among}`;
}
