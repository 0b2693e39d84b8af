import type { IsoDate, Period } from "../../../shared/calendar.js";
import type { Element } from "../../../shared/element.js";
import { writeXml } from "../../../shared/write-xml.js";
import { type FacturXProfile, guidelines } from "../codes.js";
import { decimal } from "../decimals.js";
import type { ElectronicInvoice, ElectronicLine, VatBreakdown, VatOf } from "../electronic-invoice.js";
import { ciiElement } from "./build.js";
import { buyerParty, sellerParty } from "./parties.js";
import { type CiiContent, ciiNamespaces } from "./schema.js";

/** EN 16931, unless the buyer wants its SIRET and a service code together: one identifier is all that profile can hold (FX-SCH-A-000164). */
export function profileOf({ buyer }: Pick<ElectronicInvoice, "buyer">): FacturXProfile {
  return buyer.siret !== undefined && buyer.serviceCode !== undefined ? "extended" : "en16931";
}

/**
 * The file `factur-x.xml` of an invoice: Cross Industry Invoice D22B, the same text for the same invoice. It writes what it is given;
 * whether that is right is asked of `checkElectronicInvoice` before.
 */
export function writeCii(invoice: ElectronicInvoice): string {
  return writeXml(ciiOf(invoice));
}

export function ciiOf(invoice: ElectronicInvoice): Element {
  const { deliveredOn } = invoice;
  const profile = profileOf(invoice);
  const namespaces = Object.fromEntries(Object.entries(ciiNamespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
  const content: CiiContent<"Invoice"> = {
    ExchangedDocumentContext: {
      BusinessProcessSpecifiedDocumentContextParameter: { ID: invoice.process },
      GuidelineSpecifiedDocumentContextParameter: { ID: guidelines[profile] },
    },
    ExchangedDocument: {
      ID: invoice.number,
      TypeCode: invoice.type,
      IssueDateTime: moment(invoice.issuedOn),
      IncludedNote: invoice.notes.map(({ subject, text }) => ({ Content: text, SubjectCode: subject })),
    },
    SupplyChainTradeTransaction: {
      IncludedSupplyChainTradeLineItem: invoice.lines.map((line) => lineItem(line, profile === "extended" ? invoice.vat : [])),
      ApplicableHeaderTradeAgreement: {
        BuyerReference: invoice.buyerReference,
        SellerTradeParty: sellerParty(invoice.seller),
        BuyerTradeParty: buyerParty(invoice.buyer),
        BuyerOrderReferencedDocument: cited(invoice.order),
        ContractReferencedDocument: cited(invoice.contract),
      },
      ApplicableHeaderTradeDelivery: {
        ActualDeliverySupplyChainEvent: deliveredOn === undefined ? undefined : { OccurrenceDateTime: moment(deliveredOn) },
      },
      ApplicableHeaderTradeSettlement: settlement(invoice),
    },
  };
  return ciiElement("rsm:CrossIndustryInvoice", "Invoice", content, namespaces);
}

function lineItem(line: ElectronicLine, vat: readonly VatBreakdown[]): CiiContent<"LineItem"> {
  return {
    AssociatedDocumentLineDocument: { LineID: line.id },
    SpecifiedTradeProduct: { Name: line.name, Description: line.description },
    SpecifiedLineTradeAgreement: { NetPriceProductTradePrice: { ChargeAmount: decimal(line.unitPriceMicros, 6, 2) } },
    SpecifiedLineTradeDelivery: {
      BilledQuantity: { text: decimal(line.quantityTenThousandths, 4), attributes: { unitCode: line.unit } },
    },
    SpecifiedLineTradeSettlement: {
      ApplicableTradeTax: {
        ...tax(line),
        ...exemption(vat.find(({ category, rate }) => category === line.category && rate === line.rate)),
      },
      BillingSpecifiedPeriod: period(line.period),
      SpecifiedTradeSettlementLineMonetarySummation: { LineTotalAmount: amount(line.netCents) },
    },
  };
}

function settlement(invoice: ElectronicInvoice): CiiContent<"Settlement"> {
  const { payment, terms, dueOn, totals } = invoice;
  return {
    PaymentReference: payment?.reference,
    InvoiceCurrencyCode: invoice.currency,
    SpecifiedTradeSettlementPaymentMeans: payment && {
      TypeCode: payment.means,
      PayeePartyCreditorFinancialAccount: { IBANID: payment.iban, AccountName: payment.holder },
      PayeeSpecifiedCreditorFinancialInstitution: payment.bic === undefined ? undefined : { BICID: payment.bic },
    },
    ApplicableTradeTax: invoice.vat.map((group) => ({
      ...tax(group),
      ...exemption(group),
      CalculatedAmount: amount(group.taxCents),
      BasisAmount: amount(group.taxableCents),
    })),
    BillingSpecifiedPeriod: period(invoice.period),
    SpecifiedTradeAllowanceCharge: invoice.allowances.map((one) => ({
      ChargeIndicator: { Indicator: "false" },
      ActualAmount: amount(one.amountCents),
      Reason: one.reason,
      CategoryTradeTax: tax(one),
    })),
    SpecifiedTradePaymentTerms:
      terms === undefined && dueOn === undefined ? undefined : { Description: terms, DueDateDateTime: moment(dueOn) },
    SpecifiedTradeSettlementHeaderMonetarySummation: {
      LineTotalAmount: amount(totals.linesCents),
      AllowanceTotalAmount: totals.allowancesCents === undefined ? undefined : amount(totals.allowancesCents),
      TaxBasisTotalAmount: amount(totals.netCents),
      TaxTotalAmount: { text: amount(totals.vatCents), attributes: { currencyID: invoice.currency } },
      GrandTotalAmount: amount(totals.grossCents),
      TotalPrepaidAmount: totals.prepaidCents === undefined ? undefined : amount(totals.prepaidCents),
      DuePayableAmount: amount(totals.dueCents),
    },
    InvoiceReferencedDocument: invoice.preceding.map(({ number, issuedOn }) => ({
      IssuerAssignedID: number,
      FormattedIssueDateTime: moment(issuedOn),
    })),
  };
}

/** `0` of an exemption: BR-FR-16 refuses it with more than two decimals. */
function tax({ category, rate }: VatOf): CiiContent<"Tax"> {
  return { TypeCode: "VAT", CategoryCode: category, RateApplicablePercent: decimal(rate, 2) };
}

function exemption(group: VatBreakdown | undefined): CiiContent<"Tax"> {
  return { ExemptionReason: group?.exemption?.reason, ExemptionReasonCode: group?.exemption?.code };
}

function cited(number: string | undefined): CiiContent<"Reference"> | undefined {
  return number === undefined ? undefined : { IssuerAssignedID: number };
}

function period(days: Period | undefined): CiiContent<"SpecifiedPeriod"> | undefined {
  return days && { StartDateTime: moment(days.startsOn), EndDateTime: moment(days.endsOn) };
}

/** Format 102: year, month and day without a separator. */
function moment(day: IsoDate): CiiContent<"DateTime">;
function moment(day: IsoDate | undefined): CiiContent<"DateTime"> | undefined;
function moment(day: IsoDate | undefined): CiiContent<"DateTime"> | undefined {
  return day === undefined ? undefined : { DateTimeString: { text: day.replaceAll("-", ""), attributes: { format: "102" } } };
}

function amount(cents: number): string {
  return decimal(cents, 2, 2);
}
