import { stringify } from "csv-stringify/sync";

/** A table as a French spreadsheet opens it with a double click: semicolons, accents that hold, and no cell that computes. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(asText));
  return stringify(cells, { delimiter: ";", bom: true, record_delimiter: "windows" });
}

/** The value of a cell that came as a text: without the apostrophe that kept it from computing. */
export function fromText(cell: string): string {
  return computing.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}

/** An apostrophe before what would compute, and before an apostrophe that would be taken for that one. */
function asText(cell: string): string {
  return computing.test(cell) ? `'${cell}` : cell;
}

const computing = /^'*[=+\-@\t\r＝＋－＠]/;
