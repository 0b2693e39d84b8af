import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Lives {
  readonly kills: number;
  /** Kills that came between a line being said and its answer. */
  readonly inside: number;
  /** Which lines were cut off at least once. */
  readonly cut: readonly number[];
  /** Lines whose answer was lost with the process though the work was kept. */
  readonly keptUnsaid: number;
  readonly faults: readonly string[];
}

interface Plan {
  readonly program: string;
  readonly commands: string;
  readonly file: string;
  readonly kills: number;
  readonly random: () => number;
}

/**
 * One story lived by process after process, each killed at random and the next begun at the last line that was answered:
 * delivered again, that one has the same answer, and the one that was cut off is done once.
 */
export async function livesOf({ program, commands, file, kills: most, random }: Plan): Promise<Lives> {
  const answered = new Map<number, string>();
  const cut = new Set<number>();
  const faults: string[] = [];
  let [kills, inside, keptUnsaid, from, length] = [0, 0, 0, 0, Number.POSITIVE_INFINITY];
  while (from < length) {
    const child = spawn(process.execPath, [program, "live", commands, file, String(from)], { stdio: ["ignore", "pipe", "pipe"] });
    const first = from;
    let [said, timer, errors] = [undefined as string | undefined, undefined as NodeJS.Timeout | undefined, ""];
    child.stderr?.on("data", (chunk) => {
      errors += chunk;
    });
    let [seen, wanted] = [0, 0];
    for await (const line of createInterface({ input: child.stdout as NonNullable<ChildProcess["stdout"]> })) {
      const [what, rank, outcome, trace, when, unexpected] = line.split(" ");
      said = what;
      if (what === "story") {
        length = Number(rank);
        // Few kills are spread over the whole story; many come every few lines.
        wanted = 1 + Math.floor(random() * Math.max(4, (2 * length) / most));
      }
      if (what === "begins" && kills < most) {
        seen += 1;
        // As long as a command takes, so that it falls anywhere in it.
        if (seen === wanted) timer = setTimeout(() => child.kill("SIGKILL"), random() * 25);
      }
      if (what !== "answered") continue;
      const [line_, answer] = [Number(rank), `${outcome} ${trace}`];
      if (unexpected !== "") faults.push(`line ${rank} was answered ${outcome}`);
      const known = answered.get(line_);
      if (known !== undefined && (known !== answer || when !== "again"))
        faults.push(`line ${rank} was answered ${known}, then ${answer} (${when})`);
      if (known === undefined && when === "again") keptUnsaid += 1;
      answered.set(line_, answer);
      from = line_ + 1;
    }
    clearTimeout(timer);
    if (from >= length) return { kills, inside, cut: [...cut], keptUnsaid, faults };
    if (child.signalCode !== "SIGKILL" && !child.killed) throw new Error(`the desk stopped by itself: ${errors.slice(0, 500)}`);
    kills += 1;
    if (said === "begins") {
      inside += 1;
      cut.add(from);
    }
    // The last line that was answered is delivered once more.
    from = Math.max(first, from - 1);
  }
  return { kills, inside, cut: [...cut], keptUnsaid, faults };
}
