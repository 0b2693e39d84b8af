import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  excerpt,
  failure,
  fileRules,
  holdsNir,
  identifierRules,
  type Problem,
  type Result,
  raise,
  success,
  type TableRow,
  tableRules,
} from "@kairos/core";
import { CsvError, parse } from "csv-parse";
import { fromText } from "./csv.js";
import { decoded, encodingFault, giveWay, guessedEncoding } from "./decode.js";
import { type ColumnNames, type Header, readHeader } from "./table-header.js";

export interface TableReading {
  /** Each row as soon as it is read: a large table is never held whole. */
  row(row: TableRow): void;
  /** Bytes read, now and then. */
  progress?(read: number): void;
}

/**
 * Reads a CSV file as people and spreadsheets write it, a piece at a time: `;`, `,` or tabs, UTF-8, UTF-16 or Windows,
 * Excel's `sep=` line and `="0012"`, titles in French or English. Each row keeps its line and its own problems; what
 * is worth saying of the table as a whole is answered.
 */
export async function readTable(
  bytes: Uint8Array,
  columns: readonly ColumnNames[],
  reading: TableReading,
): Promise<Result<readonly Problem[]>> {
  const encoding = guessedEncoding(bytes);
  const fault = encodingFault(bytes, encoding) ?? (encoding === "windows-1252" ? mixedLetters(bytes) : undefined);
  if (fault !== undefined) return failure(fault);
  if (hasMoreLines(bytes, mostLines)) return beyond("rows", mostRows, mostRows);
  const start = startOf(bytes, encoding);
  if (start.columns > mostColumns) return beyond("columns", mostColumns, start.skipped + 1);
  let rows = 0;
  let header: Result<Header> | undefined;
  /** Why the reading stops: what the streams say of it afterwards is their own affair. */
  let refusal: Result<never> | undefined;
  /** Where the row under way begins. */
  let line = start.skipped + 1;
  const take = (record: readonly string[]): undefined => {
    const begun = line;
    line += 1 + breaksIn(record);
    if (record.every((cell) => cell.trim() === "")) return;
    else if (header === undefined) header = readHeader(record, columns);
    else if (header.ok) {
      rows += 1;
      if (rows <= mostRows) reading.row(rowOf(record, begun, header.value));
      else refusal = beyond("rows", mostRows, begun);
    }
    if (header?.ok === false) refusal = header;
    if (refusal !== undefined) throw new Refused();
  };
  const pieces = async function* () {
    let since = performance.now();
    let toSkip = start.skippedLetters;
    for (const piece of decoded(bytes, encoding)) {
      if (!piece.ok) {
        refusal = piece;
        throw new Refused();
      }
      const { text, read } = piece.value;
      for (let from = toSkip; from < text.length; from += lettersAtOnce) {
        yield text.slice(from, from + lettersAtOnce);
        if (performance.now() - since < sliceMs) continue;
        reading.progress?.(read);
        await giveWay();
        since = performance.now();
      }
      toSkip = Math.max(0, toSkip - text.length);
    }
  };
  try {
    if (bytes.includes(quote)) await parseQuoted(pieces(), start.delimiter, take);
    else if (!(await readPlain(pieces(), start.delimiter, take))) return beyond("cell", mostLetters, line);
  } catch (error) {
    if (refusal !== undefined) return refusal;
    if (error instanceof CsvError) return csvFault(error, line);
    throw error;
  }
  if (header === undefined) return failure(raise(tableRules, "table.header-missing", [], { found: "" }));
  return header.ok ? success(header.value.remarks) : header;
}

type Take = (record: readonly string[]) => undefined;

/** Where no cell is quoted, each sign keeps two apart: no parser is needed, which takes ten times as long. False when a row is too long. */
async function readPlain(pieces: AsyncIterable<string>, delimiter: string, take: Take): Promise<boolean> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    // The line feed of a last carriage return may come with the next piece.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    rest = `${lines.pop()}${text.slice(whole.length)}`;
    for (const line of lines) {
      if (line.length > mostLetters) return false;
      take(line.split(delimiter));
    }
    if (rest.length > mostLetters) return false;
  }
  if (rest !== "") take(rest.replace(/\r$/, "").split(delimiter));
  return true;
}

async function parseQuoted(pieces: AsyncIterable<string>, delimiter: string, take: Take): Promise<void> {
  const parser = parse({
    delimiter,
    // Files pasted together end their lines in several ways.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: mostLetters,
    on_record: take,
  });
  await pipeline(Readable.from(pieces), parser.resume());
}

const quote = 0x22;

const mostColumns = 200;
const mostRows = 100_000;
/** With the blank ones: a sheet formatted to its last row has a million. */
const mostLines = 1_200_000;
/** Told of one row. */
const mostProblems = 20;
const mostLetters = 1_000_000;
/** Given to the parser between two looks at the clock. */
const lettersAtOnce = 16 * 1024;
/** How long the loop may be kept, in milliseconds. */
const sliceMs = 25;

class Refused extends Error {}

/** Are there more line ends than rows and the lines of their cells can need: asked first, since each costs the parser. */
function hasMoreLines(bytes: Uint8Array, count: number): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    lines += 1;
    if (lines > count) return true;
  }
  return false;
}

/** A row under the names of the columns, with what must be said of each cell. Of one that holds a NIR, nothing else is kept. */
function rowOf(record: readonly string[], line: number, { keys, titles }: Header): TableRow {
  const cells = new Map<string, string>();
  const problems: Problem[] = [];
  const looked = Math.min(record.length, mostColumns);
  for (let index = 0; index < looked; index += 1) {
    const cell = record[index]?.trim() ?? "";
    if (cell === "") continue;
    const title = titles[index] ?? `${index + 1}`;
    if (holdsNir(cell)) {
      const found = { ...raise(identifierRules, "id.nir-detected", [title], {}), params: { line } };
      return { line, cells: new Map(), problems: [found] };
    }
    const key = keys[index];
    if (key === undefined) continue;
    if (/^[\p{L}\d]/u.test(cell)) {
      cells.set(key, cell);
      continue;
    }
    const [, quoted] = /^="([^"]*)"$/.exec(cell) ?? [];
    const value = quoted ?? cell;
    if (looksComputed(value)) problems.push(raise(tableRules, "table.formula", [title], { line, value: excerpt(value) }));
    // The apostrophe with which spreadsheets, and our own exports, mark a text that would compute.
    cells.set(key, fromText(value));
  }
  const surplus = record.length > mostColumns || record.slice(titles.length).some((cell) => cell.trim() !== "");
  if (surplus) problems.push(raise(tableRules, "table.row-length", [], { line, cells: record.length, columns: titles.length }));
  return { line, cells, problems: problems.slice(0, mostProblems) };
}

/** A sign that makes a spreadsheet compute, unless it begins a number, or is a dash alone. */
function looksComputed(cell: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(cell) && !/^[+-][\d\s.,]*$/.test(cell);
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => (/[\r\n]/.test(cell) ? sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : sum), 0);
}

interface Start {
  readonly delimiter: string;
  /** Lines before the titles that say how to read: `sep=;`. */
  readonly skipped: number;
  readonly skippedLetters: number;
  readonly columns: number;
}

/** How the cells are kept apart: what `sep=` says, else the sign most found in the first line outside of quotes. */
function startOf(bytes: Uint8Array, encoding: Parameters<typeof decoded>[1]): Start {
  const [first] = decoded(bytes, encoding);
  const text = first?.ok === true ? first.value.text : "";
  const [said = "", sign] = /^sep=([;,\t|])(?:\r\n|\n|\r)/i.exec(text) ?? [];
  const [titles = ""] = text
    .slice(said.length)
    .replace(/^\s*[\r\n]+/, "")
    .split(/[\r\n]/, 1);
  const bare = titles.replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t"].map((one) => ({ one, count: bare.split(one).length - 1 }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  const delimiter = sign ?? best.one;
  return { delimiter, skipped: said === "" ? 0 : 1, skippedLetters: said.length, columns: bare.split(delimiter).length };
}

/** Windows letters beside UTF-8 ones: two files were pasted together. */
function mixedLetters(bytes: Uint8Array): Problem | undefined {
  let isMixed = false;
  for (let at = 0; at + 1 < bytes.byteLength && !isMixed; at += 1) {
    const lead = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    isMixed = (lead === 0xc3 || lead === 0xc2) && next >= 0x80 && next <= 0xbf && isUtf8(bytes.subarray(at, at + 2));
  }
  return isMixed ? encodingFault(bytes, "utf-8", "UTF-8") : undefined;
}

function beyond(limit: "columns" | "rows" | "cell", most: number, line: number): Result<never> {
  return failure(raise(fileRules, "file.beyond-limits", [], { limit, most, line }));
}

/** A quote never closed is told where its row begins: what follows was taken for its text. */
function csvFault({ code }: CsvError, line: number): Result<never> {
  if (code === "CSV_MAX_RECORD_SIZE") return beyond("cell", mostLetters, line);
  return failure(raise(tableRules, "table.quotes", [], { line }));
}
