import { area, areas, nameOfFiles } from "./scripts/mutation/areas.mjs";

const report = `reports/mutation/${nameOfFiles(area)}`;

/** @type {import("@stryker-mutator/core").PartialStrykerOptions} */
export default {
  testRunner: "loaded-tests",
  plugins: ["./scripts/mutation/runner.mjs"],
  coverageAnalysis: "perTest",
  mutate: areas[area].files.map((file) => `packages/core/src/${file}`),
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  reporters: ["json", "survivors", "progress-append-only"],
  jsonReporter: { fileName: `${report}.json` },
  // A busy machine is no endless loop: those are known by how often a mutant is passed.
  timeoutMS: 180_000,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  // No test of core or of the corpus reads these.
  ignorePatterns: ["/bench", "/campaigns", "/kairos-data", "/docs/api", "/packages/*/dist", "/tests/embedding", "/tests/pdf"],
};
