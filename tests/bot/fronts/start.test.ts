import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "kairos-start-"));
});
afterAll(() => rm(data, { recursive: true }));

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) => {
    const { PATH = "" } = process.env;
    const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
      cwd: root,
      env: { PATH, KAIROS_DATA: data, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => {
      out += String(part);
    });
    child.stderr.on("data", (part) => {
      err += String(part);
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** The program as it is built and started by `npm start`: the bundle, its lazy parts, the data beside it. */
describe("npm start", { timeout: 60_000 }, () => {
  it("builds once, plays the tour without a terminal, and writes the documents", async () => {
    const { code, err } = await start([]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((await readdir(join(data, "visite", "documents"))).length).toBeGreaterThan(0);
    const built = (await stat(join(root, "packages/bot/dist/main.js"))).mtimeMs;
    expect((await start([])).code).toBe(0);
    expect((await stat(join(root, "packages/bot/dist/main.js"))).mtimeMs).toBe(built);
  });

  it("runs one command: JSON alone on the output, an exit code for scripts, a desk apart from the tour's", async () => {
    const { code, out, err } = await start(["run", "/devis voir reference:DEV-2026-0001", "--as", "gestionnaire", "--json"]);
    expect({ code, err, outcome: JSON.parse(out).outcome }).toEqual({ code: 3, err: "", outcome: "denied" });
    expect(((await stat(join(data, "desk.sqlite"))).mode & 0o077).toString(8)).toBe("0");
  });

  it.each([
    [["--help"], {}, 0],
    [["--halp"], {}, 2],
    [["desk"], { KAIROS_LANG: "xx" }, 2],
    [["bot"], {}, 2],
    [["run", "/aide", "--data", "/dev/null/nowhere"], {}, 70],
  ])("%j ends with its code", async (args, env, expected) => {
    expect((await start(args, env)).code).toBe(expected);
  });
});
