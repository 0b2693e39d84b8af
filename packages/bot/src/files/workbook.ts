import type { SheetData } from "write-excel-file/node";
import type { ReplySheet } from "../reply.js";
import { undated } from "./undated.js";

/** A table as an XLSX workbook: its titles stay in sight, days are days and numbers are numbers. A text never computes; the same table is the same bytes. */
export async function workbookOf({ columns, rows }: Pick<ReplySheet, "columns" | "rows">): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import("write-excel-file/node");
  const titles = columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold" as const }));
  const cells = rows.map((row) => columns.map(({ kind }, index) => cellOf(row[index] ?? null, kind)));
  const options = { sheet: "Assiduité", columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  return undated(await writeWorkbook([titles, ...cells] as SheetData, options).toBuffer());
}

function cellOf(value: string | number | null, kind: ReplySheet["columns"][number]["kind"]) {
  if (value === null || value === "") return null;
  // A day has no hour: at midnight in UTC, it is the same in every zone.
  if (kind === "day") return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  if (kind === "text") return { value: String(value), type: String };
  return { value: Number(value), type: Number, ...(kind === "hours" && { format: "0.00" }) };
}
