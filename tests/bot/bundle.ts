import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** One file of a program that a test starts as a process of its own. */
export async function bundle(entry: URL, outfile: string): Promise<void> {
  const bot = createRequire(new URL("../../packages/bot/package.json", import.meta.url));
  const core = createRequire(new URL("../../packages/core/package.json", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: {
      "@kairos/core": fileURLToPath(new URL("../../packages/core/src/index.ts", import.meta.url)),
      zod: dirname(core.resolve("zod/package.json")),
    },
    external: ["@resvg/resvg-js"],
    // knex and its drivers hold native code: they stay where they are installed.
    plugins: [
      {
        name: "installed",
        setup: ({ onResolve }) => onResolve({ filter: /^(knex|pg)(\/|$)/ }, ({ path }) => ({ path: bot.resolve(path), external: true })),
      },
    ],
  });
}
