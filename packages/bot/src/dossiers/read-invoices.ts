import {
  type Cents,
  counted,
  excerpt,
  formatCents,
  formatDay,
  formatRate,
  type IsoDate,
  type Label,
  type Language,
  profileNames,
  type ReadInvoice,
  type ReadTerms,
} from "@kairos/core";
import { both, line, type ReplyLine, type ReplyTable, same } from "../reply.js";

type Field = { readonly name: Label; readonly value: Label };

/** `Facture reçue F-2026-118 · Papeterie des Lilas`. */
export function readInvoiceTitle({ number, seller, type }: ReadTerms): Label {
  const kind = type === "381" ? { fr: "Avoir reçu", en: "Credit note received" } : { fr: "Facture reçue", en: "Invoice received" };
  const called = [number, seller.name].filter((part) => part !== undefined).map((part) => shown(part, 80));
  return both((language) => [`${kind[language]} ${called[0] ?? "—"}`, ...called.slice(1)].join(" · "));
}

export function readInvoiceLines({ problems, terms }: ReadInvoice): readonly ReplyLine[] {
  const { length } = terms.lines;
  const more = length > mostLines ? [line("muted", `Les ${mostLines} premières sont montrées.`, `The first ${mostLines} are shown.`)] : [];
  return [
    line("plain", `${counted(length, "ligne")}.`, `${counted(length, "line", "lines", "en")}.`),
    ...more,
    problems.length === 0
      ? line("good", "Tout ce qui se contrôle se recoupe.", "All that can be checked holds together.")
      : line("warning", "Rien n'est enregistré : voici ce qui cloche.", "Nothing is kept: this is what is wrong."),
  ];
}

export function readInvoiceFields({ terms, guideline, profile }: ReadInvoice): readonly Field[] {
  const { seller, buyer, totals, payment, vat, preceding } = terms;
  const currency = terms.currency ?? "EUR";
  const money = (amount: Cents | undefined) =>
    amount === undefined ? undefined : both((language) => amountIn(amount, currency, language));
  const day = (on: IsoDate | undefined) => (on === undefined ? undefined : both((language) => formatDay(on, language)));
  const text = (...parts: readonly (string | undefined)[]) => {
    const said = parts.filter((part) => part !== undefined).map((part) => shown(part, 100));
    return said.length === 0 ? undefined : same(said.join(" · "));
  };
  const fields: readonly (readonly [Label, Label | undefined])[] = [
    [{ fr: "Fournisseur", en: "Supplier" }, text(seller.name, seller.siret ?? seller.siren, seller.vatNumber)],
    [{ fr: "Client", en: "Customer" }, text(buyer.name, buyer.siret ?? buyer.siren)],
    [{ fr: "Émise le", en: "Issued on" }, day(terms.issuedOn)],
    [{ fr: "Échéance", en: "Due on" }, day(terms.dueOn)],
    [{ fr: "Commande", en: "Order" }, text(terms.order)],
    [{ fr: "Facture citée", en: "Invoice cited" }, text(...preceding.slice(0, 5).map(({ number }) => number))],
    [{ fr: "Total hors taxe", en: "Total without VAT" }, money(totals.netCents)],
    [{ fr: "TVA", en: "VAT" }, money(totals.vatCents)],
    [{ fr: "Total TTC", en: "Total with VAT" }, money(totals.grossCents)],
    [{ fr: "Déjà payé", en: "Paid already" }, money(totals.prepaidCents)],
    [{ fr: "Net à payer", en: "Amount due" }, money(totals.dueCents)],
    [
      { fr: "Exonération", en: "Exemption" },
      text(...new Set(vat.slice(0, 5).map(({ exemption }) => exemption?.reason ?? exemption?.code))),
    ],
    // Its first and last letters: an account number has no place in a chat.
    [
      { fr: "À payer sur", en: "To be paid to" },
      payment?.iban === undefined ? undefined : same(`${payment.iban.slice(0, 4)} … ${payment.iban.slice(-4)}`),
    ],
    [{ fr: "Profil", en: "Profile" }, profile === undefined ? text(guideline) : same(profileNames[profile])],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

export function readInvoiceTable({ lines, currency = "EUR" }: ReadTerms): ReplyTable | undefined {
  if (lines.length === 0) return undefined;
  return {
    columns: [
      { fr: "Ligne", en: "Line" },
      { fr: "Libellé", en: "Label" },
      { fr: "Quantité", en: "Quantity" },
      { fr: "TVA", en: "VAT" },
      { fr: "Montant HT", en: "Net" },
    ],
    rows: lines
      .slice(0, mostLines)
      .map((one, index) => [
        same(shown(one.id ?? String(index + 1), 12)),
        same(shown(one.name ?? "—", 60)),
        both((language) => quantityIn(one.quantityTenThousandths, one.unit, language)),
        both((language) => (one.rate === undefined ? "—" : formatRate(one.rate, language))),
        both((language) => (one.netCents === undefined ? "—" : amountIn(one.netCents, currency, language))),
      ]),
  };
}

/** Beyond them, the PDF is the place to read. */
const mostLines = 50;

/** In euros as everywhere; in another currency, its code instead of the sign. */
function amountIn(amount: Cents, currency: string, language: Language): string {
  const euros = formatCents(amount, language);
  return currency === "EUR" ? euros : `${euros.replace(/[€\u00a0]/g, "").trim()} ${shown(currency, 3)}`;
}

const units: Readonly<Record<string, string>> = { HUR: " h", DAY: " j", C62: "" };

function quantityIn(quantity: number | undefined, unit: string | undefined, language: Language): string {
  if (quantity === undefined) return "—";
  const figure = String(quantity / 10_000);
  return `${language === "fr" ? figure.replace(".", ",") : figure}${unit === undefined ? "" : (units[unit] ?? ` ${shown(unit, 5)}`)}`;
}

/** Somebody else's words, without what is not seen or turns the rest around. */
function shown(text: string, length: number): string {
  return excerpt(text.replace(/[\p{Cc}\p{Cf}]+/gu, " "), length);
}
