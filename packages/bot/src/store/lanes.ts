import { connect, emptyFreeSpace, expectedSettings, type Knex, learnSpread, readingOnly, readSettings } from "./driver.js";
import { migrate } from "./migrate.js";
import { purgeOwed } from "./purge.js";
import { createQueue } from "./queue.js";
import { transactionOn } from "./transaction.js";

/** How transactions are run: what differs between a file of this process and a server of many. */
export interface Lanes {
  /** One after the other in each workspace, in the order they came, whatever process they come from. */
  writing<T>(workspace: string, work: Work<T>): Promise<T>;
  /** On what is committed when it begins. Refuses to write. */
  reading<T>(work: Work<T>): Promise<T>;
  /** As `reading`, for what takes long: nobody waits for it. */
  readingApart<T>(work: Work<T>): Promise<T>;
  /** Takes what was erased out of the bytes that are free. False when it must be tried again. */
  purge(): Promise<boolean>;
  /** What a database does now and then to stay quick. */
  tend(): Promise<void>;
  settings(): Promise<Record<string, string | number>>;
  close(): Promise<void>;
}

export type Work<T> = (trx: Knex.Transaction) => Promise<T>;

/** The workspace of what belongs to all of them: workspaces have a name. */
export const everyWorkspace = "";

/** Opens a file, or `:memory:`, and brings its schema up to date. */
export async function lanesOnFile(file: string): Promise<Lanes> {
  const base = connect(file);
  try {
    checkSettings(await readSettings(base), file === ":memory:" ? { ...expectedSettings, journal_mode: "memory" } : expectedSettings);
    await migrate(base);
    if (file !== ":memory:") await learnSpread(base, true);
  } catch (error) {
    await base.destroy();
    throw error;
  }
  // Who only reads has a connection and a line apart: beside a write-ahead log, nobody waits there for those who write.
  const beside = file === ":memory:" ? undefined : connect(file, "read");
  const desk = {};
  const queue = createQueue(desk);
  const readers = createQueue(desk);
  const reading: Lanes["reading"] = (work) =>
    beside === undefined ? queue(() => readingOnly(base, () => transactionOn(base, work))) : readers(() => transactionOn(beside, work));
  return {
    writing: (_workspace, work) => queue(() => transactionOn(base, work)),
    reading,
    readingApart: async (work) => {
      if (beside === undefined) return reading(work);
      const apart = connect(file, "read");
      try {
        return await transactionOn(apart, work);
      } finally {
        await apart.destroy();
      }
    },
    purge: () => queue(() => purgeOwed(base, emptyFreeSpace)),
    tend: () => queue(() => learnSpread(base, false)),
    settings: () => queue(() => readSettings(base)),
    close: async () => {
      await readers(async () => beside?.destroy());
      await queue(() => base.destroy());
    },
  };
}

/** Refuses a disk, a server or a driver on which what was acknowledged could be lost. */
export function checkSettings(
  settings: Readonly<Record<string, string | number>>,
  expected: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(expected)) {
    if (settings[name] !== value) throw new Error(`The database must run with ${name} = ${value}, and this one gives ${settings[name]}`);
  }
}
