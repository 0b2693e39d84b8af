/** Where a console front writes: answers on one side, remarks on the other. */
export interface Output {
  /** Standard output: answers, and JSON when asked. */
  say(line: string): void;
  /** Standard error: everything that is not the answer. */
  remark(line: string): void;
  /** Standard error again, one line in the place of the last: only on a terminal. */
  rewrite?(line: string): void;
  readonly colours: boolean;
  readonly width: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes to the process's own streams. */
export function terminalOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream, env: Environment): Output {
  for (const stream of [stdout, stderr]) stream.on("error", ignoreClosed);
  return {
    say: (line) => void stdout.write(`${line}\n`),
    remark: (line) => void stderr.write(`${line}\n`),
    ...(stderr.isTTY === true && { rewrite: (line: string) => void stderr.write(`\r${line}\u001b[K`) }),
    colours: hasColours(stdout.isTTY === true, env),
    get width() {
      return Math.max(40, Math.min(stdout.columns || 110, 140));
    },
  };
}

/** Whoever reads may stop reading: `… | head`. */
function ignoreClosed(error: Error): void {
  if (!("code" in error) || error.code !== "EPIPE") throw error;
}

/** Colours on a terminal only, unless `NO_COLOR` or `FORCE_COLOR` decides. */
export function hasColours(terminal: boolean, env: Environment): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "") return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return terminal && env.TERM !== "dumb";
}
