import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AnswerFile } from "../../dispatch.js";
import { safeName } from "../../files/safe-name.js";

/** Writes a document and says where. Never overwrites other bytes: `-2`, `-3`… tell versions apart. */
export async function writeDocument(folder: string, file: AnswerFile): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = safeName(file.name);
  const stem = name.slice(0, name.length - extname(name).length);
  const at = (version: number) => join(folder, version === 1 ? name : `${stem}-${version}${extname(name)}`);
  for (let version = 1; ; ) {
    const present = await readIfPresent(at(version));
    if (present === undefined) {
      if (await writeNew(at(version), file.bytes)) return at(version);
    } else if (Buffer.compare(present, file.bytes) === 0) return at(version);
    else version += 1;
  }
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Complete or absent, and false when somebody took the name meanwhile. */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, path);
    await unlink(draft);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code !== "EEXIST" && code !== "ENOENT") {
      // Some disks have no hard links.
      await rename(draft, path);
      return true;
    }
    await unlink(draft);
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
