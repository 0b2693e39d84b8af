import { constants } from "node:fs";
import { copyFile, link, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Digest, Instant } from "@kairos/core";
import { exists } from "../exists.js";
import { stampOf } from "./backup.js";
import { connect, leaveLog } from "./driver.js";
import { type Inventory, inspect, type Unsoundness } from "./inspect.js";
import { inPartialFolder, publish, settle, settleNames } from "./partial.js";

export interface RestoreRequest {
  /** The backup. It is read, never written. */
  readonly from: string;
  /** The database that it becomes. */
  readonly file: string;
  /** May it take the place of a database that is there. */
  readonly replace: boolean;
  readonly now: Instant;
  readonly digest: Digest;
}

export type RestoreResult =
  | {
      readonly ok: true;
      readonly inventory: Inventory;
      /** Where the database that was there is kept. */
      readonly aside?: string;
      /** Whose data was erased since the backup was taken, by reference: it is back, and must be erased again. */
      readonly erasedSince: readonly string[];
    }
  | { readonly ok: false; readonly fault: "missing" | "same" | "occupied" | "running" | Unsoundness };

/**
 * Puts a backup in the place of the database. It is copied beside and read whole first; what was there is kept aside
 * under another name, and the new one takes the name in one step. Read whole again at the end.
 */
export async function restore({ from, file, replace, now, digest }: RestoreRequest): Promise<RestoreResult> {
  if (!(await exists(from))) return { ok: false, fault: "missing" };
  if (resolve(from) === resolve(file)) return { ok: false, fault: "same" };
  const isThere = await exists(file);
  if (isThere && !replace) return { ok: false, fault: "occupied" };
  return inPartialFolder(dirname(file), async (partial) => {
    const copy = join(partial, "copie.sqlite");
    await copyFile(from, copy, constants.COPYFILE_EXCL);
    await settle(copy);
    const before = await inspect(copy, digest);
    if (!before.ok) return before;
    if (isThere && (await isInUse(file))) return { ok: false, fault: "running" };
    const erasedSince = isThere ? await erasures(file, before.inventory.heads) : [];
    const aside = isThere ? await setAside(file, partial, now) : undefined;
    await rename(copy, file);
    await settleNames(dirname(file));
    const after = await inspect(file, digest);
    if (!after.ok) return after;
    return { ok: true, inventory: after.inventory, erasedSince, ...(aside !== undefined && { aside }) };
  });
}

/** A database that nobody has open folds its log into itself; one that is damaged cannot be asked, and stays as it is. */
async function isInUse(file: string): Promise<boolean> {
  const base = connect(file, "alone");
  try {
    return !(await leaveLog(base));
  } catch {
    return false;
  } finally {
    await base.destroy();
  }
}

async function erasures(file: string, heads: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const base = connect(file, "apart");
  try {
    const acts: readonly { workspace: string; sequence: number; object: string }[] = await base("audit_entries")
      .where({ act: "donnees.effacer", outcome: "done" })
      .orderBy(["workspace", "sequence"])
      .select("workspace", "sequence", "object");
    return [...new Set(acts.filter(({ workspace, sequence }) => sequence > (heads[workspace] ?? 0)).map(({ object }) => object))];
  } catch {
    return [];
  } finally {
    await base.destroy();
  }
}

/** What was there keeps a name of its own beside the one it leaves, with its log when it has one: a damaged base may need it. */
async function setAside(file: string, partial: string, now: Instant): Promise<string> {
  const kept = join(partial, "ancienne.sqlite");
  await link(file, kept).catch(() => copyFile(file, kept));
  await settle(kept);
  const aside = await publish(kept, join(dirname(file), `avant-restauration-${stampOf(now)}.sqlite`));
  for (const end of ["-wal", "-shm"]) if (await exists(`${file}${end}`)) await rename(`${file}${end}`, `${aside}${end}`);
  return aside;
}
