/**
 * The part of UN/CEFACT's Cross Industry Invoice (D22B, as Factur-X 1.09 restricts it) that is written: each type, its elements in the order
 * of the XSD, and the type of each. What is not here cannot be written, and nothing can be written out of order.
 */
export const ciiTypes = schema({
  Invoice: {
    ExchangedDocumentContext: "Context",
    ExchangedDocument: "Document",
    SupplyChainTradeTransaction: "Transaction",
  },
  Context: { BusinessProcessSpecifiedDocumentContextParameter: "Parameter", GuidelineSpecifiedDocumentContextParameter: "Parameter" },
  Parameter: { ID: "Text" },
  Document: { ID: "Text", TypeCode: "Text", IssueDateTime: "DateTime", IncludedNote: "Note" },
  Note: { Content: "Text", SubjectCode: "Text" },
  Transaction: {
    IncludedSupplyChainTradeLineItem: "LineItem",
    ApplicableHeaderTradeAgreement: "Agreement",
    ApplicableHeaderTradeDelivery: "Delivery",
    ApplicableHeaderTradeSettlement: "Settlement",
  },
  LineItem: {
    AssociatedDocumentLineDocument: "LineDocument",
    SpecifiedTradeProduct: "Product",
    SpecifiedLineTradeAgreement: "LineAgreement",
    SpecifiedLineTradeDelivery: "LineDelivery",
    SpecifiedLineTradeSettlement: "LineSettlement",
  },
  LineDocument: { LineID: "Text" },
  Product: { Name: "Text", Description: "Text" },
  LineAgreement: { NetPriceProductTradePrice: "Price" },
  Price: { ChargeAmount: "Text" },
  LineDelivery: { BilledQuantity: "Text" },
  LineSettlement: {
    ApplicableTradeTax: "Tax",
    BillingSpecifiedPeriod: "SpecifiedPeriod",
    SpecifiedTradeSettlementLineMonetarySummation: "LineSummation",
  },
  LineSummation: { LineTotalAmount: "Text" },
  Agreement: {
    BuyerReference: "Text",
    SellerTradeParty: "Party",
    BuyerTradeParty: "Party",
    BuyerOrderReferencedDocument: "Reference",
    ContractReferencedDocument: "Reference",
  },
  Party: {
    GlobalID: "Text",
    Name: "Text",
    Description: "Text",
    SpecifiedLegalOrganization: "Organization",
    DefinedTradeContact: "Contact",
    PostalTradeAddress: "Address",
    URIUniversalCommunication: "Communication",
    SpecifiedTaxRegistration: "Registration",
  },
  Organization: { ID: "Text" },
  Contact: { PersonName: "Text", TelephoneUniversalCommunication: "Communication", EmailURIUniversalCommunication: "Communication" },
  Address: { PostcodeCode: "Text", LineOne: "Text", LineTwo: "Text", LineThree: "Text", CityName: "Text", CountryID: "Text" },
  Communication: { URIID: "Text", CompleteNumber: "Text" },
  Registration: { ID: "Text" },
  Reference: { IssuerAssignedID: "Text", FormattedIssueDateTime: "QualifiedDateTime" },
  Delivery: { ActualDeliverySupplyChainEvent: "Event" },
  Event: { OccurrenceDateTime: "DateTime" },
  Settlement: {
    PaymentReference: "Text",
    InvoiceCurrencyCode: "Text",
    SpecifiedTradeSettlementPaymentMeans: "PaymentMeans",
    ApplicableTradeTax: "Tax",
    BillingSpecifiedPeriod: "SpecifiedPeriod",
    SpecifiedTradeAllowanceCharge: "AllowanceCharge",
    SpecifiedTradePaymentTerms: "PaymentTerms",
    SpecifiedTradeSettlementHeaderMonetarySummation: "Summation",
    InvoiceReferencedDocument: "Reference",
  },
  PaymentMeans: {
    TypeCode: "Text",
    PayeePartyCreditorFinancialAccount: "Account",
    PayeeSpecifiedCreditorFinancialInstitution: "Institution",
  },
  Account: { IBANID: "Text", AccountName: "Text" },
  Institution: { BICID: "Text" },
  Tax: {
    CalculatedAmount: "Text",
    TypeCode: "Text",
    ExemptionReason: "Text",
    BasisAmount: "Text",
    CategoryCode: "Text",
    ExemptionReasonCode: "Text",
    RateApplicablePercent: "Text",
  },
  SpecifiedPeriod: { StartDateTime: "DateTime", EndDateTime: "DateTime" },
  AllowanceCharge: { ChargeIndicator: "IndicatorType", ActualAmount: "Text", Reason: "Text", CategoryTradeTax: "Tax" },
  IndicatorType: { Indicator: "Text" },
  PaymentTerms: { Description: "Text", DueDateDateTime: "DateTime" },
  Summation: {
    LineTotalAmount: "Text",
    AllowanceTotalAmount: "Text",
    TaxBasisTotalAmount: "Text",
    TaxTotalAmount: "Text",
    GrandTotalAmount: "Text",
    TotalPrepaidAmount: "Text",
    DuePayableAmount: "Text",
  },
  DateTime: { DateTimeString: "Text" },
  QualifiedDateTime: { DateTimeString: "Text" },
});

type CiiTypes = typeof ciiTypes;
export type CiiType = keyof CiiTypes;

/** The prefix of the elements of a type; `ram` of all others. */
export const prefixes: Partial<Readonly<Record<CiiType, string>>> = {
  Invoice: "rsm",
  IndicatorType: "udt",
  DateTime: "udt",
  QualifiedDateTime: "qdt",
};

export const ciiNamespaces = {
  rsm: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  ram: "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  udt: "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
  qdt: "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
} as const;

/** A text, with the attribute that says how to read it: its scheme, its unit… */
export interface CiiText {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What may be written in a type: its elements, in whatever order; one of them, several, or none. */
export type CiiContent<Type extends CiiType> = {
  readonly [Name in keyof CiiTypes[Type]]?: Repeated<Inside<CiiTypes[Type][Name]>>;
};
type Inside<Named> = Named extends CiiType ? CiiContent<Named> : CiiText | string;
type Repeated<Content> = Content | readonly Content[] | undefined;

/** Checks that every type named in the table is one of the table, or a text. */
function schema<const Types extends { readonly [Type in keyof Types]: Readonly<Record<string, "Text" | keyof Types>> }>(
  types: Types,
): Types {
  return types;
}
