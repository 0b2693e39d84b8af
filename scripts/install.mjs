// Installs what the project needs with the pinned pnpm, once: a stamp of the manifests and the lockfile tells when
// there is nothing to do. `sqlite3` may have to compile, so the headers that came with this Node are looked for.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules", ".kairos-installed");
const stamp = fingerprint();

if (!isInstalled()) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const frozen = existsSync(join(root, "pnpm-lock.yaml")) ? ["--frozen-lockfile"] : [];
  console.error(`Installing with ${packageManager} (once; sqlite3 may take a minute to compile)…`);
  const { status } = spawnSync("npx", ["--yes", packageManager, "install", ...frozen], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: {
      ...process.env,
      ...nodeHeaders(),
      npm_config_loglevel: "notice",
      npm_config_update_notifier: "false",
      COREPACK_ENABLE_STRICT: "0",
    },
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The installation failed. A C++ compiler and Python 3 are needed where no prebuilt sqlite3 fits.");
    process.exit(status ?? 1);
  }
  writeFileSync(stampFile, stamp);
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

function fingerprint() {
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name, "package.json"));
  const files = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ...packages].filter((file) => existsSync(join(root, file)));
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The folder node-gyp compiles against: the one npm is set to, else the prefix this Node was installed in. */
function nodeHeaders() {
  if (process.env.npm_config_nodedir) return {};
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, "include", "node", "node.h")) ? { npm_config_nodedir: prefix } : {};
}
