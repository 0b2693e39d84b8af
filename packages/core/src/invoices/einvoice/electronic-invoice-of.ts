import type { Address, VatRegime } from "../../membership/index.js";
import type { Unit } from "../../quotes/index.js";
import { formatDay } from "../../shared/calendar.js";
import { divideHalfUp } from "../../shared/money.js";
import { withoutUnwritable } from "../../shared/write-xml.js";
import { exemptionMentions, type InvoiceDocument, type InvoiceDocumentLine } from "../document.js";
import type { InvoiceKind } from "../invoice.js";
import { afterDeposits, alreadyPaid, type DocumentType, type ExemptionCode, longest, type UnitCode } from "./codes.js";
import type {
  ElectronicAddress,
  ElectronicBuyer,
  ElectronicInvoice,
  ElectronicLine,
  ElectronicNote,
  ElectronicPayment,
  ElectronicSeller,
  PrecedingInvoice,
  VatBreakdown,
  VatOf,
} from "./electronic-invoice.js";

/**
 * What the printed invoice says, by the terms of EN 16931. Texts lose what no XML may hold; a text that is too long is cut, so that the file
 * says less than the page, never something else.
 */
export function electronicInvoiceOf(document: InvoiceDocument): ElectronicInvoice {
  const { type, training, references, totals, penalty } = document;
  const isPaid = document.alreadyPaidOn !== undefined;
  const payment = paymentOf(document);
  const contract = fitted(references.contract, longest.reference);
  const order = fitted(references.engagement ?? references.order, longest.reference);
  const buyerReference = fitted(document.customer.serviceCode, longest.serviceCode);
  return {
    process: isPaid ? alreadyPaid : type === "balance" ? afterDeposits : "S1",
    number: document.number,
    type: types[type],
    issuedOn: document.issuedOn,
    dueOn: document.alreadyPaidOn ?? document.dueOn,
    currency: "EUR",
    notes: notesOf(document),
    ...(buyerReference !== undefined && { buyerReference }),
    ...(contract !== undefined && { contract }),
    ...(order !== undefined && { order }),
    preceding: precedingOf(document),
    seller: sellerOf(document),
    buyer: buyerOf(document),
    ...(type !== "deposit" && { deliveredOn: training.endsOn }),
    period: { startsOn: training.startsOn, endsOn: training.endsOn },
    ...(payment !== undefined && { payment }),
    allowances: totals.vatGroups
      .filter(({ penaltyCents }) => penaltyCents > 0)
      .map(({ regime, rate, penaltyCents }) => ({
        reason: fitted(penalty?.reason, longest.text) ?? "-",
        amountCents: penaltyCents,
        ...vatOf(regime, rate),
      })),
    lines: document.lines.map(lineOf),
    vat: totals.vatGroups.map(({ regime, rate, netCents, vatCents }): VatBreakdown => {
      const reason = exemptionMentions[regime];
      const code = exemptionCodes[regime];
      return {
        ...vatOf(regime, rate),
        taxableCents: netCents,
        taxCents: vatCents,
        ...(reason !== undefined && code !== undefined && { exemption: { reason, code } }),
      };
    }),
    totals: {
      linesCents: totals.linesCents,
      ...(totals.penaltyCents > 0 && { allowancesCents: totals.penaltyCents }),
      netCents: totals.netCents,
      vatCents: totals.vatCents,
      grossCents: totals.totalCents,
      ...((totals.prepaidCents > 0 || isPaid) && { prepaidCents: totals.prepaidCents }),
      dueCents: totals.dueCents,
    },
  };
}

const types: Readonly<Record<InvoiceKind, DocumentType>> = { invoice: "380", deposit: "386", balance: "380", "credit-note": "381" };

const unitCodeOf: Readonly<Record<Unit, UnitCode>> = { hour: "HUR", day: "DAY", flat: "C62" };

/** 261-4-4° a of the tax code, and the franchise of its article 293 B. */
const exemptionCodes: Readonly<Record<VatRegime, ExemptionCode | undefined>> = {
  "exempt-training": "VATEX-FR-CGI261-4",
  "small-business": "VATEX-FR-FRANCHISE",
  taxed: undefined,
};

function vatOf(regime: VatRegime, rate: number): VatOf {
  return { category: regime === "taxed" ? "S" : "E", rate };
}

function notesOf({ mentions, provider, notes, deposits, credits }: InvoiceDocument): readonly ElectronicNote[] {
  const taken = deposits.map(({ number, issuedOn }) => `${number} du ${formatDay(issuedOn)}`);
  const said: readonly (readonly [ElectronicNote["subject"], string | undefined])[] = [
    ["PMT", mentions.indemnity],
    ["PMD", mentions.latePenalty],
    ["AAB", mentions.discount],
    ["REG", provider.activityMention],
    ["AAI", taken.length > 1 ? `Acomptes déduits : ${taken.join(", ")}.` : undefined],
    ["AAI", credits && `Avoir : ${credits.reason}`],
    ["AAI", notes],
  ];
  return said.flatMap(([subject, text]) => {
    const fit = fitted(text, longest.text);
    return fit === undefined ? [] : [{ subject, text: fit }];
  });
}

/** Chorus Pro takes one at most: several deposits are told in a note instead. */
function precedingOf({ credits, deposits }: InvoiceDocument): readonly PrecedingInvoice[] {
  const cited = credits === undefined ? deposits : [credits];
  return cited.length > 1 ? [] : cited.map(({ number, issuedOn }) => ({ number, issuedOn }));
}

function sellerOf({ provider }: InvoiceDocument): ElectronicSeller {
  const { siret, siren, vatNumber } = provider;
  const legalInfo = fitted(provider.activityMention, longest.text);
  const { name, phone, email } = provider.contact;
  const contact = [
    ["name", fitted(name, longest.name)],
    ["phone", fitted(phone, longest.name)],
    ["email", fitted(email, longest.name)],
  ].filter(([, text]) => text !== undefined);
  return {
    name: fitted(provider.name, longest.name) ?? siret,
    siret,
    siren,
    electronicAddress: siren,
    ...(vatNumber !== undefined && { vatNumber }),
    ...(legalInfo !== undefined && { legalInfo }),
    address: addressOf(provider.address),
    ...(contact.length > 0 && { contact: Object.fromEntries(contact) }),
  };
}

function buyerOf({ customer }: InvoiceDocument): ElectronicBuyer {
  const { siret, siren, electronicAddress } = customer;
  const serviceCode = fitted(customer.serviceCode, longest.serviceCode);
  return {
    name: fitted(customer.name, longest.name) ?? siret,
    siret,
    siren,
    electronicAddress,
    ...(serviceCode !== undefined && customer.isPublic && { serviceCode }),
    address: addressOf(customer.address),
  };
}

function addressOf(address: Address | undefined): ElectronicAddress {
  const street = fitted(address?.street, longest.address);
  const postalCode = fitted(address?.postalCode, longest.address);
  const city = fitted(address?.city, longest.address);
  return {
    lines: street === undefined ? [] : [street],
    ...(postalCode !== undefined && { postalCode }),
    ...(city !== undefined && { city }),
    country: "FR",
  };
}

/** Nothing is to be paid for a credit note, nor for what is paid. */
function paymentOf({ type, provider: { bank }, totals, number }: InvoiceDocument): ElectronicPayment | undefined {
  if (bank === undefined || type === "credit-note" || totals.dueCents <= 0) return undefined;
  const holder = fitted(bank.holder, longest.name);
  return {
    means: "30",
    reference: number,
    iban: bank.iban,
    ...(holder !== undefined && { holder }),
    ...(bank.bic !== undefined && { bic: bank.bic }),
  };
}

function lineOf(line: InvoiceDocumentLine, index: number): ElectronicLine {
  const { trainee, unit, quantity, startsOn, endsOn } = line;
  const who = trainee && `Stagiaire : ${trainee.name ?? trainee.id}`;
  const description = fitted([line.description, who].filter((part) => part !== undefined).join("\n"), longest.text);
  return {
    id: String(index + 1),
    name: fitted(line.label, longest.text) ?? "-",
    ...(description !== undefined && { description }),
    quantityTenThousandths: unit === "hour" ? divideHalfUp(quantity * 10_000, 60) : quantity * 10_000,
    unit: unitCodeOf[unit],
    unitPriceMicros: line.unitPriceCents * 10_000,
    netCents: line.amountCents,
    ...vatOf(line.vatRegime, line.vatRate),
    ...(startsOn !== undefined && endsOn !== undefined && { period: { startsOn, endsOn } }),
  };
}

/** A text that XML can hold, of so many characters at most; nothing when nothing is left of it. */
function fitted(text: string | undefined, most: number): string | undefined {
  const clean = withoutUnwritable((text ?? "").normalize("NFC"))
    .replace(/[^\P{Cc}\t\n]/gu, " ")
    .trim();
  const characters = [...clean];
  const kept =
    characters.length <= most
      ? clean
      : `${characters
          .slice(0, most - 1)
          .join("")
          .trimEnd()}…`;
  return kept === "" ? undefined : kept;
}
