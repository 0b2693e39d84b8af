// Builds the bot when a source changed since the last build, then starts it with the arguments given.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bot = join(root, "packages", "bot");
const stampFile = join(bot, "dist", ".built-from");
const stamp = fingerprint();

if (!isBuilt()) build();
await import(pathToFileURL(join(bot, "dist", "main.js")).href);

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

function build() {
  const tsup = join(root, "node_modules", "tsup", "dist", "cli-default.js");
  // Beside, then swapped: two starts at once never read half a build.
  const draft = join("node_modules", `.build-${process.pid}`);
  const { status } = spawnSync(process.execPath, [tsup, "--out-dir", draft], { cwd: bot, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    rmSync(join(bot, draft), { recursive: true, force: true });
    console.error("The build failed; the lines above say where.");
    process.exit(status ?? 1);
  }
  // Built by another start meanwhile, which may be reading its parts: it stays.
  if (isBuilt()) return rmSync(join(bot, draft), { recursive: true, force: true });
  writeFileSync(join(bot, draft, ".built-from"), stamp);
  rmSync(join(bot, "dist"), { recursive: true, force: true });
  renameSync(join(bot, draft), join(bot, "dist"));
}

/** Name, size and time of every source: quick to take, and a removed file shows. Dependencies are built in: they count too. */
function fingerprint() {
  const hash = createHash("sha256");
  hash.update(readFileSync(join(root, "pnpm-lock.yaml")));
  for (const name of readdirSync(join(root, "packages")).sort()) {
    const folder = join(root, "packages", name);
    const entries = existsSync(join(folder, "src")) ? readdirSync(join(folder, "src"), { recursive: true, withFileTypes: true }) : [];
    const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    const settings = ["package.json", "tsup.config.ts", "commands-in-one.mjs", "tsconfig.json"]
      .map((file) => join(folder, file))
      .filter((file) => existsSync(file));
    for (const file of [...sources.sort(), ...settings]) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}
