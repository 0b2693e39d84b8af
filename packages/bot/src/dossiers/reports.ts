import { type ReportDocument, reviewReportRows } from "@kairos/core";
import { fileNameOf } from "@kairos/pdf";
import { csvOf } from "../files/csv.js";
import type { Reply } from "../reply.js";

/** A signed-off review as it is handed out: the report to print, and its rows for a spreadsheet. */
export function reportFiles(report: ReportDocument): Pick<Reply, "documents" | "texts"> {
  const [columns = [], ...rows] = reviewReportRows(report);
  return {
    documents: [{ fileName: fileNameOf(report), document: report }],
    texts: [{ fileName: `${report.name}.csv`, text: csvOf(columns, rows) }],
  };
}
