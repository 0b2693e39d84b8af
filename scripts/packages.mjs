// Proves the packages as strangers get them: built, packed, judged by publint and arethetypeswrong, then imported from
// the unpacked archive by Node (ESM and CommonJS), by TypeScript, and by a page that a bundler made, in a real browser.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), "kairos-packages-"));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
let failed = 0;

try {
  const consumer = join(work, "consumer");
  mkdirSync(join(consumer, "node_modules", "@kairos"), { recursive: true });
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  for (const name of ["core", "pdf"]) await prove(name, consumer);
  runsIn(consumer);
  await bundled(consumer);
} finally {
  rmSync(work, { recursive: true });
}
console.log(failed === 0 ? "The packages are as they should be." : `${failed} failed.`);
process.exit(failed === 0 ? 0 : 1);

/** Builds and packs one package, lets the judges read the archive, and unpacks it where the consumer finds it. */
async function prove(name, consumer) {
  const folder = join(root, "packages", name);
  run("npx", ["--yes", packageManager, "run", "build"], folder);
  run("npx", ["--yes", packageManager, "pack", "--pack-destination", work], folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const tarball = join(work, `kairos-${name}-${version}.tgz`);
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  });
  say(`@kairos/${name}: publint`, messages.length === 0, messages.map((one) => formatMessage(one, pkg)).join("\n"));
  const attw = spawnSync(
    join(root, "node_modules", ".bin", "attw"),
    [tarball, "--format", "table-flipped", "--no-color", "--profile", "node16"],
    { encoding: "utf8" },
  );
  say(`@kairos/${name}: arethetypeswrong`, attw.status === 0, attw.stdout + attw.stderr);
  const unpacked = join(consumer, "node_modules", "@kairos", name);
  mkdirSync(unpacked);
  run("tar", ["-xzf", tarball, "-C", unpacked, "--strip-components=1"], work);
  const manifest = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"));
  for (const dependency of Object.keys(manifest.dependencies)) link(dependency, folder, consumer);
  const lean = ["src/", "tests/", "tsup.config.ts"].filter((path) => existsSync(join(unpacked, path)) && name === "core");
  say(`@kairos/${name}: ${(bytes.length / 1024).toFixed(0)} kB packed, nothing but what runs`, lean.length === 0, lean.join(", "));
}

/** What it depends on, as the package manager put it here. */
function link(dependency, folder, consumer) {
  const target = join(consumer, "node_modules", dependency);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(folder, "node_modules", dependency), target, "junction");
}

/** The same words from both kinds of import, from the whole and from one domain, and its declarations under strict TypeScript. */
function runsIn(consumer) {
  const program = (imports) => `${imports}
const read = parse(quoteSchema, { startsOn: "le 7 décembre" });
const [problem] = read.problems.filter(({ path }) => path[0] === "startsOn");
if (!say(problem).what.includes("le 7 décembre") || whole.say(problem).what !== say(problem).what) throw new Error("other words");
const page = { kind: "report", name: "essai", title: "Essai", genre: "Essai", issuer: { name: "OF", siret: "99900014400017" }, issuedOn: "2026-12-07", facts: [], sections: [], signatures: [] };
pdf.renderPdf(page, { auditHead: "0".repeat(64), generatedAt: "2026-12-07T08:00:00.000Z" }).then((bytes) => {
  if (Buffer.from(bytes).subarray(0, 5).toString() !== "%PDF-") throw new Error("no PDF");
});
`;
  writeFileSync(
    join(consumer, "esm.js"),
    program(
      'import * as whole from "@kairos/core";\nimport { parse, quoteSchema, say } from "@kairos/core/quotes";\nimport * as pdf from "@kairos/pdf";',
    ),
  );
  writeFileSync(
    join(consumer, "cjs.cjs"),
    program(
      'const whole = require("@kairos/core");\nconst { parse, quoteSchema, say } = require("@kairos/core/quotes");\nconst pdf = require("@kairos/pdf");',
    ),
  );
  for (const [kind, file] of [
    ["ESM", "esm.js"],
    ["CommonJS", "cjs.cjs"],
  ]) {
    const ran = spawnSync(process.execPath, [file], { cwd: consumer, encoding: "utf8" });
    say(`Node, ${kind}`, ran.status === 0, ran.stderr);
  }
  cpSync(join(root, "examples", "embedding"), join(consumer, "examples"), { recursive: true });
  const config = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: "es2023",
      module: "nodenext",
      moduleResolution: "nodenext",
      lib: ["es2023", "dom"],
      types: [],
      skipLibCheck: false,
    },
    include: ["examples"],
  };
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(config));
  const typed = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", consumer], { encoding: "utf8" });
  say("TypeScript, strict, declarations checked too", typed.status === 0, typed.stdout);
}

/** One page per domain, made by a bundler, opened in a browser: core knows no Node. */
async function bundled(consumer) {
  const { exports } = JSON.parse(readFileSync(join(consumer, "node_modules", "@kairos", "core", "package.json"), "utf8"));
  const paths = Object.keys(exports).filter((path) => path !== "./package.json");
  const pages = new Map();
  for (const path of paths) {
    const from = `@kairos/core${path.slice(1)}`;
    const contents = `import { say } from "${from}";
document.title = say({ code: "input.missing", severity: "error", path: [], params: {} }).what;`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: consumer },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    pages.set(`/${paths.indexOf(path)}.js`, { path, text: outputFiles[0].text });
  }
  const sizes = [...pages.values()].map(({ path, text }) => `${path} ${(text.length / 1024).toFixed(0)} kB`);
  say(`bundled for a browser: ${sizes.join(", ")}`, true, "");
  const executablePath = process.env.KAIROS_CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath))
    return say("a real browser", false, `No browser at ${executablePath}: install Chromium, or say where it is in KAIROS_CHROMIUM.`);
  const { chromium } = await import("playwright-core");
  const server = createServer((request, response) => {
    const script = pages.get(request.url)?.text;
    response.setHeader("content-type", `${script === undefined ? "text/html" : "text/javascript"}; charset=utf-8`);
    response.end(
      script ?? `<!doctype html><meta charset="utf-8"><script type="module" src="${request.url.slice("/page".length)}"></script>`,
    );
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    for (const [script, { path }] of pages) {
      const page = await browser.newPage();
      const faults = [];
      page.on("pageerror", (fault) => faults.push(fault.message));
      await page.goto(`http://127.0.0.1:${server.address().port}/page${script}`);
      await page.waitForFunction(() => document.title !== "", undefined, { timeout: 10_000 }).catch(() => faults.push("no title"));
      say(`${browser.version()}: @kairos/core${path.slice(1)} says « ${await page.title()} »`, faults.length === 0, faults.join("\n"));
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`);
}

function say(what, isRight, details) {
  if (!isRight) failed += 1;
  console.log(`${isRight ? "✔" : "✘"} ${what}`);
  if (!isRight && details.trim() !== "") console.log(details.trim());
}
