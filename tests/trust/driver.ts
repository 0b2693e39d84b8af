import { createRequire } from "node:module";
import { resolve } from "node:path";

/** The product's own driver, from where it is installed: tests and campaigns both run from the root. */
const driver = createRequire(resolve("packages/bot/package.json"))("sqlite3") as {
  readonly Database: { new (file: string): Connection; readonly prototype: Connection };
  readonly Statement: { readonly prototype: Statement };
};

type Done = (this: unknown, error: Error | null, rows?: unknown) => void;

interface Statement {
  all(...args: unknown[]): unknown;
  run(...args: unknown[]): unknown;
}

interface Connection {
  all(sql: string, done: (error: Error | null, rows: readonly Record<string, unknown>[]) => void): unknown;
  exec(sql: string, done: (error: Error | null) => void): unknown;
  close(done: (error: Error | null) => void): unknown;
  prepare(sql: string, ...rest: unknown[]): Statement;
}

export const faultCodes = ["SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR"] as const;

/** What a statement meets instead of being run. */
export interface Fault {
  readonly code: (typeof faultCodes)[number];
  /** Which statement meets it, from 1. */
  readonly at: number;
  /** SQLite undoes the whole transaction by itself on some of them. */
  readonly rollsBack?: boolean;
  /** So does every statement after it: the process is as good as dead. */
  readonly lasting?: boolean;
  /** Only what writes counts, and meets it: on a full disk, people still read. */
  readonly sparesReads?: boolean;
}

/** Says how many statements were asked, and whether the fault was met. */
export interface Met {
  readonly statements: number;
  /** Of them, those that a disk without room would refuse. */
  readonly writes: number;
  readonly isMet: boolean;
  /** What was not run. */
  readonly sql: string;
}

interface Armed extends Fault {
  statements: number;
  writes: number;
  sql: string;
  isMet: boolean;
}

const reading = /^\s*(?:select|pragma|begin|rollback|savepoint|release)/i;
let armed: Armed | undefined;
const owners = new WeakMap<object, Connection>();

/** Puts faults between the product and its driver, until what it returns is called: one seam, and nothing of it in the product. */
export function installFaults(): () => void {
  const { all, run } = driver.Statement.prototype;
  const { prepare } = driver.Database.prototype;
  driver.Database.prototype.prepare = function (this: Connection, ...args) {
    const statement = prepare.apply(this, args);
    owners.set(statement, this);
    return statement;
  };
  for (const [name, real] of [["all", all] as const, ["run", run] as const]) {
    driver.Statement.prototype[name] = function (this: Statement & { readonly sql?: string }, ...args) {
      if (armed === undefined || !owners.has(this)) return real.apply(this, args);
      const isWrite = !reading.test(this.sql ?? "");
      armed.statements += 1;
      if (isWrite) armed.writes += 1;
      const [rank, counts] = armed.sparesReads === true ? [armed.writes, isWrite] : [armed.statements, true];
      if (!counts || rank < armed.at || (rank > armed.at && armed.lasting !== true)) return real.apply(this, args);
      armed.isMet = true;
      if (armed.sql === "") armed.sql = this.sql ?? "?";
      const error = Object.assign(new Error(`${armed.code}: by the test`), { code: armed.code });
      const done = args.at(-1) as Done;
      if (armed.rollsBack === true) owners.get(this)?.exec("ROLLBACK", () => done.call(this, error));
      else setImmediate(() => done.call(this, error));
      return this;
    };
  }
  return () => {
    Object.assign(driver.Statement.prototype, { all, run });
    driver.Database.prototype.prepare = prepare;
    armed = undefined;
  };
}

/** Runs `work` under a fault, and says whether it was met. */
export async function under<T>(fault: Fault, work: () => Promise<T>): Promise<readonly [T, Met]> {
  const own: Armed = { ...fault, statements: 0, writes: 0, sql: "", isMet: false };
  armed = own;
  try {
    const result = await work();
    return [result, { statements: own.statements, writes: own.writes, isMet: own.isMet, sql: own.sql }];
  } finally {
    armed = undefined;
  }
}

/** Somebody else's connection to the same file, which no fault meets. */
export interface Beside {
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

export function openBeside(file: string): Beside {
  const connection = new driver.Database(file);
  const settle = <T>(start: (done: (error: Error | null, value: T) => void) => void) =>
    new Promise<T>((accept, reject) => start((error, value) => (error === null ? accept(value) : reject(error))));
  return {
    rows: (sql) => settle((done) => connection.all(sql, done)),
    run: (sql) => settle<undefined>((done) => connection.exec(sql, (error) => done(error, undefined))),
    close: () => settle<undefined>((done) => connection.close((error) => done(error, undefined))),
  };
}
