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
    const { files, evaluate } = await scriptOf(areas[area].tests);
    this.evaluate = evaluate;
    this.files = files;
    this.tests = await this.loaded();
    this.costs = new Map();
    this.finders = [];
  }

  /** All the tests, evaluated anew; the small files are tried first. */
  async loaded() {
    const load = this.evaluate();
    const byFile = new Map();
    for (const file of this.files) byFile.set(file, named(await load(file)));
    this.files.sort((a, b) => byFile.get(a).size - byFile.get(b).size);
    return new Map([...byFile.values()].flatMap((tests) => [...tests]));
  }

  async dryRun() {
    this.stryker.mutantCoverage = { static: {}, perTest: {} };
    // Evaluated once more, so that what runs as a module loads is counted.
    this.tests = await this.loaded();
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
      if (mutantActivation === "static") return await this.judgedAnew(testFilter);
      return await this.judged(this.tests, testFilter ?? [...this.tests.keys()]);
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

  /** File by file: most mutants are found by the first, and loading all tests costs more than running them. */
  async judgedAnew(testFilter) {
    const load = this.evaluate();
    const lately = this.finders.map((id) => this.tests.get(id)?.file).filter((file) => file !== undefined);
    let nrOfTests = 0;
    for (const file of new Set([...lately, ...this.files])) {
      const tests = named(await load(file));
      const verdict = await this.judged(tests, testFilter ?? [...tests.keys()]);
      nrOfTests += verdict.nrOfTests ?? 0;
      if (verdict.status !== "survived") return { ...verdict, nrOfTests };
    }
    return { status: "survived", nrOfTests };
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
