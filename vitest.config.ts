import { defineConfig } from "vitest/config";

const source = (name: string) => new URL(`./packages/${name}/src/index.ts`, import.meta.url).pathname;

export default defineConfig({
  resolve: { alias: { "@kairos/core": source("core"), "@kairos/pdf": source("pdf") } },
  test: {
    include: ["tests/**/*.test.ts"],
    // SQLite files, child processes and a PDF take longer than a function on two cores.
    testTimeout: 20_000,
    pool: "forks",
  },
});
