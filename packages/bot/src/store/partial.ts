import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists } from "../exists.js";

/** Work on a copy goes on in a hidden folder: cut off, it leaves nothing that looks like a backup. */
const prefix = ".kairos-en-cours-";
/** What another process may still be writing is left alone; older than that, nobody is. */
const abandonedMs = 24 * 3_600_000;

/** Runs `work` in a folder of its own inside `folder`, readable by its owner only, and removed whatever happens. */
export async function inPartialFolder<T>(folder: string, work: (partial: string) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder);
  const partial = join(folder, `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(partial, { mode: 0o700 });
  try {
    return await work(partial);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Whoever wrote them is gone: the process has ended, or a day has passed. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => one.startsWith(prefix))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    const isOld = found !== undefined && Date.now() - found.mtimeMs > abandonedMs;
    if (isOld || !isRunning(Number(name.slice(prefix.length).split("-")[0]))) await rm(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Makes sure that what was written is on the disk, for its owner alone. */
export async function settle(file: string): Promise<void> {
  await chmod(file, 0o600);
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}

/** So that a new or another name in the folder is on the disk too. Where folders cannot be opened (Windows), the disk sees to it. */
export async function settleNames(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Gives a finished file its name in one step, and never that of another file. */
export async function publish(file: string, wanted: string): Promise<string> {
  const [, stem = wanted, end = ""] = /^(.*?)(\.[a-z]+)$/.exec(basename(wanted)) ?? [];
  for (let rank = 1; ; rank++) {
    const path = join(dirname(wanted), rank === 1 ? basename(wanted) : `${stem}-${rank}${end}`);
    if (!(await named(file, path))) continue;
    await settleNames(dirname(wanted));
    return path;
  }
}

/** False when the name is taken. */
async function named(file: string, path: string): Promise<boolean> {
  try {
    await link(file, path);
    await unlink(file);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EEXIST") return false;
    if (!withoutLinks.includes(code)) throw error;
  }
  const isTaken = await exists(path);
  if (!isTaken) await rename(file, path);
  return !isTaken;
}

/** What a disk without hard links answers (a USB key in exFAT). */
const withoutLinks = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];
