// Stryker's test runner for core. Its own runner for vitest starts a worker and loads core for each mutant, most of a second for a test of
// a millisecond; here tests and mutants stay loaded, and are evaluated again only when a mutant is in what runs as a module loads.
import { relative } from "node:path";
import { area, areas } from "./areas.mjs";
import { expect } from "./expect.mjs";
import { scriptOf } from "./tests.mjs";

class LoadedTests {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.stryker = globalThis.__stryker__ ??= {};
    this.evaluate = await scriptOf(areas[area].tests);
    this.tests = named(await this.evaluate());
    this.costs = new Map();
    this.finders = [];
  }

  async dryRun() {
    this.stryker.mutantCoverage = { static: {}, perTest: {} };
    // Evaluated once more, so that what runs as a module loads is counted.
    this.tests = named(await this.evaluate());
    const tests = [];
    for (const [id, { file, name, run }] of this.tests) {
      this.stryker.currentTestId = id;
      const start = performance.now();
      const failureMessage = await failureOf(file, run);
      const timeSpentMs = performance.now() - start;
      this.costs.set(id, timeSpentMs);
      tests.push({
        id,
        name,
        fileName: file,
        timeSpentMs,
        ...(failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage }),
      });
    }
    this.stryker.currentTestId = undefined;
    return { status: "complete", tests, mutantCoverage: this.stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    Object.assign(this.stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      const tests = mutantActivation === "static" ? named(await this.evaluate()) : this.tests;
      return await this.judged(tests, testFilter ?? [...tests.keys()]);
    } catch (error) {
      return (
        this.isEndless() ?? {
          status: "killed",
          killedBy: [...this.tests.keys()].slice(0, 1),
          failureMessage: messageOf(error),
          nrOfTests: 0,
        }
      );
    } finally {
      this.stryker.activeMutant = undefined;
    }
  }

  /** First what found a mutant lately, since neighbours are found alike; then the quickest. */
  async judged(tests, ids) {
    const wanted = new Set(ids);
    const quickest = [...ids].sort((a, b) => (this.costs.get(a) ?? 0) - (this.costs.get(b) ?? 0));
    const ordered = new Set([...this.finders.filter((id) => wanted.has(id)), ...quickest]);
    let nrOfTests = 0;
    for (const id of ordered) {
      const test = tests.get(id);
      if (test === undefined) continue;
      nrOfTests += 1;
      const failureMessage = await failureOf(test.file, test.run);
      const endless = this.isEndless();
      if (endless !== undefined) return endless;
      if (failureMessage === undefined) continue;
      this.finders = [id, ...this.finders.filter((one) => one !== id)].slice(0, 20);
      return { status: "killed", killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: "survived", nrOfTests };
  }

  isEndless() {
    const { hitCount, hitLimit } = this.stryker;
    return hitLimit !== undefined && hitCount > hitLimit ? { status: "timeout", reason: `passed ${hitCount} times` } : undefined;
  }
}

function named(tests) {
  const all = new Map();
  for (const { file, name, run } of tests) {
    const id = `${relative(process.cwd(), file)}#${name}`;
    all.set(all.has(id) ? `${id} (${all.size})` : id, { file, name, run });
  }
  return all;
}

async function failureOf(testPath, run) {
  expect.setState({ testPath });
  try {
    await run();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** What a test throws may come from another realm, or have no words. */
function messageOf(error) {
  return error?.message ?? "something was thrown";
}

/** Names what no test noticed, as it is known: a run is long. */
const survivors = {
  onMutantTested({ status, fileName, location: { start }, mutatorName, replacement }) {
    if (status !== "Survived" && status !== "NoCoverage") return;
    console.log(
      `${status} ${relative(process.cwd(), fileName)}:${start.line}:${start.column} ${mutatorName} → ${replacement.replace(/\s+/g, " ")}`,
    );
  },
};

export const strykerPlugins = [
  { kind: "TestRunner", name: "loaded-tests", factory: () => new LoadedTests() },
  { kind: "Reporter", name: "survivors", factory: () => survivors },
];
