import type {
  Customer,
  Invoice,
  InvoiceDocument,
  InvoiceKind,
  InvoiceStatus,
  IssuedInvoice,
  PurchaseOrder,
  Siret,
  TakenNumber,
  TrainingAgreement,
} from "@kairos/core";

export interface InvoiceFilter {
  readonly status?: InvoiceStatus;
  readonly kind?: InvoiceKind;
  readonly sessionReference?: string;
  /** Issued and neither paid, credited nor a credit note: something is still awaited. */
  readonly isOpen?: true;
  /** Folded text found in the reference, the number or the title. */
  readonly search?: string;
  readonly limit?: number;
}

/** An invoice as it was on the day it was issued, and the document that says so. Kept once, never changed. */
export interface SealedInvoice {
  readonly invoice: IssuedInvoice;
  readonly document: InvoiceDocument;
}

/** What a store keeps of agreements, orders and invoices. */
export interface Invoicing {
  readonly customers: {
    get(siret: Siret, customerSiret: Siret): Promise<Customer | undefined>;
    save(customer: Customer): Promise<void>;
    list(): Promise<readonly Customer[]>;
  };
  readonly trainingAgreements: {
    get(reference: string): Promise<TrainingAgreement | undefined>;
    save(agreement: TrainingAgreement): Promise<void>;
    /** The last entered first. */
    list(filter?: { readonly search?: string; readonly limit?: number }): Promise<readonly TrainingAgreement[]>;
  };
  readonly purchaseOrders: {
    get(reference: string): Promise<PurchaseOrder | undefined>;
    save(order: PurchaseOrder): Promise<void>;
    /** The last entered first. */
    list(filter?: {
      readonly agreement?: string;
      readonly sessionReference?: string;
      readonly search?: string;
      readonly limit?: number;
    }): Promise<readonly PurchaseOrder[]>;
  };
  readonly invoices: {
    /** By its reference, or by its number. */
    get(named: string): Promise<Invoice | undefined>;
    save(invoice: Invoice): Promise<void>;
    /** The last prepared first. */
    list(filter?: InvoiceFilter): Promise<readonly Invoice[]>;
    /** Others of the same session, order or quote: drafts and credit notes too. */
    related(invoice: Pick<Invoice, "reference" | "sessionReference" | "order" | "quote">): Promise<readonly Invoice[]>;
    /** Keeps what was issued, once: a number that is kept already throws. */
    seal(sealed: SealedInvoice): Promise<void>;
    sealed(number: string): Promise<SealedInvoice | undefined>;
    /** What was issued in a year, whatever the series: as it was sealed, and as it is kept now. */
    issuedIn(year: number): Promise<readonly { readonly sealed: IssuedInvoice; readonly kept: Invoice | undefined }[]>;
    /** Numbers of a series in a year, in their order. */
    numbers(series: string, year: number): Promise<readonly TakenNumber[]>;
    /** The last number of a series, whatever the year. */
    lastNumber(series: string): Promise<TakenNumber | undefined>;
  };
}
