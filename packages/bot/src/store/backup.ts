import { join } from "node:path";
import type { Digest, Instant } from "@kairos/core";
import { exists } from "../exists.js";
import { connect, copyInto, isOurs } from "./driver.js";
import { headsIn, type Inventory, inspect, type Unsoundness } from "./inspect.js";
import { inPartialFolder, publish, settle } from "./partial.js";

export interface BackupRequest {
  /** The database, in use or not. */
  readonly file: string;
  /** Where the copy goes; made when it is missing. */
  readonly folder: string;
  readonly now: Instant;
  readonly digest: Digest;
  /** Called once the copy is written, before it is looked at: tests. */
  readonly onCopied?: (copy: string) => Promise<void>;
}

export type BackupResult =
  | { readonly ok: true; readonly path: string; readonly inventory: Inventory }
  | { readonly ok: false; readonly fault: "missing" | "incomplete" | Unsoundness };

/**
 * Copies a database as it is committed at one moment, while others write in it. The copy gets its name once it was read
 * again whole and found sound: until then there is nothing that looks like a backup.
 */
export async function backUp({ file, folder, now, digest, onCopied }: BackupRequest): Promise<BackupResult> {
  if (!(await exists(file))) return { ok: false, fault: "missing" };
  return inPartialFolder(folder, async (partial) => {
    const copy = join(partial, "copie.sqlite");
    const before = await copyOf(file, copy);
    if (before === undefined) return { ok: false, fault: "foreign" };
    await settle(copy);
    await onCopied?.(copy);
    const inspection = await inspect(copy, digest);
    if (!inspection.ok) return inspection;
    const { heads } = inspection.inventory;
    if (Object.entries(before).some(([workspace, head]) => (heads[workspace] ?? 0) < head)) return { ok: false, fault: "incomplete" };
    const path = await publish(copy, join(folder, `kairos-${stampOf(now)}.sqlite`));
    return { ok: true, path, inventory: inspection.inventory };
  });
}

/** How far each trail had come before the copy was begun; nothing when the file is not ours. */
async function copyOf(file: string, copy: string): Promise<Readonly<Record<string, number>> | undefined> {
  const base = connect(file, "beside");
  try {
    if (!(await isOurs(base))) return undefined;
    const before = await headsIn(base);
    await copyInto(base, copy);
    return before;
  } finally {
    await base.destroy();
  }
}

/** `2026-11-28-213045Z`: sorted by name is sorted by time, and no clock change gives a name twice. */
export function stampOf(now: Instant): string {
  return `${now.slice(0, 10)}-${now.slice(11, 19).replaceAll(":", "")}Z`;
}
