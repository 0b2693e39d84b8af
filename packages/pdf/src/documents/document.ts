import type { FacturX } from "../facturx/attach.js";
import type { Page } from "../layout/marks.js";

export interface RenderOptions {
  /** Head of the audit trail when the document was drawn: printed short in the footer. */
  readonly auditHead?: string | undefined;
  /** ISO instant written in the file as its creation date. */
  readonly generatedAt: string;
  /** The invoice for machines, carried inside the file. */
  readonly facturX?: FacturX | undefined;
}

/** One kind of document: what it is called and where each mark goes. It draws what core decided, and decides nothing. */
export interface PdfDocument<Model> {
  readonly title: (model: Model) => string;
  readonly author: (model: Model) => string;
  readonly pages: (model: Model, options: RenderOptions) => readonly Page[];
}
