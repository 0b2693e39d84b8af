import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../../../packages/bot/src/fronts/console/arguments.js";

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
    [["bot", "--check"], {}, 2],
    [["deploy"], {}, 2],
    [["run", "/aide", "--data", "/dev/null/nowhere"], {}, 70],
  ])("%j ends with its code", async (args, env, expected) => {
    expect((await start(args, env)).code).toBe(expected);
  });
});

/** No engine is asked for here: what the recipes name must exist, and start the program that is built. */
describe("the image and the service", () => {
  const read = (file: string) => readFile(join(root, file), "utf8");

  it("copies what exists, and what .dockerignore lets through", async () => {
    const copied = [...(await read("Dockerfile")).matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = ""]) => paths.split(" "));
    const sent = (await read(".dockerignore")).split("\n").filter((row) => row.startsWith("!"));
    expect(copied).toContain("packages");
    for (const path of copied) {
      await expect(stat(join(root, path))).resolves.toBeDefined();
      expect(sent.some((row) => `${path}/`.startsWith(`${row.slice(1)}/`))).toBe(true);
    }
  });

  it("start the built program in a mode it knows, as nobody special", async () => {
    const recipe = await read("Dockerfile");
    const { scripts } = JSON.parse(await read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const flags = scripts.bot?.split(" ").filter((word) => word.startsWith("--")) ?? [];
    expect(flags.length).toBeGreaterThan(0);
    const [, entry = "[]"] = /^ENTRYPOINT (.+)$/m.exec(recipe) ?? [];
    const [, command = "[]"] = /^CMD (.+)$/m.exec(recipe) ?? [];
    expect(JSON.parse(entry)).toEqual(["node", ...flags, "packages/bot/dist/main.js"]);
    expect(readArguments(JSON.parse(command))).toMatchObject({ ok: true, asked: { mode: "bot" } });
    expect(recipe).toMatch(/^USER node$/m);
    const service = await read("examples/systemd/kairos.service");
    expect(service).toContain(`ExecStart=/usr/bin/node ${flags.join(" ")} packages/bot/dist/main.js bot\n`);
    expect(service).toContain("DynamicUser=yes");
  });

  it("ask the health endpoint with a script that runs", async () => {
    const [, probe = "[]"] = /^ {2}CMD (.+)$/m.exec(await read("Dockerfile")) ?? [];
    const [program, ...args] = JSON.parse(probe) as readonly string[];
    expect(program).toBe("node");
    const code = await new Promise((resolve) => {
      // Nothing listens there: unwell, and said by the code alone.
      const child = spawn(process.execPath, args, { env: { KAIROS_HEALTH_PORT: "9" }, stdio: "ignore" });
      child.on("close", resolve);
    });
    expect(code).toBe(1);
  });
});
