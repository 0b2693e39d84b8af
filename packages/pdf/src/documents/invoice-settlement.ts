import { formatCents, formatDay, formatRate, type InvoiceDocument, type InvoiceDocumentLine } from "@kairos/core";
import { type Fact, factRows, wideEnough } from "../layout/facts.js";
import type { Strip } from "../layout/marks.js";
import { beside, columnsOf, fullWidth, headingStrip, keptWhole, type Place, sectionGap, stacked, textStrip } from "../layout/strips.js";
import { type Sum, sumsStrip } from "../layout/sums.js";
import { type Column, fittingWidth, tableStrips } from "../layout/table.js";
import { styles } from "../layout/theme.js";
import { groupedIban, hardSpace } from "./phrases.js";

/** The VAT by rate at the left and the sums at the right, how to pay, then what the law wants said. */
export function settlementStrips(invoice: InvoiceDocument): readonly Strip[] {
  const [left = fullWidth, right = fullWidth] = columnsOf(2);
  const sums = beside([vatTable(invoice, left), sumsStrip(sumsOf(invoice), right)], sectionGap);
  return [sums, ...keptWhole([...payment(invoice), mentions(invoice)])];
}

export function isTaxed({ totals }: InvoiceDocument): boolean {
  return totals.vatGroups.some((group) => group.rate > 0);
}

function vatTable({ totals }: InvoiceDocument, place: Place): Strip {
  const rows = totals.vatGroups.map(({ regime, rate, netCents, vatCents }) => [
    vatOf({ vatRegime: regime, vatRate: rate }),
    formatCents(netCents),
    formatCents(vatCents),
  ]);
  const amount = (title: string, cell: number): Column => ({
    title,
    width: fittingWidth(
      title,
      rows.map((row) => row[cell] ?? ""),
    ),
    align: "right",
  });
  return stacked(tableStrips({ columns: [{ title: "TVA" }, amount("Base HT", 1), amount("Montant", 2)], rows, place }));
}

/** The VAT of a line: its rate, or why there is none. */
export function vatOf({ vatRegime, vatRate }: Pick<InvoiceDocumentLine, "vatRegime" | "vatRate">): string {
  if (vatRegime === "exempt-training") return "Exonérée";
  return vatRegime === "small-business" ? "Non applicable" : formatRate(vatRate);
}

/** From the lines to what is to be paid. */
function sumsOf(invoice: InvoiceDocument): readonly Sum[] {
  const { totals, penalty, deposits, alreadyPaidOn, type } = invoice;
  const hasVat = isTaxed(invoice);
  const isCredit = type === "credit-note";
  const total = hasVat ? "Total TTC" : "Total net de taxe";
  return [
    ...(penalty === undefined ? [] : [{ label: `Pénalité : ${penalty.reason}`, value: lessCents(penalty.amountCents) }]),
    ...(hasVat
      ? [
          { label: "Total HT", value: formatCents(totals.netCents) },
          { label: "TVA", value: formatCents(totals.vatCents) },
        ]
      : []),
    ...(isCredit ? [] : [{ label: total, value: formatCents(totals.totalCents) }]),
    ...deposits.map(({ number, issuedOn, amountCents }) => ({
      label: `Acompte ${number} du ${formatDay(issuedOn)}`,
      value: lessCents(amountCents),
    })),
    ...(alreadyPaidOn === undefined ? [] : [{ label: `Payé le ${formatDay(alreadyPaidOn)}`, value: lessCents(totals.prepaidCents) }]),
    { label: isCredit ? "Total de l'avoir" : "Net à payer", value: formatCents(totals.dueCents), weight: "total" },
  ];
}

function lessCents(cents: number): string {
  return cents === 0 ? formatCents(0) : `−${hardSpace}${formatCents(cents)}`;
}

/** Nothing is paid on a credit note, nor again on what was paid. */
function payment({ type, dueOn, number, isDraft, provider, totals }: InvoiceDocument): readonly Strip[] {
  if (type === "credit-note" || totals.dueCents === 0) return [];
  const { bank } = provider;
  const facts: Fact[] = [
    { label: "À payer au plus tard le", value: formatDay(dueOn) },
    { label: "IBAN", value: bank && groupedIban(bank.iban) },
    { label: "BIC", value: bank?.bic },
    { label: "Référence à rappeler", value: isDraft ? undefined : number },
    { label: "Titulaire du compte", value: bank?.holder },
  ];
  return [
    headingStrip(bank === undefined ? "Règlement" : "Règlement par virement"),
    ...factRows(
      facts.map((fact) => wideEnough(fact)),
      0,
    ),
  ];
}

function mentions({ mentions, provider, type }: InvoiceDocument): Strip {
  const { exemptions, operation, latePenalty, indemnity, discount } = mentions;
  const owed = type === "credit-note" ? [] : [latePenalty, indemnity, discount];
  const texts = [operation, ...exemptions, ...owed, provider.activityMention]
    .filter((mention) => mention !== undefined && mention.trim() !== "")
    .map((mention) => mention?.replace(/\.?$/, "."));
  return textStrip(texts.join(" "), styles.label, { gap: 11 });
}
