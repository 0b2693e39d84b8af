export type { FacturX } from "./facturx/attach.js";
export { fileNameOf, type PrintableDocument, type RenderOptions, renderPdf } from "./render.js";
export { printable, typefaceName, typefaces, widthOf } from "./typefaces.js";
