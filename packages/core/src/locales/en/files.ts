import type { Sentences } from "../../catalogue.js";
import type { FileLimit, fileRules, XmlFault } from "../../shared/file-rules.js";
import type { tableRules } from "../../shared/table-rules.js";

/** Files before anything of their content is understood, and tables, in English. */
export const filesEnglish: Sentences<keyof typeof fileRules | keyof typeof tableRules> = {
  "file.not-text": () => ({
    what: "This file is no text: it holds zero or binary bytes.",
    why: "An Excel workbook, an archive or a damaged file cannot be read as a table or as XML.",
    mend: "Export it again; in Excel: Save as, “CSV UTF-8”.",
  }),
  "file.encoding": ({ declared, line }) => ({
    what:
      line > 0
        ? `The file is not written in the encoding “${declared}” (line ${line}).`
        : `The file cannot be read from end to end in the encoding “${declared}”.`,
    why: "Accents would be wrong in the records, and nothing would tell.",
    mend: "Export it again in UTF-8.",
  }),
  "file.beyond-limits": ({ limit, most, line }) => ({
    what: `The file has ${limitNames[limit]} (${most} at most), line ${line}.`,
    why: "No real catalogue comes near: the file is damaged, or made to harm.",
    mend: "Export it again, or as several files.",
  }),
  "xml.not-well-formed": ({ fault, line, column }) => ({
    what: `The XML ${xmlFaults[fault]}, line ${line}, column ${column}.`,
    why: "What follows could be misread: nothing is taken.",
    mend: "Export the file again, without changing it by hand.",
  }),
  "xml.declaration-refused": ({ line }) => ({
    what: `The XML declares its own entities (DOCTYPE, line ${line}).`,
    why: "They serve to make a file swell or to read those of the machine: they are never read.",
    mend: "Export the catalogue without a DOCTYPE.",
  }),
  "table.header-missing": ({ found }) => ({
    what: `The first line names no known column: “${found}”.`,
    why: "Without column titles, nobody knows what a cell says.",
    mend: "Put the titles on the first line; an export of the desk (/session exporter, /assiduite exporter) gives the model.",
  }),
  "table.column-missing": ({ columns }) => ({
    what: `The column${columns.length > 1 ? "s" : ""} ${columns.map((one) => `“${one}”`).join(", ")} ${columns.length > 1 ? "are" : "is"} missing.`,
    why: "No record can be complete without it.",
    mend: "Add it, with its title on the first line.",
  }),
  "table.column-twice": ({ column, titles }) => ({
    what: `Two columns say “${column}”: ${titles}.`,
    why: "Which is right cannot be guessed.",
    mend: "Keep one, or give the other another title.",
  }),
  "table.column-unknown": ({ titles }) => ({
    what: `Columns that are not read: ${titles}.`,
    why: "Their title is not known: what they hold is not taken.",
    mend: "If they matter, use the titles of an export of the desk.",
  }),
  "table.formula": ({ value }) => ({
    what: `The cell begins like a formula: “${value}”.`,
    why: "A spreadsheet would run it for whoever opens the exported record.",
    mend: "Put its value in its place, or an apostrophe before it if it is really text.",
  }),
  "table.row-length": ({ cells, columns }) => ({
    what: `The row has ${cells} cells for ${columns} columns.`,
    why: "One separator too many shifts every cell after it.",
    mend: "Put quotes around the text that holds the separator.",
  }),
  "table.quotes": ({ line }) => ({
    what: `A quote opened on line ${line} is never closed.`,
    why: "All that follows would be read as one cell.",
    mend: "Close it, or export the table again.",
  }),
  "table.serial-date": ({ value }) => ({
    what: `“${value}” is the number of a day in Excel, not a date that can be read.`,
    why: "Depending on the workbook, that number is one day or another, four years later.",
    mend: "Give the column the “Date” format in Excel, then save as CSV again.",
  }),
};

const limitNames: Readonly<Record<FileLimit, string>> = {
  depth: "elements nested too deep",
  text: "a text that is too long",
  elements: "too many elements in one record",
  attributes: "too many attributes on one element",
  sessions: "too many sessions in one course",
  entries: "too many records",
  columns: "too many columns",
  rows: "too many rows",
  cell: "a cell that is too long",
};

const xmlFaults: Readonly<Record<XmlFault, string>> = {
  cut: "stops before its end",
  "unknown-entity": "uses an entity that nothing defines",
  mismatched: "has a tag that is not closed rightly",
  malformed: "is not well formed",
};
