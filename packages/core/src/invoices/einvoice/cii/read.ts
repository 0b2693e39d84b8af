import { childrenOf, type Element, within } from "../../../shared/element.js";
import type { Problem } from "../../../shared/problem.js";
import { failure, type Result, success } from "../../../shared/result.js";
import { raise } from "../../../shared/rules.js";
import { excerpt } from "../../../shared/text.js";
import type { ElectronicAllowance, VatBreakdown } from "../electronic-invoice.js";
import type { Lenient, ReadInvoice, ReadLine, ReadProfile, ReadTerms, ReadTotals } from "../read-invoice.js";
import { readingRules } from "../reading-rules.js";
import { checkSums } from "../rules/sums.js";
import { type Fields, fieldsTelling, known, knownAtAll, type UnreadableValue } from "./fields.js";
import { readBuyer, readPeriod, readSeller } from "./read-parties.js";

/** Is this root an invoice that can be read; what else it is when it is not. */
export function refusedRoot(name: string): Problem | undefined {
  if (name === "CrossIndustryInvoice") return undefined;
  if (name === "Invoice" || name === "CreditNote") return raise(readingRules, "einvoice.other-syntax", [], { syntax: "UBL" });
  if (name === "CrossIndustryDocument") return raise(readingRules, "einvoice.other-syntax", [], { syntax: "ZUGFeRD 1" });
  return raise(readingRules, "einvoice.not-an-invoice", [], { root: excerpt(name) });
}

/**
 * Reads an invoice of anybody's: Cross Industry Invoice of any profile, as a tree whose names have no prefix. Unknown elements are ignored;
 * what is unreadable, missing or does not add up is told beside what could be read.
 */
export function readCii(root: Element): Result<ReadInvoice> {
  const refused = refusedRoot(root.name);
  if (refused !== undefined) return failure(refused);
  const unreadable: UnreadableValue[] = [];
  const fields = fieldsTelling((value) => unreadable.push(value));
  const guideline = fields.text(root, "ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID");
  const profile = guideline === undefined ? undefined : profileNamed(guideline);
  const terms = readTerms(root, fields);
  const faults = unreadable.slice(0, mostFaults).map(({ element, value, line }) => {
    return raise(readingRules, "einvoice.value-unreadable", [], { element, value: excerpt(value), line });
  });
  const partial = profile === "minimum" || profile === "basic-wl";
  const problems: readonly Problem[] = [
    ...(partial ? [raise(readingRules, "einvoice.summary-only", [], { profile: profileNames[profile] })] : []),
    ...missingTerms(terms),
    ...faults,
    ...checkSums({ terms, hasLines: !partial, hasPrepaid: profile !== "minimum" }),
  ];
  return success({ ...known({ guideline, profile }), terms, problems });
}

/** Beyond them, nobody reads. */
const mostFaults = 50;

function readTerms(root: Element, fields: Fields): ReadTerms {
  const { text, day } = fields;
  const document = within(root, "ExchangedDocument");
  const transaction = within(root, "SupplyChainTradeTransaction");
  const agreement = within(transaction, "ApplicableHeaderTradeAgreement");
  const delivery = within(transaction, "ApplicableHeaderTradeDelivery");
  const settlement = within(transaction, "ApplicableHeaderTradeSettlement");
  const changes = childrenOf(settlement, "SpecifiedTradeAllowanceCharge").map((one) => {
    return { isCharge: /^(true|1)$/.test(text(one, "ChargeIndicator", "Indicator") ?? ""), change: readChange(one, fields) };
  });
  const charges = [
    ...changes.filter(({ isCharge }) => isCharge).map(({ change }) => change),
    ...childrenOf(settlement, "SpecifiedLogisticsServiceCharge").map((one) => readFreight(one, fields)),
  ];
  return {
    ...known({
      process: text(root, "ExchangedDocumentContext", "BusinessProcessSpecifiedDocumentContextParameter", "ID"),
      number: text(document, "ID"),
      type: text(document, "TypeCode"),
      issuedOn: day(document, "IssueDateTime"),
      dueOn: day(settlement, "SpecifiedTradePaymentTerms", "DueDateDateTime"),
      currency: text(settlement, "InvoiceCurrencyCode"),
      buyerReference: text(agreement, "BuyerReference"),
      contract: text(agreement, "ContractReferencedDocument", "IssuerAssignedID"),
      order: text(agreement, "BuyerOrderReferencedDocument", "IssuerAssignedID"),
      deliveredOn: day(delivery, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime"),
      period: readPeriod(within(settlement, "BillingSpecifiedPeriod"), fields),
      payment: readPayment(settlement, fields),
      terms: text(settlement, "SpecifiedTradePaymentTerms", "Description"),
      charges: charges.length === 0 ? undefined : charges,
    }),
    notes: childrenOf(document, "IncludedNote").map((note) => known({ subject: text(note, "SubjectCode"), text: text(note, "Content") })),
    preceding: childrenOf(settlement, "InvoiceReferencedDocument").map((one) =>
      known({ number: text(one, "IssuerAssignedID"), issuedOn: day(one, "FormattedIssueDateTime") }),
    ),
    seller: readSeller(within(agreement, "SellerTradeParty"), fields),
    buyer: readBuyer(within(agreement, "BuyerTradeParty"), fields),
    allowances: changes.filter(({ isCharge }) => !isCharge).map(({ change }) => change),
    lines: childrenOf(transaction, "IncludedSupplyChainTradeLineItem").map((line) => readLine(line, fields)),
    vat: childrenOf(settlement, "ApplicableTradeTax").map((tax) => readBreakdown(tax, fields)),
    totals: readTotals(settlement, fields),
  };
}

function readLine(item: Element, fields: Fields): ReadLine {
  const { text, number, cents } = fields;
  const settlement = within(item, "SpecifiedLineTradeSettlement");
  const price = within(item, "SpecifiedLineTradeAgreement", "NetPriceProductTradePrice");
  const quantity = within(item, "SpecifiedLineTradeDelivery", "BilledQuantity");
  const basis = number(4, "rounded", price, "BasisQuantity") ?? oneOfIt;
  const isAdjusted = basis !== oneOfIt || within(settlement, "SpecifiedTradeAllowanceCharge") !== undefined;
  return known({
    id: text(item, "AssociatedDocumentLineDocument", "LineID"),
    name: text(item, "SpecifiedTradeProduct", "Name"),
    description: text(item, "SpecifiedTradeProduct", "Description"),
    quantityTenThousandths: number(4, "rounded", quantity),
    unit: quantity?.attributes.get("unitCode"),
    unitPriceMicros: number(6, "rounded", price, "ChargeAmount"),
    netCents: cents(settlement, "SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"),
    ...readTax(within(settlement, "ApplicableTradeTax"), fields),
    period: readPeriod(within(settlement, "BillingSpecifiedPeriod"), fields),
    isAdjusted: isAdjusted ? (true as const) : undefined,
  });
}

const oneOfIt = 10_000;

function readTax(tax: Element | undefined, { text, number }: Fields) {
  return known({ category: text(tax, "CategoryCode"), rate: number(2, "refused", tax, "RateApplicablePercent") });
}

function readChange(one: Element, fields: Fields): Lenient<ElectronicAllowance> {
  const { text, cents } = fields;
  return known({
    reason: text(one, "Reason"),
    amountCents: cents(one, "ActualAmount"),
    ...readTax(within(one, "CategoryTradeTax"), fields),
  });
}

/** The carriage of the EXTENDED profile, which is one more charge. */
function readFreight(one: Element, fields: Fields): Lenient<ElectronicAllowance> {
  const { text, cents } = fields;
  const tax = readTax(within(one, "AppliedTradeTax"), fields);
  return known({ reason: text(one, "Description"), amountCents: cents(one, "AppliedAmount"), ...tax });
}

function readBreakdown(tax: Element, fields: Fields): Lenient<VatBreakdown> {
  const { text, cents } = fields;
  return known({
    ...readTax(tax, fields),
    taxableCents: cents(tax, "BasisAmount"),
    taxCents: cents(tax, "CalculatedAmount"),
    exemption: knownAtAll({ reason: text(tax, "ExemptionReason"), code: text(tax, "ExemptionReasonCode") }),
  });
}

function readPayment(settlement: Element | undefined, { text }: Fields) {
  const means = within(settlement, "SpecifiedTradeSettlementPaymentMeans");
  const account = within(means, "PayeePartyCreditorFinancialAccount");
  return knownAtAll({
    means: text(means, "TypeCode"),
    reference: text(settlement, "PaymentReference"),
    iban: text(account, "IBANID"),
    holder: text(account, "AccountName"),
    bic: text(means, "PayeeSpecifiedCreditorFinancialInstitution", "BICID"),
  });
}

/** The VAT of an invoice whose VAT is told in another currency too is that of its own currency. */
function readTotals(settlement: Element | undefined, fields: Fields): ReadTotals {
  const summation = within(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const currency = fields.text(settlement, "InvoiceCurrencyCode");
  const taxes = childrenOf(summation, "TaxTotalAmount");
  const own = taxes.find(({ attributes }) => attributes.get("currencyID") === currency) ?? taxes[0];
  const cents = (name: string) => fields.cents(summation, name);
  return known({
    linesCents: cents("LineTotalAmount"),
    chargesCents: cents("ChargeTotalAmount"),
    allowancesCents: cents("AllowanceTotalAmount"),
    netCents: cents("TaxBasisTotalAmount"),
    vatCents: fields.cents(own),
    roundingCents: cents("RoundingAmount"),
    grossCents: cents("GrandTotalAmount"),
    prepaidCents: cents("TotalPrepaidAmount"),
    dueCents: cents("DuePayableAmount"),
  });
}

/** What every profile has. */
function missingTerms({ number, type, issuedOn, currency, seller, buyer, totals }: ReadTerms): readonly Problem[] {
  const said = {
    "BT-1": number,
    "BT-3": type,
    "BT-2": issuedOn,
    "BT-5": currency,
    "BT-27": seller.name,
    "BT-44": buyer.name,
    "BT-109": totals.netCents,
    "BT-112": totals.grossCents,
    "BT-115": totals.dueCents,
  };
  const missing = (Object.keys(said) as (keyof typeof said)[]).filter((term) => said[term] === undefined);
  return missing.map((term) => raise(readingRules, "einvoice.term-missing", [], { term }));
}

export const profileNames: Readonly<Record<ReadProfile, string>> = {
  minimum: "MINIMUM",
  "basic-wl": "BASIC WL",
  basic: "BASIC",
  en16931: "EN 16931",
  extended: "EXTENDED",
};

/** Factur-X and ZUGFeRD 2 name them alike, by the end; the French platforms add their own. */
function profileNamed(guideline: string): ReadProfile | undefined {
  const end = guideline.toLowerCase().split(/[#:]/).at(-1) ?? "";
  const compact = end.replace(/[^a-z0-9]/g, "");
  if (compact === "minimum") return "minimum";
  if (compact === "basicwl") return "basic-wl";
  if (compact === "basic") return "basic";
  if (compact.startsWith("extended")) return "extended";
  return guideline.startsWith("urn:cen.eu:en16931:2017") ? "en16931" : undefined;
}
