import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import {
  type CatalogueEntry,
  type ImportFormat,
  type IsoDate,
  judgeEntries,
  type Problem,
  type Provider,
  type Result,
  readSessionRow,
  sessionColumns,
  success,
} from "@kairos/core";
import { entriesRead } from "../files/entries-read.js";
import { readLheo } from "../files/lheo.js";
import { readTable } from "../files/read-table.js";
import type { CheckedFile } from "../files/received.js";
import type { Progress } from "../prepare.js";

/** A file of courses and sessions, read and judged: each entry is whole or has its problems. */
export interface Catalogue {
  readonly format: ImportFormat;
  readonly entries: readonly CatalogueEntry[];
  /** Of the file as a whole. */
  readonly remarks: readonly Problem[];
}

/** Reads a file for one establishment. A file that cannot be read to its end gives nothing at all. */
export async function readCatalogue(
  { bytes, kind }: CheckedFile<"xml" | "csv">,
  { today, provider, progress }: { readonly today: IsoDate; readonly provider: Provider; readonly progress: Progress },
): Promise<Result<Catalogue>> {
  const told = (read: number) => progress(read, bytes.byteLength);
  const { siret, vatRegime } = provider;
  if (kind === "xml") {
    const file = await readLheo(bytes, { today, taxed: vatRegime === "taxed", progress: told });
    return file.ok ? success({ format: "lheo", entries: judgeEntries(file.value.entries, siret), remarks: [] }) : file;
  }
  const { entries, add } = entriesRead();
  const remarks = await readTable(bytes, sessionColumns, { row: (row) => add(readSessionRow(row, { today, siret })), progress: told });
  return remarks.ok ? success({ format: "csv", entries: judgeEntries(entries, siret), remarks: remarks.value }) : remarks;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** As it stands among the files: the judged entries, never the file, which may name people the desk has no use for. */
export async function packed(value: unknown): Promise<Uint8Array> {
  return promisify(gzip)(JSON.stringify(value));
}

export async function unpacked<Value>(bytes: Uint8Array): Promise<Value> {
  return JSON.parse((await promisify(gunzip)(bytes)).toString("utf8")) as Value;
}
