import { type FileFault, failure, type Problem, type Result, success } from "@kairos/core";
import type { LoadedCommand } from "../../command.js";
import { type FileKind, mostBytesOf, notAFile, type ReceivedFile } from "../../files/received.js";
import type { AnnouncedFile } from "../../store/chat.js";

/** Where Discord keeps what people send. */
export const discordFiles = "https://cdn.discordapp.com";

/** Fetches files at once, since their addresses expire: all of them, or why not, each at its option. */
export async function fetchFiles(
  { options }: Pick<LoadedCommand, "options">,
  announced: ReadonlyMap<string, AnnouncedFile>,
  origin: string,
): Promise<Result<Readonly<Record<string, ReceivedFile>>>> {
  const kindsOf = (name: string) => Object.values(options).find(({ words }) => words.fr[0] === name)?.kinds ?? [];
  const fetched = await Promise.all(
    [...announced].map(async ([option, one]) => [option, await fetchFile(one, kindsOf(option), origin)] as const),
  );
  const problems = fetched.flatMap(([option, file]): readonly Problem[] =>
    file.ok ? [] : file.problems.map((problem) => ({ ...problem, path: [option] })),
  );
  if (problems.length > 0) return failure(...problems);
  return success(Object.fromEntries(fetched.flatMap(([option, file]) => (file.ok ? [[option, file.value]] : []))));
}

async function fetchFile({ name, url, size }: AnnouncedFile, kinds: readonly FileKind[], origin: string): Promise<Result<ReceivedFile>> {
  const refuse = (fault: FileFault) => failure(notAFile(name, fault, kinds));
  const most = mostBytesOf(kinds);
  if (!isFrom(url, origin)) return refuse("unreachable");
  if (size > most) return refuse("too-heavy");
  const giveUp = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const timer = setTimeout(() => {
    giveUp.abort();
    // Once the headers have come, the signal no longer ends the body by itself.
    void reader?.cancel().catch(() => undefined);
  }, patience);
  try {
    const response = await fetch(url, { redirect: "error", signal: giveUp.signal });
    if (!response.ok || response.body === null) return refuse("unreachable");
    reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    const parts: Uint8Array[] = [];
    let read = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.byteLength;
      if (read > most) return refuse("too-heavy");
      parts.push(part.value);
    }
    return giveUp.signal.aborted ? refuse("unreachable") : success({ name, bytes: Buffer.concat(parts) });
  } catch {
    return refuse("unreachable");
  } finally {
    clearTimeout(timer);
    void reader?.cancel().catch(() => undefined);
  }
}

/** How long a file may take to come, in milliseconds. */
const patience = 20_000;

function isFrom(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(origin).origin;
}
