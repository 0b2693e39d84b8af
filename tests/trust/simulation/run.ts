import { join } from "node:path";
import { addDays, type Instant, type IsoDate, instantAt, laterBy } from "@kairos/core";
import type { Commands } from "../../../packages/bot/src/command.js";
import { installFaults } from "../driver.js";
import { inFolder } from "../folder.js";
import { randomFrom } from "../random.js";
import { opening, renewals, type Step } from "./cast.js";
import { noise } from "./noise.js";
import { type Due, incident, type Plot, training } from "./plots.js";
import { openProvider, type Provider } from "./provider.js";

export interface Simulated {
  readonly days: number;
  readonly steps: number;
  readonly told: Provider["told"];
  readonly figures: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** What broke, on which day, and the last lines that led to it. */
  readonly fault: string | undefined;
}

interface Plan {
  readonly commands: Commands;
  readonly seed: number;
  readonly days: number;
  readonly progress?: (day: number) => void;
}

const firstDay: IsoDate = "2026-11-16";
const lastSaid = 25;

/** So many days of a provider, drawn from a seed: the same seed plays the same days. */
export function simulate(plan: Plan): Promise<Simulated> {
  return inFolder((folder) => simulateIn(folder, plan));
}

async function simulateIn(folder: string, { commands, seed, days, progress }: Plan): Promise<Simulated> {
  const random = randomFrom(seed);
  const start = performance.now();
  const restore = installFaults();
  const provider = await openProvider(join(folder, "desk.sqlite"), commands, instantAt(firstDay, "08:00", "Europe/Paris"));
  const said: string[] = [];
  let [steps, day, fault] = [0, 0, undefined as string | undefined];
  const act = async (step: Step, at: Instant) => {
    provider.setClock(at);
    const crashAt = random.chance(0.01) ? 1 + random.int(30) : undefined;
    said.push(`${at} ${step.person} ▸ ${step.line}${crashAt === undefined ? "" : `   (cut off at statement ${crashAt})`}`);
    steps += 1;
    return provider.step(step, crashAt);
  };
  try {
    let at = instantAt(firstDay, "08:00", "Europe/Paris");
    for (const step of opening) {
      const answer = await act(step, at);
      if (answer.outcome !== "done") throw new Error(`${step.line}: ${JSON.stringify(answer.reply)}`);
    }
    const plots: { readonly plot: Plot; due: Due }[] = [];
    let rank = 0;
    const begin = (make: (rank: number) => Plot) => {
      rank += 1;
      const plot = make(rank);
      const first = plot.next();
      if (first.done !== true) plots.push({ plot, due: first.value });
    };
    for (day = 0; day < days; day++) {
      progress?.(day);
      const today = addDays(firstDay, day);
      at = instantAt(today, "08:00", "Europe/Paris");
      const later = () => {
        at = laterBy(at, 1 + random.int(3));
        // A clock that is wrong for a moment, most often by little.
        if (!random.chance(0.005)) return at;
        const wrong = random.chance(0.9) ? random.int(5000) - 2500 : random.int(400_000) - 200_000;
        return laterBy(at, wrong);
      };
      if (day % 180 === 179) for (const step of renewals(today)) await act(step, later());
      if (random.chance(0.1)) begin((of) => training({ random, today, rank: of }));
      if (random.chance(0.02)) begin((of) => incident({ random, today, rank: of }));
      for (const one of [...plots]) {
        for (let due: Due | undefined = one.due; due !== undefined && due.on <= today; ) {
          const next = one.plot.next(await act(due, later()));
          due = next.done === true ? undefined : next.value;
          if (due === undefined) plots.splice(plots.indexOf(one), 1);
          else one.due = due;
          if (random.chance(0.04)) await provider.again();
        }
      }
      for (let more = random.int(3); more > 0; more--) await act(noise(random, provider, today), later());
      provider.setClock(laterBy(at, 60));
      await provider.night();
      if (day % 1000 === 999) await provider.verify();
    }
    await provider.verify();
  } catch (error) {
    fault = `day ${day}, step ${steps}: ${error instanceof Error ? error.message : error}\n${said.slice(-lastSaid).join("\n")}`;
  } finally {
    await provider.close().catch(() => undefined);
    restore();
  }
  return { days: day, steps, told: provider.told, figures: provider.figures(), seconds: (performance.now() - start) / 1000, fault };
}
