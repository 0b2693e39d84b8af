import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type Said = readonly (readonly [id: string, number: number])[];

export interface Writer {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly said: Said; readonly errors: string }>;
}

/** A process that enters quotes in a database (a file or an address) and says each number once it is committed. */
export function startWriter(program: string, place: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, [program, place, name, String(count)], { stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = once(child, "close").then(() => ({ said: readLines(output), errors }));
  return { process: child, ended };
}

/** Whole lines only: the last may be cut by the kill. */
function readLines(output: string): Said {
  const lines = output.split("\n").slice(0, -1);
  return lines.map((line) => {
    const [id = "", number] = line.split(" ");
    return [id, Number(number)] as const;
  });
}
