import knex, { type Knex } from "knex";
import { type KeptConnection, keepStatements } from "./statements.js";

export type { Knex };

/** The driver's only mention: `better-sqlite3` is a change of this word. */
const client: string = "sqlite3";

const busyTimeoutMs = 10_000;
/** 16 MB of log before it is folded into the file: the person who waits for that is one in some hundreds. */
const checkpointPages = 4_000;

/** What every connection must be set to. A base in memory has no write-ahead log. */
export const expectedSettings = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, busy_timeout: busyTimeoutMs, secure_delete: 2 };

/**
 * What a connection is for: the desk's own writes; reads only; a copy taken beside the desk; a file of nobody else's that is
 * only read, and stays as it is; or whoever must be alone with the file, and does not wait.
 */
export type Use = "write" | "read" | "beside" | "apart" | "alone";

/** Opens the file with one connection: two that write would lock each other out inside one process. */
export function connect(file: string, use: Use = "write"): Knex {
  return knex({
    client,
    connection: { filename: file },
    useNullAsDefault: true,
    acquireConnectionTimeout: 5_000,
    // Error messages show `?`, never the values, which may be personal.
    compileSqlOnError: false,
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: RawConnection, done: (error: unknown, connection: RawConnection) => void) => {
        prepare(connection, use).then(
          () => {
            if (client === "sqlite3") keepStatements(connection);
            done(null, connection);
          },
          (error) => done(error, connection),
        );
      },
    },
  });
}

/** The connection's settings, read back. */
export async function readSettings(base: Knex): Promise<Record<string, string | number>> {
  const settings: Record<string, string | number> = {};
  for (const name of Object.keys(expectedSettings)) {
    const rows: readonly Record<string, string | number>[] = await base.raw(`PRAGMA ${name}`);
    settings[name] = Object.values(rows[0] ?? {})[0] ?? "";
  }
  return settings;
}

/** Makes this transaction the only one that changes the schema. A write, so that it must come first. */
export async function claimSchema(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`PRAGMA application_id = ${applicationId}`);
}

/** Is the file one that `claimSchema` marked, or new: without a mark and without a table. */
export async function isOurs(base: Knex): Promise<boolean> {
  // In one statement: another process may be marking it at this moment.
  const sql = "select application_id as mark, (select count(*) from sqlite_master) as tables from pragma_application_id";
  const [file]: readonly { mark: number; tables: number }[] = await base.raw(sql);
  return file === undefined || file.mark === applicationId || (file.mark === 0 && file.tables === 0);
}

/** Writes what is committed now into a new file, without waiting for who writes, and without what was deleted. */
export async function copyInto(base: Knex, file: string): Promise<void> {
  await base.raw("VACUUM INTO ?", [file]);
}

/** Folds the write-ahead log into the file, for good. False while anybody else has the file open. */
export async function leaveLog(base: Knex): Promise<boolean> {
  try {
    await base.raw("PRAGMA journal_mode = DELETE");
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "SQLITE_BUSY") return false;
    throw error;
  }
}

/** Rewrites the file without its free space, and empties its log. False while somebody else reads an older state. */
export async function emptyFreeSpace(base: Knex): Promise<boolean> {
  await base.raw("VACUUM");
  const [folded]: readonly { busy: number }[] = await base.raw("PRAGMA wal_checkpoint(TRUNCATE)");
  return folded?.busy !== 1;
}

/**
 * Lets the planner learn how many rows stand behind each index, by samples: without that it walks a table in its order as
 * soon as one is asked for. At the opening every table is looked at, later those that grew.
 */
export async function learnSpread(base: Knex, isOpening: boolean): Promise<void> {
  await base.raw(`PRAGMA optimize${isOpening ? "=0x10002" : ""}`);
}

/** Runs `work` on a connection that refuses to write. */
export async function readingOnly<T>(base: Knex, work: () => Promise<T>): Promise<T> {
  await base.raw("PRAGMA query_only = ON");
  try {
    return await work();
  } finally {
    await base.raw("PRAGMA query_only = OFF");
  }
}

/** After a failure: a commit refused by the disk would leave the transaction open on the only connection. */
export async function leaveTransaction(base: Knex): Promise<void> {
  await base.raw("ROLLBACK").catch(() => undefined);
}

/** `KAIR`, in the header of the file. */
const applicationId = 0x4b414952;

interface RawConnection extends KeptConnection {
  exec(sql: string, done: (error: Error | null) => void): unknown;
}

async function prepare(connection: RawConnection, use: Use): Promise<void> {
  await execute(connection, `PRAGMA busy_timeout = ${use === "alone" ? 0 : busyTimeoutMs}`);
  if (use === "alone" || use === "beside") return;
  if (use === "apart") return execute(connection, "PRAGMA query_only = ON");
  await executeWhenFree(connection, "PRAGMA journal_mode = WAL");
  await execute(
    connection,
    `PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = FAST; PRAGMA wal_autocheckpoint = ${checkpointPages}`,
  );
  if (use === "read") await execute(connection, "PRAGMA query_only = ON");
}

/** The change to WAL does not wait for `busy_timeout` when two processes open a new file together. */
async function executeWhenFree(connection: RawConnection, sql: string): Promise<void> {
  for (let left = busyTimeoutMs / pauseMs; ; left--) {
    try {
      return await execute(connection, sql);
    } catch (error) {
      if (left <= 0 || (error as { code?: unknown }).code !== "SQLITE_BUSY") throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

const pauseMs = 50;

function execute(connection: RawConnection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.exec(sql, (error) => (error === null ? resolve() : reject(error)));
    // better-sqlite3 has run it already, and calls nobody back.
    if (client === "better-sqlite3") resolve();
  });
}

function silent(): void {}
