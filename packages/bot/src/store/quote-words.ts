import type { Quote, QuoteDocument, QuoteStatus, QuoteSummary, QuoteTemplate } from "@kairos/core";

/** A version of a quote that left the draft: what became of it, and the document the candidate saw. */
export interface QuoteVersion {
  readonly version: number;
  readonly quote: Quote;
  readonly document: QuoteDocument;
}

export interface QuoteFilter {
  readonly status?: QuoteStatus;
  readonly traineeId?: string;
  readonly sessionReference?: string;
  /** Folded text found in the reference or the title. */
  readonly search?: string;
  readonly limit?: number;
}

/** What a store keeps of quotes. */
export interface Quoting {
  readonly quotes: {
    get(reference: string): Promise<Quote | undefined>;
    save(quote: Quote): Promise<void>;
    list(filter?: QuoteFilter): Promise<readonly Quote[]>;
    /** Other quotes of the same trainee or the same session: what overlaps and groups are seen from. */
    related(quote: Quote): Promise<readonly QuoteSummary[]>;
    /** Those of any of these sessions, in no order. */
    ofSessions(references: readonly string[]): Promise<readonly QuoteSummary[]>;
    /** Hourly costs of the provider's other quotes with the same title, latest first, at most 50. */
    hourlyCostsOf(title: string, except: string): Promise<readonly number[]>;
    /** Keeps a version that left the draft: what becomes of it follows, its document stays the one first kept. */
    seal(version: QuoteVersion, reference: string): Promise<void>;
    versions(reference: string): Promise<readonly QuoteVersion[]>;
  };
  readonly templates: {
    get(name: string): Promise<QuoteTemplate | undefined>;
    save(template: QuoteTemplate): Promise<void>;
    list(): Promise<readonly QuoteTemplate[]>;
  };
}
