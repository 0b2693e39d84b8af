export { fileNameOf, type PrintableDocument, type RenderOptions, renderPdf } from "./render.js";
