import { defineConfig } from "vitest/config";

const source = (name: string) => new URL(`./packages/${name}/src/index.ts`, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@kairos\/core\/([a-z]+)$/, replacement: `${new URL("./packages/core/src/entries", import.meta.url).pathname}/$1.ts` },
      { find: /^@kairos\/core$/, replacement: source("core") },
      { find: /^@kairos\/pdf$/, replacement: source("pdf") },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/quick-folder.ts",
    // SQLite files, child processes and a PDF take longer than a function on two cores.
    testTimeout: 20_000,
    pool: "forks",
    // Loading the desk costs more than most files of tests: a worker keeps what it has loaded. No test changes what is shared.
    isolate: false,
    // The default keeps one core free: on two, nothing would run side by side.
    maxWorkers: 2,
  },
});
