/// <reference path="./knex-postgres.d.ts" />
import knex, { type Knex } from "knex";
import PostgresDialect from "knex/lib/dialects/postgres/index.js";
import pg from "pg";
import { connectionName, thisProcess } from "./this-process.js";

/** How many statements a connection may be waiting for at once, for each use. */
const most = { write: 8, read: 4 };

/**
 * What every connection must be set to: nothing acknowledged is lost when the server falls, and texts are told apart and
 * put in order by their bytes, as SQLite does. `fsync` belongs to the server.
 */
export const expectedServer = { server_encoding: "UTF8", synchronous_commit: "on", fsync: "on", standard_conforming_strings: "on" };

/** A bot that hangs in the middle of a command gives its workspace back to the others. */
const settings = `set synchronous_commit = on; set standard_conforming_strings = on; set client_encoding = 'UTF8';
  set lock_timeout = '60s'; set idle_in_transaction_session_timeout = '5min'`;

/** Opens connections to a server, as many as are needed at once. */
export function connectServer(url: string, use: "write" | "read"): Knex {
  return knex({
    client: Dialect as unknown as typeof knex.Client,
    connection: {
      connectionString: url,
      application_name: connectionName(thisProcess),
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: 60_000,
    compileSqlOnError: false,
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
    pool: {
      // One that stays tells the others that this process runs.
      min: use === "write" ? 1 : 0,
      max: most[use],
      afterCreate: (connection: RawConnection, done: (error: unknown, connection: RawConnection) => void) => {
        // Counts and numbers, far from where they would lose a digit.
        connection.setTypeParser(bigint, Number);
        connection.query(settings).then(
          () => done(null, connection),
          (error) => done(error, connection),
        );
      },
    },
  });
}

/** The server's settings, read back. */
export async function readServerSettings(base: Knex): Promise<Record<string, string | number>> {
  const names = Object.keys(expectedServer);
  const { rows } = await base.raw(`select ${names.map((name) => `current_setting('${name}') as ${name}`).join(", ")}`);
  return rows[0];
}

/** knex's dialect, that prepares a statement once on each connection and lets no value out in an error. */
class Dialect extends PostgresDialect {
  _driver() {
    return pg;
  }

  override async _query(connection: object, query: Parameters<PostgresDialect["_query"]>[1]): Promise<unknown> {
    query.bindings = (query.bindings ?? []).map(storable);
    const name = nameOf(query.sql);
    if (name !== undefined) query.options = { ...query.options, name };
    const turn = (underWay.get(connection) ?? Promise.resolve()).then(() => super._query(connection, query));
    underWay.set(
      connection,
      turn.catch(() => undefined),
    );
    try {
      return await turn;
    } catch (error) {
      throw withoutValues(error);
    }
  }
}

/** The last statement of each connection: the driver no longer takes a second one before it is answered. */
const underWay = new WeakMap<object, Promise<unknown>>();

/** A text without NUL, which no text of the server holds. */
function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

/** Statements that are worth keeping prepared: those that come back. What is too many is prepared each time. */
function nameOf(sql: string): string | undefined {
  if (sql.length > longest || !/^(select|insert|update|delete|with)\b/.test(sql)) return undefined;
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `kairos_${names.size}`;
  names.set(sql, name);
  return name;
}

const names = new Map<string, string>();
const mostNames = 500;
/** Letters: longer ones hold a page of rows. */
const longest = 4000;

/** The server quotes rows and values, which may be personal: what is left says which rule refused. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // The driver gives no code when the server goes away in the middle of a statement: a connection failure's is given.
  if (!("code" in error) && /^(Connection terminated|Client has encountered a connection error)/.test(error.message))
    return Object.assign(error, { code: "08006" });
  const told: Error & Partial<Record<"detail" | "where" | "hint" | "internalQuery" | "code", string>> = error;
  for (const part of ["detail", "where", "hint", "internalQuery"] as const) delete told[part];
  // A value of the wrong kind is quoted in the message itself.
  if (told.code?.startsWith("22")) error.message = `the server refuses a value (${told.code})`;
  return error;
}

const bigint = 20;

interface RawConnection {
  setTypeParser(type: number, parse: (text: string) => unknown): void;
  query(sql: string): Promise<unknown>;
}

function silent(): void {}
