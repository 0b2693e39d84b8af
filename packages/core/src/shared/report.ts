import type { IsoDate } from "./calendar.js";

/** A text of the provider, ready to be printed or written as Markdown: what it says is decided, only its looks are left. In French. */
export interface ReportDocument {
  readonly kind: "report";
  /** As in a file name: `revue-R-0001`. */
  readonly name: string;
  readonly title: string;
  /** Above the title, in capitals on paper. */
  readonly genre: string;
  readonly issuer: { readonly name: string; readonly siret: string };
  readonly issuedOn: IsoDate;
  /** Short facts under the title. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly ReportSection[];
  /** Frames to sign in, at the end. */
  readonly signatures: readonly { readonly name: string; readonly expected: string }[];
}

export interface ReportSection {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  readonly table?: {
    /** `share`: how much of the width a column takes, beside the others; one unless said. */
    readonly columns: readonly { readonly title: string; readonly share?: number }[];
    readonly rows: readonly (readonly string[])[];
  };
}
