import type { IsoDate, Period } from "../../shared/calendar.js";
import type { BasisPoints, Cents } from "../../shared/money.js";
import type { DocumentType, ExemptionCode, NoteSubject, PaymentMeans, Process, UnitCode, VatCategory } from "./codes.js";

/**
 * An invoice by the business terms of EN 16931 (each field names its own, BT or BG), as the French reform and Chorus Pro take it.
 * Nothing is computed from it when it is written: what it says is what the file says, and `electronicInvoiceRules` judge it.
 * Amounts are integer cents of euro, VAT excluded unless said; a credit note has positive amounts too.
 */
export interface ElectronicInvoice {
  /** BT-23, the French « cadre de facturation ». */
  readonly process: Process;
  /** BT-1. */
  readonly number: string;
  /** BT-3. */
  readonly type: DocumentType;
  /** BT-2. */
  readonly issuedOn: IsoDate;
  /** BT-9. Of an invoice already paid: the day it was. */
  readonly dueOn?: IsoDate;
  /** BT-5. */
  readonly currency: "EUR";
  /** BG-1. */
  readonly notes: readonly ElectronicNote[];
  /** BT-10: the service of Chorus Pro that treats it (« service exécutant »). */
  readonly buyerReference?: string;
  /** BT-12. */
  readonly contract?: string;
  /** BT-13: the order, or the commitment (« engagement »). */
  readonly order?: string;
  /** BG-3: what it corrects, or the deposits it takes off. */
  readonly preceding: readonly PrecedingInvoice[];
  /** BG-4. */
  readonly seller: ElectronicSeller;
  /** BG-7. */
  readonly buyer: ElectronicBuyer;
  /** BT-72: the day the service was rendered. */
  readonly deliveredOn?: IsoDate;
  /** BG-14: BT-73 and BT-74. */
  readonly period?: Period;
  /** BG-16. */
  readonly payment?: ElectronicPayment;
  /** BT-20. */
  readonly terms?: string;
  /** BG-20. */
  readonly allowances: readonly ElectronicAllowance[];
  /** BG-25. */
  readonly lines: readonly ElectronicLine[];
  /** BG-23. */
  readonly vat: readonly VatBreakdown[];
  /** BG-22. */
  readonly totals: ElectronicTotals;
}

export interface ElectronicNote {
  /** BT-21. */
  readonly subject: NoteSubject;
  /** BT-22. */
  readonly text: string;
}

export interface PrecedingInvoice {
  /** BT-25. */
  readonly number: string;
  /** BT-26. */
  readonly issuedOn: IsoDate;
}

/** BG-5 or BG-8. */
export interface ElectronicAddress {
  /** BT-35, BT-36 and BT-162 (BT-50, BT-51 and BT-163 of the buyer): three at most. */
  readonly lines: readonly string[];
  /** BT-38 or BT-53. */
  readonly postalCode?: string;
  /** BT-37 or BT-52. */
  readonly city?: string;
  /** BT-40 or BT-55, two letters (ISO 3166-1). */
  readonly country: string;
}

interface ElectronicParty {
  /** BT-27 or BT-44. */
  readonly name: string;
  /** BT-29 or BT-46, scheme 0009. */
  readonly siret?: string;
  /** BT-34 or BT-49, scheme 0225: the SIREN, alone or followed by `_` and what the directory knows. */
  readonly electronicAddress?: string;
  /** BG-5 or BG-8. */
  readonly address: ElectronicAddress;
  /** BT-31 or BT-48. */
  readonly vatNumber?: string;
}

export interface ElectronicSeller extends ElectronicParty {
  /** BT-30, scheme 0002. Written as BT-32 too when there is no VAT number: an exemption needs one of both (BR-E-02). */
  readonly siren: string;
  /** BT-33: the activity number's sentence, the legal form… */
  readonly legalInfo?: string;
  /** BG-6: BT-41, BT-42 and BT-43. */
  readonly contact?: { readonly name?: string; readonly phone?: string; readonly email?: string };
}

export interface ElectronicBuyer extends ElectronicParty {
  /** BT-47, scheme 0002. */
  readonly siren?: string;
  /** BT-46, scheme 0224: only where the buyer wants it beside its SIRET, which the EXTENDED profile alone can hold. */
  readonly serviceCode?: string;
}

export interface ElectronicPayment {
  /** BT-81. */
  readonly means: PaymentMeans;
  /** BT-83: what the payment should mention. */
  readonly reference?: string;
  /** BT-84. */
  readonly iban: string;
  /** BT-85. */
  readonly holder?: string;
  /** BT-86. */
  readonly bic?: string;
}

/** Which VAT an amount bears. */
export interface VatOf {
  /** BT-151, BT-95 or BT-118. */
  readonly category: VatCategory;
  /** BT-152, BT-96 or BT-119. */
  readonly rate: BasisPoints;
}

export interface ElectronicAllowance extends VatOf {
  /** BT-97. */
  readonly reason: string;
  /** BT-92. */
  readonly amountCents: Cents;
}

export interface ElectronicLine extends VatOf {
  /** BT-126. */
  readonly id: string;
  /** BT-153. */
  readonly name: string;
  /** BT-154. */
  readonly description?: string;
  /** BT-129, in ten-thousandths: 35 000 is 3.5. */
  readonly quantityTenThousandths: number;
  /** BT-130. */
  readonly unit: UnitCode;
  /** BT-146, in millionths of a euro: 17 000 000 is 17 €. */
  readonly unitPriceMicros: number;
  /** BT-131. */
  readonly netCents: Cents;
  /** BG-26: BT-134 and BT-135. */
  readonly period?: Period;
}

export interface VatBreakdown extends VatOf {
  /** BT-116. */
  readonly taxableCents: Cents;
  /** BT-117. */
  readonly taxCents: Cents;
  readonly exemption?: {
    /** BT-120. */
    readonly reason: string;
    /** BT-121. */
    readonly code: ExemptionCode;
  };
}

export interface ElectronicTotals {
  /** BT-106: the lines together. */
  readonly linesCents: Cents;
  /** BT-107: the allowances together; nothing where there is none. */
  readonly allowancesCents?: Cents;
  /** BT-109: VAT excluded. */
  readonly netCents: Cents;
  /** BT-110. */
  readonly vatCents: Cents;
  /** BT-112: VAT included. */
  readonly grossCents: Cents;
  /** BT-113: what was paid already; nothing where nothing was. */
  readonly prepaidCents?: Cents;
  /** BT-115: what is left to pay. */
  readonly dueCents: Cents;
}
