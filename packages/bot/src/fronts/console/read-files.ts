import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { failure, type Problem, type Result, success } from "@kairos/core";
import type { LoadedCommand } from "../../command.js";
import { type FileKind, mostBytesOf, notAFile, type ReceivedFile } from "../../files/received.js";
import type { RawInput } from "../../read-input.js";

/** Takes the path typed for a file to its content: only the last part of the path, and the bytes, leave the disk. */
export async function readFiles(command: Pick<LoadedCommand, "options">, typed: RawInput["options"]): Promise<Result<RawInput>> {
  const asked = Object.values(command.options).filter(({ kind }) => kind === "file");
  const options = { ...typed };
  const files: Record<string, ReceivedFile> = {};
  const problems: Problem[] = [];
  for (const { words, kinds = [] } of asked) {
    const name = words.fr[0];
    const path = typed[name];
    if (path === undefined || path.trim() === "") continue;
    const read = await readOne(path, kinds);
    if (!read.ok) problems.push(...read.problems.map((problem) => ({ ...problem, path: [name] })));
    else {
      files[name] = read.value;
      options[name] = read.value.name;
    }
  }
  return problems.length > 0 ? failure(...problems) : success({ options, files });
}

/** Weighed before it is read: only the number of bytes of what is too heavy is looked at. */
async function readOne(path: string, kinds: readonly FileKind[]): Promise<Result<ReceivedFile>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return failure(notAFile(name, "unreachable", kinds));
    if (found.size > mostBytesOf(kinds)) return failure(notAFile(name, "too-heavy", kinds));
    return success({ name, bytes: await readFile(path) });
  } catch {
    return failure(notAFile(name, "unreachable", kinds));
  }
}
