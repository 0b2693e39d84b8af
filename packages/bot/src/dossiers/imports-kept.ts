import { failure, type ImportNature, type ImportRecord, importRules, type Result, raise, success } from "@kairos/core";
import type { Store } from "../store/store.js";
import { unpacked } from "./catalogue-file.js";
import { unknown } from "./unknown.js";

/** The import that is meant, of a catalogue or of attendance: each has its own commands. */
export async function findImport(
  store: Store,
  typed: string,
  family: "catalogue" | "attendance",
  verb: string,
): Promise<Result<ImportRecord>> {
  const record = await store.imports.get(typed.trim().toUpperCase());
  if (record === undefined) return unknown("import", "reference", typed);
  const { reference, nature } = record;
  if (familyOf(nature) === family) return success(record);
  const command = `/${family === "catalogue" ? "assiduite" : "session"} ${verb}`;
  return failure(raise(importRules, "import.other-nature", ["reference"], { reference, nature, command }));
}

/** Something packed among the files. */
export async function kept<Value>(store: Store, digest: string): Promise<Value> {
  const bytes = await store.files.get(digest);
  if (bytes === undefined) throw new Error(`The file ${digest} of an import is not in the store`);
  return unpacked<Value>(bytes);
}

function familyOf(nature: ImportNature): "catalogue" | "attendance" {
  return nature === "catalogue" ? "catalogue" : "attendance";
}
