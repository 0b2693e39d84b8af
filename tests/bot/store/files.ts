import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { connect, type Knex } from "../../../packages/bot/src/store/driver.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { sha256 } from "./fixtures.js";

/** A path in a folder of its own. */
export async function aFile(): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "kairos-store-"));
  return { file: join(folder, "kairos.sqlite"), remove: () => rm(folder, { recursive: true }) };
}

/** As `aFile`, removed when the test ends. */
export async function aTestFile(): Promise<string> {
  const { file, remove } = await aFile();
  onTestFinished(remove);
  return file;
}

export function open(file: string): Promise<Database> {
  return openDatabase({ file, digest: sha256 });
}

/** Opens, works, closes. */
export async function withDatabase<T>(file: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await open(file);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Goes to the file beside the store, as somebody with SQL would. */
export async function besides<T>(file: string, work: (base: Knex) => Promise<T>): Promise<T> {
  const base = connect(file);
  try {
    return await work(base);
  } finally {
    await base.destroy();
  }
}
