/** One bar a benchmark must pass. Printed as one line of JSON, gathered in one table by `npm run bench`. */
export interface Bar {
  readonly bar: string;
  readonly measured: string;
  readonly limit: string;
  readonly passed: boolean;
}

export function report(bar: Bar): void {
  process.stdout.write(`${JSON.stringify(bar)}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * How often a task runs in a second of one core, after a warm-up: the best of several rounds, in time of the processor
 * rather than of the clock, so that what else the machine does changes little.
 */
export function timesPerSecond(
  tasks: Readonly<Record<string, () => unknown>>,
  rounds = 20,
  milliseconds = 120,
): Readonly<Record<string, number>> {
  const rates: Record<string, number[]> = {};
  for (const [name, task] of Object.entries(tasks)) runFor(task, 400, name);
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      rates[name] ??= [];
      rates[name].push(runFor(task, milliseconds, name));
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, Math.max(...values)]));
}

function runFor(task: () => unknown, milliseconds: number, name: string): number {
  const before = process.cpuUsage();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let batch = 0; batch < 50; batch++) if (task() === undefined) throw new Error(`${name} gave nothing`);
    runs += 50;
    const { user, system } = process.cpuUsage(before);
    elapsed = (user + system) / 1000;
  }
  return (runs / elapsed) * 1000;
}

/** Numbers from 0 to 1 that look random and are the same in every run. */
export function drawnFrom(start: number): () => number {
  let seed = start;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

export function thousands(value: number): string {
  return new Intl.NumberFormat("en-GB").format(value);
}
