import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What `numbers-writer.ts` says of a file in the end. */
export interface Checked {
  readonly problems: readonly unknown[];
  /** By the reference of the draft. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly days: number;
  readonly unbilled: readonly string[];
  readonly drafts: number;
  readonly claims: number;
}

export interface NumbersRun {
  readonly checked: Checked;
  /** Each issue that was answered as done: draft and number. */
  readonly acknowledged: ReadonlyMap<string, ReadonlySet<string>>;
  readonly refused: readonly string[];
  /** How often the file was busy for too long: nothing was taken, and it was asked again. */
  readonly failed: number;
  readonly errors: string;
  readonly kills: number;
  readonly seededMs: number;
  readonly issuedMs: number;
}

interface Plan {
  /** The bundled `numbers-writer.ts`. */
  readonly writer: string;
  readonly file: string;
  readonly count: number;
  readonly processes?: number;
  /** At least so many kills, spread at random; more while drafts are left. */
  readonly kills: number;
  /** The longest a process lives before it is killed, in milliseconds. */
  readonly longest: number;
  /** How much faster than ours the office's clock goes. */
  readonly speed: number;
}

/** Several processes issue the drafts of one file and are killed at random, each started again where it was, until all are issued. */
export async function numbersUnderKills({ writer, file, count, processes = 4, kills: most, longest, speed }: Plan): Promise<NumbersRun> {
  const before = performance.now();
  await ended(start(writer, ["seed", file, String(count)]));
  const seededMs = performance.now() - before;
  const acknowledged = new Map<string, Set<string>>();
  const refused: string[] = [];
  let [kills, failed, errors] = [0, 0, ""];
  const began = Date.now();
  const lives = Array.from({ length: processes }, async (_, rank) => {
    let from = rank;
    for (;;) {
      const child = start(writer, [
        "issue",
        file,
        `p${rank}`,
        String(from),
        String(processes),
        String(count),
        String(began),
        String(speed),
      ]);
      let timer: NodeJS.Timeout | undefined;
      child.stdout?.once("data", () => {
        if (kills < most) timer = setTimeout(() => child.kill("SIGKILL"), Math.random() * longest);
      });
      const end = await ended(child);
      clearTimeout(timer);
      errors += end.errors;
      for (const said of end.output.split("\n").slice(0, -1)) {
        const [what = "", draft = "", number = ""] = said.split(" ");
        if (what === "issued") acknowledged.set(draft, (acknowledged.get(draft) ?? new Set()).add(number));
        // The next life begins with the last one told: delivered again, it has the same number.
        const index = Number(draft.slice("PF-2026-".length)) - 1;
        if (what === "issued" && index % processes === rank) from = Math.max(from, index);
        if (what === "refused") refused.push(said);
        if (what === "failed") failed += 1;
      }
      if (end.code === 0) return;
      kills += 1;
    }
  });
  await Promise.all(lives);
  const issuedMs = performance.now() - before - seededMs;
  const { output } = await ended(start(writer, ["check", file]));
  return { checked: JSON.parse(output) as Checked, acknowledged, refused, failed, errors, kills, seededMs, issuedMs };
}

/** What is wrong with a run; nothing when every number was taken once, in order, and kept. */
export function faultIn({ checked, acknowledged, refused, errors }: NumbersRun, count: number): string | undefined {
  const { problems, numbers, unbilled, drafts } = checked;
  const lost = [...acknowledged].filter(([draft, given]) => given.size !== 1 || !given.has(numbers[draft] ?? ""));
  const strange = refused.filter((said) => !/^refused refused PF-\d{4}-\d+ invoice\.(step-illegal|same-person)$/.test(said));
  const distinct = new Set(Object.values(numbers)).size;
  const said = errors === "" ? "" : ` (said: ${errors.slice(0, 300)})`;
  if (problems.length > 0) return `the series: ${JSON.stringify(problems.slice(0, 3))}`;
  if (lost.length > 0) return `acknowledged and not kept: ${JSON.stringify(lost.slice(0, 3).map(([draft, given]) => [draft, ...given]))}`;
  if (drafts > 0 || distinct !== count)
    return `${distinct} numbers and ${drafts} drafts left of ${count}${said}, refused: ${refused.slice(0, 3).join(" ; ")}`;
  if (acknowledged.size !== count) return `${acknowledged.size} of ${count} were acknowledged`;
  if (unbilled.length > 0) return `half-days not billed: ${unbilled.slice(0, 3).join()}`;
  if (strange.length > 0) return `refused: ${strange.slice(0, 3).join(" ; ")}`;
  return errors === "" ? undefined : `said: ${errors.slice(0, 300)}`;
}

function start(writer: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [writer, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

async function ended(child: ChildProcess): Promise<{ readonly output: string; readonly errors: string; readonly code: number | null }> {
  let [output, errors] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { output, errors, code };
}
