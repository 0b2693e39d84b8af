import { stringify } from "csv-stringify/sync";

/** A table as a French spreadsheet opens it with a double click: semicolons, accents that hold, and no cell that computes. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([columns, ...rows] as string[][], { delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" });
}
