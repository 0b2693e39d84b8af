import { readdir } from "node:fs/promises";
import { sep } from "node:path";

/** The paths that begin as typed: folders, which the next Tab opens, and files that may be attached. */
export async function completePath(typed: string): Promise<readonly string[]> {
  const folder = typed.slice(0, Math.max(typed.lastIndexOf("/"), typed.lastIndexOf(sep)) + 1);
  const start = typed.slice(folder.length);
  try {
    const entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => name.startsWith(start) && name.startsWith(".") === start.startsWith("."))
      .filter((entry) => !entry.isFile() || attachable.test(entry.name))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? "/" : entry.isFile() ? " " : ""}`)
      .sort()
      .slice(0, most);
  } catch {
    return [];
  }
}

const attachable = /\.(?:pdf|png|jpe?g)$/i;
/** More than a screen shows. */
const most = 100;
